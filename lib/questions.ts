import { type Address, encodeFunctionData, type Hash, type Hex, keccak256, stringToBytes } from 'viem'
import { evidenceAbi as abi } from './call-name'
import type { Question } from './evidence'
import type { ContractKey, Listed } from './inventory'
import { network } from './network'
import type { Owners, PowerId } from './owners'
import { adminSlot, beaconSlot, type Code, implementationSlot } from './proxy'

/** What has been read of one chain, or of both. */
export type Facts = {
  contracts: readonly Listed[]
  codes: Readonly<Partial<Record<ContractKey, Code>>>
  owners: readonly (Owners & { chain: Listed['chain'] })[]
}

type Name = (typeof abi)[number]['name']
type Asked = { chainId: number; to: Address }

const asked = ({ chain }: Pick<Listed, 'chain'>, to: Address): Asked => ({ chainId: network[chain].id, to })

const call = (at: Asked, functionName: Name, args: readonly unknown[] = []): Question => ({
  kind: 'call',
  ...at,
  // Every function but hasRole takes nothing, which viem can't see of a name out of many.
  data: encodeFunctionData({ abi, functionName, args } as never),
})
const code = (at: Asked): Question => ({ kind: 'code', ...at, data: '0x' })
const slot = (at: Asked, data: Hex): Question => ({ kind: 'slot', ...at, data })

/** The wiring, and the rules in force, by contract. */
const rules: readonly (readonly [ContractKey, readonly Name[]])[] = [
  ['seMetis', ['config', 'asset', 'paused', 'totalAssets', 'totalSupply']],
  ['minter', ['config']],
  ['eMetis', ['totalSupply']],
  [
    'config',
    [
      'eMetisMinter',
      'eMetis',
      'seMetis',
      'vesting',
      'rewardDispatcher',
      'redemptionQueue',
      'inviterNFT',
      'bridge',
      'l1Dealer',
      'protocolTreasury',
      'isPublic',
      'protocolTreasuryRatio',
      'vestingRatio',
      'vestingDuration',
      'redemptionFee',
      'cancelRedemptionFee',
      'queueLengthSecs',
      'minQueueLengthSecs',
      'reduceMaturityStakeSecs',
    ],
  ],
  ['sequencerSet', ['epochLength']],
  ['lockingPool', ['rewardPerBlock', 'exitDelayPeriod', 'paused']],
  ['lockingInfo', ['minLock', 'maxLock']],
]

const toRules = ({ contracts }: Facts): Question[] =>
  rules.flatMap(([key, names]) => {
    const found = contracts.find((each) => each.key === key)
    return found?.address ? names.map((name) => call(asked(found, found.address as Address), name)) : []
  })

/** The code at its own address, the slots that make it a proxy, and the code behind it. */
const toCode = ({ contracts, codes }: Facts): Question[] =>
  contracts.flatMap((listed) => {
    const { key, address } = listed
    if (!address) return []
    const [at, proxy] = [asked(listed, address), codes[key]?.proxy]
    const behind = proxy?.implementation ? [code(asked(listed, proxy.implementation))] : []
    if (proxy?.kind === 'slot') return [code(at), slot(at, implementationSlot), slot(at, adminSlot), ...behind]
    if (!proxy?.beacon) return [code(at), ...behind]
    return [code(at), slot(at, beaconSlot), call(asked(listed, proxy.beacon), 'implementation'), ...behind]
  })

const roleOf = (name: string): Hash => keccak256(stringToBytes(name))
const roles: Partial<Record<PowerId, Hash>> = {
  roleTimelock: roleOf('TIMELOCK_ROLE'),
  roleOperator: roleOf('OPERATOR_ROLE'),
  roleBackend: roleOf('BACKEND_ROLE'),
}
const getters: Partial<Record<PowerId, Name>> = {
  own: 'owner',
  govern: 'gov',
  timelock: 'timelock_address',
  reportRewards: 'mpcAddress',
  payRewards: 'rewardPayer',
}
const kinds = {
  account: [],
  contract: ['owner'],
  safe: ['getThreshold', 'getOwners'],
  timelock: ['getMinDelay', 'buffer', 'admin'],
} as const satisfies Record<string, readonly Name[]>

const toOwners = ({ contracts, owners }: Facts): Question[] =>
  owners.flatMap(({ chain, powers }) =>
    powers.flatMap(({ contract, power, path }) => {
      const own = contracts.find(({ key }) => key === contract)?.address
      const [getter, role, first] = [getters[power], roles[power], path[0]]
      return [
        ...(own && getter ? [call(asked({ chain }, own), getter)] : []),
        ...(own && role && first ? [call(asked({ chain }, own), 'hasRole', [role, first.address])] : []),
        ...path.flatMap(({ address, kind }) => {
          const at = asked({ chain }, address)
          return [code(at), ...kinds[kind].map((name) => call(at, name))]
        }),
      ]
    }),
  )

const nameOf = ({ kind, chainId, to, data }: Question) => [kind, chainId, to.toLowerCase(), data].join(' ')

/** What has to be asked to see wiring, code, rules and owners for oneself; each question once. */
export const toQuestions = (facts: Facts): Question[] => {
  const all = [...toRules(facts), ...toCode(facts), ...toOwners(facts)]
  return [...new Map(all.map((question) => [nameOf(question), question])).values()]
}
