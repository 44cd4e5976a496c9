import { type Address, isAddressEqual, parseAbi, zeroAddress } from 'viem'
import { createTurns } from './in-turns'
import { type Client, maybe } from './rpc'

/** Who or what an address is. `seconds`: what a timelock makes everybody wait. `contract`: none of the known kinds. */
export type Holder = { address: Address } & (
  | { kind: 'account' | 'contract' }
  | { kind: 'safe'; threshold: number; owners: readonly Address[] }
  | { kind: 'timelock'; seconds: number }
)

const holderAbi = parseAbi([
  'function owner() view returns (address)',
  'function admin() view returns (address)',
  'function getThreshold() view returns (uint256)',
  'function getOwners() view returns (address[])',
  'function getMinDelay() view returns (uint256)',
  'function buffer() view returns (uint256)',
])

/** An owner's owner's owner: longer chains have not been seen. */
const longest = 5
/** Requests under way at once: public nodes count them. */
const width = 6

type Answers = {
  owner: Address | null
  admin: Address | null
  threshold: bigint | null
  owners: readonly Address[] | null
  minDelay: bigint | null
  buffer: bigint | null
}

/** What the answers make of an address that has code, and who stands behind it. */
export function toHolder(address: Address, answers: Answers): { holder: Holder; next: Address | null } {
  const { owner, admin, owners, threshold, minDelay, buffer } = answers
  if (threshold && owners && threshold <= BigInt(owners.length))
    return { holder: { address, kind: 'safe', threshold: Number(threshold), owners }, next: null }
  const delay = minDelay ?? buffer
  // A timelock of the GMX kind has an admin; OpenZeppelin's names nobody, its roles are in its logs.
  if (delay !== null)
    return { holder: { address, kind: 'timelock', seconds: Number(delay) }, next: minDelay === null ? admin : null }
  return { holder: { address, kind: 'contract' }, next: owner }
}

/** Two requests. An address without code is an account. */
async function readHolder(client: Client, address: Address, blockNumber: bigint) {
  const code = await client.getCode({ address, blockNumber })
  if (!code || code === '0x') return { holder: { address, kind: 'account' } as const, next: null }
  const at = { abi: holderAbi, address } as const
  const [owner, admin, threshold, owners, minDelay, buffer] = await client.multicall({
    contracts: [
      { ...at, functionName: 'owner' },
      { ...at, functionName: 'admin' },
      { ...at, functionName: 'getThreshold' },
      { ...at, functionName: 'getOwners' },
      { ...at, functionName: 'getMinDelay' },
      { ...at, functionName: 'buffer' },
    ],
    blockNumber,
    batchSize: 0,
  })
  return toHolder(address, {
    owner: maybe(owner),
    admin: maybe(admin),
    threshold: maybe(threshold),
    owners: maybe(owners),
    minDelay: maybe(minDelay),
    buffer: maybe(buffer),
  })
}

/** Follows an address to its end: everybody on the way, the one who decides comes last. Each address is read once. */
export function createHolderReader(client: Client, blockNumber: bigint) {
  const known = new Map<string, ReturnType<typeof readHolder>>()
  const inTurn = createTurns(width)
  const read = (address: Address) => {
    const name = address.toLowerCase()
    const found = known.get(name) ?? inTurn(() => readHolder(client, address, blockNumber))
    known.set(name, found)
    return found
  }
  return async (first: Address): Promise<Holder[]> => {
    const path: Holder[] = []
    let next: Address | null = first
    while (next && next !== zeroAddress && path.length < longest) {
      const address: Address = next
      if (path.some((each) => isAddressEqual(each.address, address))) break
      const found: Awaited<ReturnType<typeof readHolder>> = await read(address)
      path.push(found.holder)
      next = found.next
    }
    return path
  }
}
