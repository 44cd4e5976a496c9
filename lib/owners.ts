import { type Address, keccak256, parseAbi, stringToBytes, zeroAddress } from 'viem'
import { configAt, eMetis, lockingInfo, lockingPool } from './contracts'
import type { Answer } from './head-and-list'
import { createHolderReader, type Holder } from './holders'
import type { ContractKey, Listed } from './inventory'
import type { Code } from './proxy'
import { type Block, type Client, maybe, readHead } from './rpc'

/** What somebody can do: exchange the code, use a right of the owner, govern, hold one of Config's roles, pay or report rewards. */
export type PowerId =
  | 'upgrade'
  | 'beacon'
  | 'own'
  | 'timelock'
  | 'govern'
  | 'roleTimelock'
  | 'roleOperator'
  | 'roleBackend'
  | 'payRewards'
  | 'reportRewards'

/** A power over one contract, and everybody between it and whoever decides in the end, who comes last. */
export type Power = { contract: ContractKey; power: PowerId; path: readonly Holder[] }

/**
 * Every power found on one chain, as of `block`. `unread`: contracts whose code, which names who can exchange it, was not read.
 * `areRolesUnread`: nobody was named who may hold a role of its Config.
 */
export type Owners = {
  block: Block
  powers: readonly Power[]
  unread: readonly ContractKey[]
  areRolesUnread: boolean
}

const rightsAbi = parseAbi(['function owner() view returns (address)', 'function gov() view returns (address)'])

const roles = { roleTimelock: 'TIMELOCK_ROLE', roleOperator: 'OPERATOR_ROLE', roleBackend: 'BACKEND_ROLE' } as const
type RoleId = keyof typeof roles

/** Accounts that were ever given one of Config's roles; who still has it is asked. Only the logs name them. */
export type Candidates = Readonly<Partial<Record<RoleId, readonly Address[]>>>

type Start = { contract: ContractKey; power: PowerId; address: Address }
type At = { client: Client; block: Block }

const some = (address: Address | null | undefined): Address | null =>
  address && address !== zeroAddress ? address : null

const start = (contract: ContractKey, power: PowerId, address: Address | null | undefined): Start[] => {
  const found = some(address)
  return found ? [{ contract, power, address: found }] : []
}

/** Who can exchange code, from the slots that were read already. */
const toUpgraders = (contracts: readonly Listed[], codes: Readonly<Partial<Record<ContractKey, Code>>>): Start[] =>
  contracts.flatMap(({ key }) => [
    ...start(key, 'upgrade', codes[key]?.proxy?.admin),
    ...start(key, 'beacon', codes[key]?.proxy?.beacon),
  ])

type Known = {
  contracts: readonly Listed[]
  codes: Readonly<Partial<Record<ContractKey, Code>>>
  candidates?: Candidates
}

/** Getters of single contracts that name somebody with a power. */
const named = [
  ['eMetis', 'timelock', { ...eMetis, functionName: 'timelock_address' }],
  ['lockingPool', 'reportRewards', { ...lockingPool, functionName: 'mpcAddress' }],
  ['lockingInfo', 'payRewards', { ...lockingInfo, functionName: 'rewardPayer' }],
] as const

async function readNamed({ client, block }: At, { contracts }: Known): Promise<Start[]> {
  const present = contracts.flatMap(({ key, address }) => (address ? [{ key, address }] : []))
  const of = named.filter(([key]) => present.some((each) => each.key === key))
  const asked = [
    ...present.map(({ key, address }) => [key, 'own', { abi: rightsAbi, address, functionName: 'owner' }] as const),
    ...present.map(({ key, address }) => [key, 'govern', { abi: rightsAbi, address, functionName: 'gov' }] as const),
    ...of,
  ]
  const answers: readonly unknown[] = await client.multicall({
    contracts: asked.map(([, , call]) => call),
    blockNumber: block.number,
    batchSize: 0,
  })
  return asked.flatMap(([key, power], i) => start(key, power, maybe(answers[i] as Answer<Address>)))
}

async function readRoles({ client, block }: At, { contracts, candidates = {} }: Known): Promise<Start[]> {
  const config = contracts.find(({ key }) => key === 'config')?.address
  if (!config) return []
  const asked = (Object.keys(roles) as RoleId[]).flatMap((power) =>
    (candidates[power] ?? []).map((address) => ({ power, address })),
  )
  if (asked.length === 0) return []
  const hash = (power: RoleId) => keccak256(stringToBytes(roles[power]))
  const answers: readonly unknown[] = await client.multicall({
    contracts: asked.map(
      ({ power, address }) => ({ ...configAt(config), functionName: 'hasRole', args: [hash(power), address] }) as const,
    ),
    blockNumber: block.number,
    batchSize: 0,
  })
  return asked.flatMap(({ power, address }, i) =>
    maybe(answers[i] as Answer<boolean>) ? start('config', power, address) : [],
  )
}

/**
 * Who can change these contracts of one chain, each power followed to whoever holds it in the end, all at one block.
 * `codes` names the proxies' admins. Throws when the RPC fails.
 */
export async function readOwners(client: Client, known: Known): Promise<Owners> {
  const at = { client, block: await readHead(client) }
  const [called, granted] = await Promise.all([readNamed(at, known), readRoles(at, known)])
  const pathOf = createHolderReader(client, at.block.number)
  const starts = [...toUpgraders(known.contracts, known.codes), ...called, ...granted]
  const powers = await Promise.all(
    starts.map(async ({ contract, power, address }) => ({ contract, power, path: await pathOf(address) })),
  )
  const unread = known.contracts.filter(({ key, address }) => address && !known.codes[key]).map(({ key }) => key)
  const areRolesUnread = !known.candidates && known.contracts.some(({ key, address }) => key === 'config' && address)
  return { block: at.block, powers, unread, areRolesUnread }
}
