import { type Abi, type Address, encodeFunctionData, type Hash, type Hex, numberToHex } from 'viem'
import type { Chain } from './chains'

/** A contract on one of the chains; `name` is what its source calls it. */
export type Contract = { chain: Chain; name: string; address: Address; abi: Abi }

/** A call to send: who calls what, with how much of the chain's own coin. */
export type Call = {
  from: Address
  on: Contract
  fn: string
  args?: readonly unknown[]
  value?: bigint
}

/** Two gwei: above anvil's base fee, so every transaction is a legacy one that can be mined. */
const gasPrice = numberToHex(2_000_000_000)
const gas = numberToHex(12_000_000)

/** A request of anvil's own, or one whose viem wrapper does more than is wanted here. */
export const rpc = <T = unknown>(chain: Chain, method: string, params: readonly unknown[] = []) =>
  chain.client.request({ method, params } as never) as Promise<T>

/** Sends without waiting; the gas is given, because an estimate would not see what is still waiting. */
export async function sendRaw(
  chain: Chain,
  label: string,
  transaction: { from: Address; to?: Address; data: Hex; value?: Hex },
): Promise<Hash> {
  const hash = await rpc<Hash>(chain, 'eth_sendTransaction', [{ ...transaction, gas, gasPrice }])
  chain.waiting.set(hash, label)
  return hash
}

export const send = ({ from, on, fn, args = [], value = 0n }: Call): Promise<Hash> =>
  sendRaw(on.chain, `${fn}(${args.map(String).join(', ')}) on ${on.address} by ${from}`, {
    from,
    to: on.address,
    data: encodeFunctionData({ abi: on.abi, functionName: fn, args }),
    value: numberToHex(value),
  })

/** One at a time: parallel sends of one account would compete for a nonce. */
export async function sendAll(calls: readonly Call[]): Promise<void> {
  for (const call of calls) await send(call)
}

/** The revert reason of a mined transaction, found by asking for the same call once more. */
async function reasonOf(chain: Chain, hash: Hash): Promise<string> {
  const { from, to, input, value, blockNumber } = await chain.client.getTransaction({ hash })
  const asked = { account: from, to, data: input, value, blockNumber: (blockNumber ?? 1n) - 1n }
  return chain.client.call(asked).then(
    () => 'no reason found',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}

async function settleOne(chain: Chain, hash: Hash, label: string): Promise<void> {
  // One that is lost is told of once, and is not waited for with every one that comes after it.
  chain.waiting.delete(hash)
  const wait = () => chain.client.waitForTransactionReceipt({ hash, timeout: 10_000 })
  // On a crowded machine anvil can miss its own cue to mine.
  const { status } = await wait().catch(() => rpc(chain, 'evm_mine').then(wait))
  if (status === 'reverted') throw new Error(`${label} reverted: ${await reasonOf(chain, hash)}`)
}

/** Waits until everything sent is mined; throws when something was reverted. */
export async function settle(chain: Chain): Promise<void> {
  for (const [hash, label] of [...chain.waiting]) await settleOne(chain, hash as Hash, label)
}

/** Mines what is waiting into one block (at `timestamp`, unix seconds, when given) and looks at every receipt. */
export async function mineBlock(chain: Chain, timestamp?: number): Promise<void> {
  await rpc(chain, 'evm_mine', timestamp === undefined ? [] : [{ timestamp }])
  if (chain.waiting.size === 0) return
  const receipts = await rpc<{ transactionHash: Hash; status: Hex }[]>(chain, 'eth_getBlockReceipts', ['latest'])
  for (const { transactionHash, status } of receipts) {
    const label = chain.waiting.get(transactionHash)
    chain.waiting.delete(transactionHash)
    if (label && status !== '0x1') throw new Error(`${label} reverted: ${await reasonOf(chain, transactionHash)}`)
  }
  await settle(chain)
}

/** Sends while automine is on and waits for the receipt. */
export async function execute(call: Call): Promise<void> {
  await send(call)
  await settle(call.on.chain)
}

/** A view call. The caller names the type that the ABI gives. */
export const read = <T>({ chain, address, abi }: Contract, functionName: string, args: readonly unknown[] = []) =>
  chain.client.readContract({ address, abi, functionName, args }) as Promise<T>

/** Several view calls of one contract in one request. */
export const readMany = <T>(
  { chain, address, abi }: Contract,
  functionName: string,
  args: readonly (readonly unknown[])[],
) =>
  chain.client.multicall({
    contracts: args.map((each) => ({ address, abi, functionName, args: each })),
    allowFailure: false,
    batchSize: 0,
  }) as Promise<T[]>
