import { type Address, isAddressEqual, keccak256 } from 'viem'
import type { AddressBook } from './address-book'
import { codeFault, expectedOf, toCodeChecks } from './code-check'
import type { Unsafe } from './fault'
import { type ContractKey, type Listed, toInventory } from './inventory'
import { manifest } from './manifest'
import type { Manifest } from './manifest/expected'
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

/** The contracts of ENKI among those that the steps call, and those that every step relies on. */
const toGuarded = (book: AddressBook, steps: readonly Pick<Step, 'address'>[]): Listed[] =>
  toInventory(book).filter(
    ({ key, group, address: own }) =>
      group === 'enki' &&
      own !== null &&
      (always.includes(key) || steps.some(({ address }) => isAddressEqual(address, own))),
  )

/**
 * Looks at the code of the called contracts itself, just before the first signature: at most two requests for each.
 * Undefined: nothing speaks against signing. What the manifest does not know is not asked. Never throws.
 */
export async function readUnsafe(
  client: Client,
  book: AddressBook,
  steps: readonly Pick<Step, 'address'>[],
  table: Manifest = manifest,
): Promise<Unsafe | undefined> {
  const guarded = toGuarded(book, steps)
  const read = async ({ key, address }: Listed) => {
    const code = address && (await readGuarded(client, address, key, table).catch(() => null))
    return code ? [[key, code] as const] : []
  }
  const codes = Object.fromEntries((await Promise.all(guarded.map(read))).flat())
  const checks = toCodeChecks(guarded, codes, table)
  const unread = checks.find(({ verdict }) => verdict === 'unread')
  return codeFault(guarded, checks) ?? (unread && { kind: 'unread', check: unread.key, expected: null, found: null })
}

/** The same, looked at through every host: what one of them finds counts, and code is unread only when none could read it. */
export async function readUnsafeOf(clients: readonly Client[], book: AddressBook, steps: readonly Step[]) {
  const found = await Promise.all(clients.map((client) => readUnsafe(client, book, steps)))
  return (
    found.find((unsafe) => unsafe && unsafe.kind !== 'unread') ?? (found.includes(undefined) ? undefined : found[0])
  )
}
