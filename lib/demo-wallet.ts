import type { Wallet } from '@rainbow-me/rainbowkit'
import { type Address, createWalletClient, type EIP1193Provider, getAddress, http, numberToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { getGasPrice } from 'viem/actions'
import { createConnector } from 'wagmi'
import { network } from './network'

/** First account of the well-known development mnemonic. It holds invented funds on local chains and nothing anywhere else. */
const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
const chainId = network.l2.id
const client = createWalletClient({ account, chain: network.l2, transport: http() })

type Transaction = { to?: Address; data?: `0x${string}`; value?: `0x${string}`; gas?: `0x${string}` }

const send = async ({ to, data, value, gas }: Transaction) =>
  client.sendTransaction({
    to,
    data,
    value: value && BigInt(value),
    gas: gas && BigInt(gas),
    // As the node says: viem would add a fifth, which a local node takes for the going tip and repeats, ever higher.
    gasPrice: await getGasPrice(client),
    type: 'legacy',
  })

/** Signs in the page; everything that needs no key goes to the node. */
const provider = {
  on: () => {},
  removeListener: () => {},
  request: async ({ method, params }: { method: string; params?: unknown }) => {
    if (method === 'eth_accounts' || method === 'eth_requestAccounts') return [account.address]
    if (method === 'eth_chainId') return numberToHex(chainId)
    if (method === 'eth_sendTransaction') return send((params as [Transaction])[0])
    return client.request({ method, params } as Parameters<typeof client.request>[0])
  },
} as unknown as EIP1193Provider

/** The test networks' account for people without an extension; devnet builds only. */
export const demoWallet = (): Wallet => ({
  id: 'demo',
  name: 'Demo account',
  iconUrl: async () => icon,
  iconBackground: '#0E5A6B',
  installed: true,
  createConnector: (details) =>
    createConnector((config) => ({
      ...details,
      id: 'demo',
      name: 'Demo account',
      type: 'demo',
      connect: async () => ({ accounts: [getAddress(account.address)] as never, chainId }),
      disconnect: async () => {},
      getAccounts: async () => [account.address],
      getChainId: async () => chainId,
      getProvider: async () => provider,
      isAuthorized: async () => (await config.storage?.getItem('recentConnectorId')) === 'demo',
      onAccountsChanged: () => {},
      onChainChanged: () => {},
      onDisconnect: () => {},
    })),
})

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' fill='%230E5A6B'/%3E%3Cpath d='M8 7v12q0 3 3 3h6q3 0 3-3V7M8 14h12' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E"
