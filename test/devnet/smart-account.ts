import {
  type Address,
  type Chain,
  createWalletClient,
  custom,
  getAddress,
  type Hash,
  type Hex,
  type HttpTransport,
  type LocalAccount,
  numberToHex,
  type PublicClient,
  publicActions,
} from 'viem'
import { artifactOf, compile } from './compile'

type Call = { to: Address; data: Hex }
type Sent = { version: string; id?: string; from: Address; chainId: Hex; atomicRequired: boolean; calls: Call[] }
type Methods = Record<string, (params: readonly unknown[]) => unknown>

/** An error as a wallet gives it. */
export const refusal = (code: number, message: string) => Object.assign(new Error(message), { code })

/** What a batch came to: its transaction, or the status code with which it was given up. */
type Fate = { hashes: readonly Hash[]; code?: number }

/**
 * A smart account on L2 and the wallet that its owner has for it: the methods of EIP-5792 in their final form, really carried
 * out in one transaction. `fates` is what it knows of its batches, `carryOut` how it carries one out.
 */
export async function createSmartAccount(on: PublicClient<HttpTransport, Chain>, owner: LocalAccount) {
  const { abi, bytecode } = artifactOf(await compile(), 'SmartAccount')
  const { chain } = on
  const wallet = createWalletClient({ account: owner, chain, transport: custom(on) }).extend(publicActions)
  // The price as the node says it: viem would add a fifth, which anvil takes for the going tip, ever higher.
  const legacy = async () => ({ type: 'legacy', gas: 3_000_000n, gasPrice: await on.getGasPrice() }) as const
  const deployed = await wallet.deployContract({ abi, bytecode, args: [owner.address], ...(await legacy()) })
  const { contractAddress } = await on.waitForTransactionReceipt({ hash: deployed })
  if (!contractAddress) throw new Error('The smart account was not deployed')
  const address = getAddress(contractAddress)
  const fates = new Map<string, Fate>()

  const carryOut = async (calls: readonly Call[]): Promise<Hash> =>
    wallet.writeContract({ address, abi, functionName: 'executeBatch', args: [calls], ...(await legacy()) })

  /** Answers once a block has it, unless none comes soon: its one signer has signed, and nobody else is waited for. */
  const carryOutAlone = async (call: Call): Promise<Hash> => {
    const hash = await carryOut([call])
    await on.waitForTransactionReceipt({ hash, timeout: 2_000 }).catch(() => undefined)
    return hash
  }

  const sendCalls = async (sent: Sent) => {
    const { version, id = numberToHex(fates.size, { size: 32 }), from, atomicRequired, calls } = sent
    if (version !== '2.0.0' || from !== address || atomicRequired !== true) throw refusal(-32602, 'Invalid params')
    if (sent.chainId !== numberToHex(chain.id)) throw refusal(5710, 'Unsupported chain id')
    if (fates.has(id)) throw refusal(5720, 'Duplicate id')
    fates.set(id, { hashes: [await carryOut(calls.map(({ to, data }) => ({ to, data })))] })
    return { id }
  }

  const receiptOf = (hash: Hash) => on.request({ method: 'eth_getTransactionReceipt', params: [hash] })

  const statusOf = async (id: string) => {
    const fate = fates.get(id)
    if (!fate) throw refusal(5730, 'Unknown bundle id')
    const receipts = (await Promise.all(fate.hashes.map(receiptOf))).filter((receipt) => receipt !== null)
    const code = receipts.some(({ status }) => status === '0x0') ? 500 : 200
    const status = fate.code ?? (receipts.length < fate.hashes.length ? 100 : code)
    return { version: '2.0.0', id, chainId: numberToHex(chain.id), status, atomic: true, receipts }
  }

  const methods: Methods = {
    wallet_getCapabilities: () => ({ [numberToHex(chain.id)]: { atomic: { status: 'supported' } } }),
    wallet_sendCalls: ([sent]) => sendCalls(sent as Sent),
    wallet_getCallsStatus: ([id]) => statusOf(String(id)),
    eth_sendTransaction: ([call]) => carryOutAlone(call as Call),
  }
  return { address, methods, fates, carryOut, sendCalls: (sent: unknown) => sendCalls(sent as Sent) }
}
