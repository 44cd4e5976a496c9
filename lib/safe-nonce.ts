import {
  type Address,
  concatHex,
  encodeFunctionData,
  type Hash,
  type Hex,
  isHash,
  numberToHex,
  parseAbi,
  size,
  zeroAddress,
} from 'viem'
import { type Client, maybe } from './rpc'
import { type Asked, callsOf } from './transaction'

/** Nonces from the next one on that a new transaction of a Safe is looked for among: others may be waiting for signers before it. */
const ahead = 16

const safeAbi = parseAbi([
  'function nonce() view returns (uint256)',
  'function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 _nonce) view returns (bytes32)',
])

/**
 * Where a Safe's own app has several calls carried out as one: MultiSendCallOnly 1.3.0, at its two addresses, and 1.4.1.
 * Source: the repository safe-global/safe-deployments.
 */
const multiSends = [
  '0xA1dabEF33b3B82c7814B6D82A79e50F4AC44102B',
  '0x40A2aCCbd92BCA938b02010E17A5b8929b49130D',
  '0x9641d764fc13c8B624c04430C7356C1C7C8102e2',
] as const
const multiSendAbi = parseAbi(['function multiSend(bytes transactions) payable'])

/** A call as a Safe hashes it; `operation` 1: carried out in the Safe's own name by code of another contract. */
type Carried = { to: Address; data: Hex; operation: 0 | 1 }

/** What a Safe may have made of what was asked: of one call itself, of several one call of which each part is packed. */
function toCarried(asked: Asked): Carried[] {
  if (!asked.batch) return [{ to: asked.to, data: asked.data, operation: 0 }]
  const word = (value: number) => numberToHex(value, { size: 32 })
  const parts = callsOf(asked).map(({ to, data }) => concatHex(['0x00', to, word(0), word(size(data)), data]))
  const data = encodeFunctionData({ abi: multiSendAbi, functionName: 'multiSend', args: [concatHex(parts)] })
  return multiSends.map((to) => ({ to, data, operation: 1 }))
}

/** A Safe's next nonce, as of a block; null when the account is no Safe. Throws when the RPC fails. */
export async function readSafeNonce(client: Client, address: Address, blockNumber?: bigint): Promise<bigint | null> {
  const contracts = [{ address, abi: safeAbi, functionName: 'nonce' }] as const
  const [nonce] = await client.multicall({ contracts, blockNumber })
  return maybe(nonce)
}

/** What each hash was found to be, so that a Safe is asked once: the nonce of its transaction, or that it is of none. */
const known = new Map<Hash, bigint | null>()

/**
 * The nonce in its Safe that a transaction was given, from the hash that the wallet gave; null where that is not of the kind a
 * Safe makes. Throws when the RPC fails.
 */
export async function readPlace(client: Client, asked: Asked): Promise<bigint | null> {
  const { account, safeNonce, batch } = asked
  // Its name for a batch is such a hash too.
  const hash = batch ? batch.id : asked.hashes[0]
  if (safeNonce === undefined || !hash || !isHash(hash)) return null
  const before = known.get(hash)
  if (before !== undefined) return before
  const nonces = Array.from({ length: ahead + 1 }, (_, i) => safeNonce + BigInt(i))
  const call = { address: account, abi: safeAbi, functionName: 'getTransactionHash' } as const
  // A call, no gas of its own, no refund: as the Safe's own app makes them.
  const tries = toCarried(asked).flatMap((carried) => nonces.map((nonce) => ({ ...carried, nonce })))
  const contracts = tries.map(
    ({ to, data, operation, nonce }) =>
      ({ ...call, args: [to, 0n, data, operation, 0n, 0n, 0n, zeroAddress, zeroAddress, nonce] }) as const,
  )
  const made = (await client.multicall({ contracts, batchSize: 0 })).map(maybe)
  const ours = tries[made.indexOf(hash)]?.nonce ?? null
  known.set(hash, ours)
  return ours
}
