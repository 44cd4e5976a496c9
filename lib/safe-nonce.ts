import { type Address, type Hash, parseAbi, zeroAddress } from 'viem'
import { type Client, maybe } from './rpc'
import type { Asked } from './transaction'

/** Nonces from the next one on that a new transaction of a Safe is looked for among: others may be waiting for signers before it. */
const ahead = 16

const safeAbi = parseAbi([
  'function nonce() view returns (uint256)',
  'function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 _nonce) view returns (bytes32)',
])

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
export async function readPlace(
  client: Client,
  { account, to, data, hashes, safeNonce, batch }: Asked,
): Promise<bigint | null> {
  const [hash] = hashes
  if (safeNonce === undefined || batch || !hash) return null
  const before = known.get(hash)
  if (before !== undefined) return before
  const nonces = Array.from({ length: ahead + 1 }, (_, i) => safeNonce + BigInt(i))
  const call = { address: account, abi: safeAbi, functionName: 'getTransactionHash' } as const
  // A call, no gas of its own, no refund: as the Safe's own app makes them.
  const contracts = nonces.map(
    (n) => ({ ...call, args: [to, 0n, data, 0, 0n, 0n, 0n, zeroAddress, zeroAddress, n] }) as const,
  )
  const made = (await client.multicall({ contracts, batchSize: 0 })).map(maybe)
  const ours = nonces[made.indexOf(hash)] ?? null
  known.set(hash, ours)
  return ours
}
