import { connectorsForWallets, type Wallet } from '@rainbow-me/rainbowkit'
import { injectedWallet } from '@rainbow-me/rainbowkit/wallets'
import { createWalletClient, custom, type EIP1193Provider, MethodNotSupportedRpcError } from 'viem'
import { createConfig, fallback, http } from 'wagmi'
import { getAccount, reconnect, switchChain } from 'wagmi/actions'
import { batchWallet } from './batch-wallet'
import { env } from './env'
import type { Signer } from './follow'
import { network } from './network'
import { pinned } from './pinned'

/** An extension that only sets `window.ethereum`; without one there is nothing to list. */
const injected = (): Wallet => ({ ...injectedWallet(), hidden: () => !('ethereum' in window) })

/** Inside Safe{Wallet}'s frame its own wallet is the one there is; anywhere else it can't be reached. */
const isInSafe = () => process.env.NEXT_PUBLIC_SAFE_APP === '1' && window.parent !== window

/** The wallets of the list: whatever announces itself (EIP-6963), WalletConnect with a project id, the demo account. */
async function connectors() {
  const wallets: (() => Wallet)[] = [injected]
  // The build replaces the variable, so nothing of these modules is left in a build that does not list them.
  if (process.env.NEXT_PUBLIC_NETWORK === 'devnet') wallets.unshift((await import('./demo-wallet')).demoWallet)
  if (isInSafe()) wallets.unshift((await import('./safe-wallet')).framedSafe)
  if (env.walletConnectProjectId)
    wallets.push((await import('./wallet-connect')).walletConnect(env.walletConnectProjectId))
  return connectorsForWallets([{ groupName: 'Abzu', wallets }], {
    appName: 'Abzu',
    projectId: env.walletConnectProjectId ?? 'none',
  })
}

/** wagmi's configuration: one chain, the one people sign on. Makes no request by itself. */
export const createWalletConfig = async () =>
  createConfig({
    chains: [network.l2],
    transports: { [network.l2.id]: fallback(network.l2.rpcUrls.default.http.map((url) => http(url))) },
    connectors: await connectors(),
  })

/** wagmi's configuration, typed with our chain. */
export type Config = Awaited<ReturnType<typeof createWalletConfig>>

/** The connected account's signer, straight on its EIP-1193 provider. Throws when nobody is connected. */
export async function createSigner(config: Config): Promise<Signer> {
  const { connector, address } = getAccount(config)
  if (!connector || !address) throw new Error('No wallet is connected.')
  const provider = (await connector.getProvider()) as EIP1193Provider
  // After some failures viem asks once more under another method's name; a wallet that had sent all the same would send twice.
  const request = async (asked: { method: string }) => {
    if (asked.method !== 'wallet_sendTransaction') return provider.request(asked as never)
    throw Object.assign(new Error('Asked once only.'), { code: MethodNotSupportedRpcError.code })
  }
  const wallet = createWalletClient({
    account: address,
    chain: network.l2,
    transport: custom({ request }, { retryCount: 0 }),
  })
  return {
    account: address,
    chainId: () => connector.getChainId(),
    // Adds the chain first when the wallet does not know it (4902).
    switchChain: async (chainId) => {
      await switchChain(config, { chainId: chainId as Config['chains'][number]['id'], connector })
    },
    send: (request) => wallet.sendTransaction(request),
    batch: batchWallet(wallet),
  }
}

/**
 * Asks the connected wallet to list a token of ours (EIP-747), on our chain. False: it answered that it does not.
 * Throws when it is declined, not supported, or nobody is connected.
 */
export async function watchToken(config: Config, symbol: 'eMetis' | 'seMetis'): Promise<boolean> {
  const { connector, address } = getAccount(config)
  if (!connector || !address) throw new Error('No wallet is connected.')
  if ((await connector.getChainId()) !== network.l2.id) await switchChain(config, { chainId: network.l2.id, connector })
  const provider = (await connector.getProvider()) as EIP1193Provider
  const wallet = createWalletClient({ chain: network.l2, transport: custom(provider, { retryCount: 0 }) })
  const token = { eMetis: pinned.eMetis, seMetis: pinned.seMetis }[symbol]
  return wallet.watchAsset({ type: 'ERC20', options: { address: token, symbol, decimals: 18 } })
}

/** Takes up the last connection. Asks that one connector only: the others would load their SDKs to answer. */
export async function resume(config: Config): Promise<void> {
  // What storage held of it is a record, not a connection.
  config.setState((state) => ({ ...state, connections: new Map() }))
  const recent = isInSafe() ? 'safe' : await config.storage?.getItem('recentConnectorId')
  const connector = config.connectors.find(({ id }) => id === recent)
  if (connector) await reconnect(config, { connectors: [connector] })
}
