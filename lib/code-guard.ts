import { type Address, isAddressEqual, keccak256 } from 'viem'
import type { AddressBook } from './address-book'
import { expectedOf, firstFault, toCodeChecks } from './code-check'
import type { Unsafe } from './fault'
import { type ContractKey, type Listed, toInventory } from './inventory'
import { manifest } from './manifest'
import type { Manifest } from './manifest/expected'
import { pairOf } from './market'
import { pinned } from './pinned'
import { type Code, implementationSlot, wordAddress } from './proxy'
import type { Client } from './rpc'
import type { Step } from './step'

/** What every deposit and withdrawal passes through, whichever contract is called. */
const always: readonly ContractKey[] = ['seMetis', 'minter', 'config']

/** What of one contract can be compared with the manifest: nothing else is asked for. Its implementation is known by address. */
async function readGuarded(client: Client, address: Address, key: ContractKey, table: Manifest): Promise<Code> {
  const { codeHash, implementation, implementationHash } = expectedOf(key, table)
  const [code, word] = await Promise.all([
    codeHash ? client.getCode({ address }) : null,
    implementation ? client.getStorageAt({ address, slot: implementationSlot }) : undefined,
  ])
  const found = wordAddress(word)
  // Undefined: there is none. Null: it was not asked for, because no hash is known.
  const hash = code === null ? (codeHash ?? '0x') : code && code !== '0x' ? keccak256(code) : null
  return {
    hash,
    proxy: found && { kind: 'slot', implementation: found, implementationHash, admin: null, beacon: null },
  }
}

type Called = Pick<Step, 'address'> & Partial<Pick<Step, 'changes'>>

/** Whatever the steps call, and the LP tokens that they give away. */
const toTouched = (steps: readonly Called[]): Address[] =>
  steps.flatMap(({ address, changes = [] }) => [
    address,
    ...changes.flatMap(({ lp, amount }) => (lp && amount < 0n ? [lp] : [])),
  ])

/** What is written to among the contracts that the steps touch, and what every step relies on. */
const toGuarded = (book: AddressBook, pair: Address | undefined, touched: readonly Address[]): Listed[] =>
  toInventory(book, { pair }).filter(
    ({ key, group, isWrittenTo, address: own }) =>
      (group === 'enki' || isWrittenTo) &&
      own !== null &&
      (always.includes(key) || touched.some((address) => isAddressEqual(address, own))),
  )

/** The pair, asked for where the manifest knows it and something is called that is none of ENKI's. Throws when the RPC fails. */
async function readPair(client: Client, book: AddressBook, touched: readonly Address[], table: Manifest) {
  const own = toInventory(book).flatMap(({ group, address }) => (group === 'enki' && address ? [address] : []))
  const isAsked = table.pair && touched.some((address) => !own.some((each) => isAddressEqual(each, address)))
  return isAsked ? client.readContract(pairOf(pinned.eMetis, pinned.metis)) : undefined
}

const unread = (check: ContractKey): Unsafe => ({ kind: 'unread', check, expected: null, found: null })

/**
 * Looks at the code of the called contracts itself, just before the first signature: at most two requests for each, and one for the pair.
 * Undefined: nothing speaks against signing. What the manifest does not know is not asked. Never throws.
 */
export async function readUnsafe(
  client: Client,
  book: AddressBook,
  steps: readonly Called[],
  table: Manifest = manifest,
): Promise<Unsafe | undefined> {
  const touched = toTouched(steps)
  const pair = await readPair(client, book, touched, table).catch(() => null)
  if (pair === null) return unread('pair')
  const guarded = toGuarded(book, pair, touched)
  const read = async ({ key, address }: Listed) => {
    const code = address && (await readGuarded(client, address, key, table).catch(() => null))
    return code ? [[key, code] as const] : []
  }
  const codes = Object.fromEntries((await Promise.all(guarded.map(read))).flat())
  const checks = toCodeChecks(guarded, codes, table)
  const silent = checks.find(({ verdict }) => verdict === 'unread')
  return firstFault(checks) ?? (silent && unread(silent.key))
}

/** The same, looked at through every host: what one of them finds counts, and code is unread only when none could read it. */
export async function readUnsafeOf(clients: readonly Client[], book: AddressBook, steps: readonly Step[]) {
  const found = await Promise.all(clients.map((client) => readUnsafe(client, book, steps)))
  return (
    found.find((unsafe) => unsafe && unsafe.kind !== 'unread') ?? (found.includes(undefined) ? undefined : found[0])
  )
}
