import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { configAt, minter, vault } from './contracts'
import { pinned } from './pinned'
import { type Client, maybe } from './rpc'
import type { WiringCheck, WiringId } from './wiring'

const parts = ['vesting', 'rewardDispatcher', 'redemptionQueue', 'inviterNFT', 'bridge', 'l1Dealer'] as const

/** Parts whose addresses only the chain knows; null: this deployment has no such part. */
export type AddressBook = { config: Address | null } & Record<(typeof parts)[number], Address | null>

/** Of a chain that names nothing, or was not asked. */
export const emptyBook: AddressBook = {
  config: null,
  vesting: null,
  rewardDispatcher: null,
  redemptionQueue: null,
  inviterNFT: null,
  bridge: null,
  l1Dealer: null,
}

/** The calls behind the wiring check, given the Config the vault named. */
export const wiringCalls = (config: Address) =>
  [
    { ...vault, functionName: 'config' },
    { ...minter, functionName: 'config' },
    { ...vault, functionName: 'asset' },
    { ...configAt(config), functionName: 'eMetisMinter' },
    { ...configAt(config), functionName: 'eMetis' },
    { ...configAt(config), functionName: 'seMetis' },
  ] as const

type Answers = readonly [Answer, Answer, Answer, Answer, Answer, Answer]
type Answer = Parameters<typeof maybe<Address>>[0]

const check = (id: WiringId, expected: Address, found: Address | null): WiringCheck => ({
  id,
  expected,
  found,
  ok: found !== null && expected !== zeroAddress && isAddressEqual(found, expected),
})

/** The wiring check: vault and minter name one Config, and it and the vault name the pinned contracts. */
export function toChecks(answers: Answers): WiringCheck[] {
  const [config, minterConfig, asset, eMetisMinter, eMetis, seMetis] = answers.map(maybe) as (Address | null)[]
  return [
    check('config', config ?? zeroAddress, minterConfig ?? null),
    check('asset', pinned.eMetis, asset ?? null),
    check('eMetisMinter', pinned.minter, eMetisMinter ?? null),
    check('eMetis', pinned.eMetis, eMetis ?? null),
    check('seMetis', pinned.seMetis, seMetis ?? null),
  ]
}

/** Resolves every address that is not pinned, starting from `seMetis.config()`. Throws when the RPC fails. */
export async function readAddressBook(client: Client): Promise<AddressBook> {
  const [first] = await client.multicall({ contracts: [{ ...vault, functionName: 'config' }], batchSize: 0 })
  const config = maybe(first)
  if (config === null || config === zeroAddress) return emptyBook
  const answers = await client.multicall({
    contracts: parts.map((functionName) => ({ ...configAt(config), functionName }) as const),
    batchSize: 0,
  })
  const found = answers.map((answer) => maybe<Address>(answer))
  const known = (address: Address | null | undefined) => (address && address !== zeroAddress ? address : null)
  return { config, ...Object.fromEntries(parts.map((part, i) => [part, known(found[i])])) } as AddressBook
}
