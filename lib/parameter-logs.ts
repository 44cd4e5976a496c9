import { getAbiItem, type Hash, isAddressEqual, keccak256, parseAbi, stringToBytes, zeroAddress } from 'viem'
import { configAbi } from '@/abi/config'
import { lockingInfoAbi } from '@/abi/locking-info'
import { lockingPoolAbi } from '@/abi/locking-pool'
import { sequencerSetAbi } from '@/abi/sequencer-set'
import { eMetis } from './contracts'
import type { Listed } from './inventory'
import { readLogs } from './logs'
import type { ParameterEvent, ParameterId, RightId, Value } from './parameter-events'
import type { Client } from './rpc'
import { readSeconds } from './vault-events'

type Range = { from: bigint; to: bigint }
type Change = { parameter: ParameterId; before: Value | null; after: Value | null }

const rights = parseAbi([
  'event Upgraded(address indexed implementation)',
  'event AdminChanged(address previousAdmin, address newAdmin)',
  'event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)',
])

const events = [
  getAbiItem({ abi: configAbi, name: 'PausedSet' }),
  getAbiItem({ abi: configAbi, name: 'PublicSet' }),
  getAbiItem({ abi: configAbi, name: 'ProtocolTreasurySet' }),
  getAbiItem({ abi: configAbi, name: 'ProtocolTreasuryRatioSet' }),
  getAbiItem({ abi: configAbi, name: 'VestingRatioSet' }),
  getAbiItem({ abi: configAbi, name: 'VestingDurationSet' }),
  getAbiItem({ abi: configAbi, name: 'QueueLengthSecsSet' }),
  getAbiItem({ abi: configAbi, name: 'EarlyExitFeeSet' }),
  getAbiItem({ abi: configAbi, name: 'RoleGranted' }),
  getAbiItem({ abi: configAbi, name: 'RoleRevoked' }),
  getAbiItem({ abi: eMetis.abi, name: 'MinterAdded' }),
  getAbiItem({ abi: eMetis.abi, name: 'MinterRemoved' }),
  getAbiItem({ abi: eMetis.abi, name: 'TimelockChanged' }),
  getAbiItem({ abi: lockingPoolAbi, name: 'RewardUpdate' }),
  getAbiItem({ abi: lockingPoolAbi, name: 'WithrawDelayTimeChange' }),
  getAbiItem({ abi: lockingPoolAbi, name: 'UpdateMpc' }),
  getAbiItem({ abi: sequencerSetAbi, name: 'EpochUpdated' }),
  getAbiItem({ abi: lockingInfoAbi, name: 'SetMinLock' }),
  getAbiItem({ abi: lockingInfoAbi, name: 'SetMaxLock' }),
  getAbiItem({ abi: lockingInfoAbi, name: 'SetRewardPayer' }),
  ...rights,
] as const

type Log = Awaited<ReturnType<typeof readLogs<typeof events>>>[number]

const roleOf = (name: string) => keccak256(stringToBytes(name))
const roles: Readonly<Record<Hash, RightId>> = {
  [roleOf('TIMELOCK_ROLE')]: 'roleTimelock',
  [roleOf('OPERATOR_ROLE')]: 'roleOperator',
  [roleOf('BACKEND_ROLE')]: 'roleBackend',
}
/** Beta users change nothing for anybody else, and there may be many. */
const betaRole = roleOf('BETA_USER_ROLE')

const to = (parameter: ParameterId, after: Value | null, before: Value | null = null): Change => ({
  parameter,
  before,
  after,
})

/** Setters of a rule, whose logs name both values. */
const rules = {
  PausedSet: 'paused',
  PublicSet: 'public',
  ProtocolTreasurySet: 'treasury',
  ProtocolTreasuryRatioSet: 'treasuryRatio',
  VestingRatioSet: 'vestingRatio',
  VestingDurationSet: 'vestingSeconds',
  QueueLengthSecsSet: 'queueSeconds',
  EarlyExitFeeSet: 'earlyExitFee',
} as const

function changeOf(log: Log): Change | undefined {
  switch (log.eventName) {
    case 'RoleGranted':
      return log.args.role === betaRole ? undefined : to(roles[log.args.role] ?? 'roleOther', log.args.account)
    case 'RoleRevoked':
      return log.args.role === betaRole ? undefined : to(roles[log.args.role] ?? 'roleOther', null, log.args.account)
    case 'MinterAdded':
      return to('minter', log.args.minter_address)
    case 'MinterRemoved':
      return to('minter', null, log.args.minter_address)
    case 'TimelockChanged':
      return to('timelock', log.args.timelock_address)
    case 'RewardUpdate':
      return to('rewardPerBlock', log.args.newReward, log.args.oldReward)
    case 'WithrawDelayTimeChange':
      return to('exitSeconds', log.args.cur, log.args.prev)
    case 'UpdateMpc':
      return to('mpc', log.args.newMpc)
    case 'EpochUpdated':
      return to('epochLength', log.args.newLength)
    case 'SetMinLock':
      return to('minLock', log.args.newMinLock)
    case 'SetMaxLock':
      return to('maxLock', log.args.newMaxLock)
    case 'SetRewardPayer':
      return to('rewardPayer', log.args.payer)
    case 'Upgraded':
      return to('implementation', log.args.implementation)
    case 'AdminChanged':
      return to('admin', log.args.newAdmin, log.args.previousAdmin)
    case 'OwnershipTransferred':
      return to('owner', log.args.newOwner, log.args.previousOwner)
    default:
      return to(rules[log.eventName], log.args.newValue, log.args.oldValue)
  }
}

/** Whose changes are told: ENKI's contracts and SequencerSet on L2, the pool and ENKI's Dealer on L1. */
export const isWatched = ({ group, key }: Listed): boolean =>
  group === 'enki'
    ? key !== 'metis' && key !== 'enki'
    : group === 'enkiL1' || key === 'lockingPool' || key === 'lockingInfo' || key === 'sequencerSet'

/** Every such change of these contracts of one chain in a closed range of its blocks, in chain order. */
export async function readParameterEvents(client: Client, contracts: readonly Listed[], range: Range) {
  const watched = contracts.flatMap(({ address, key, chain }) => (address ? [{ address, key, chain }] : []))
  const logs = await readLogs(client, { address: watched.map(({ address }) => address), events, ...range })
  const found = logs.map(async (log): Promise<ParameterEvent[]> => {
    const [change, at] = [changeOf(log), watched.find(({ address }) => isAddressEqual(address, log.address))]
    if (!change || !at) return []
    const { blockNumber: block, logIndex: index, blockHash: hash, transactionHash: transaction } = log
    const seconds = await readSeconds(client, log)
    return [{ ...change, chain: at.chain, contract: at.key, block, index, hash, transaction, seconds }]
  })
  return (await Promise.all(found)).flat()
}

/**
 * True once nothing older of ENKI or the pool can be missing: eMetis and LockingInfo are born with an owner, before anything could
 * be changed. SequencerSet may be older than eMetis, and is told from then on.
 */
export const isWholeRecord = (found: readonly ParameterEvent[]): boolean =>
  found.some(
    ({ contract, parameter, before }) =>
      (contract === 'eMetis' || contract === 'lockingInfo') && parameter === 'owner' && before === zeroAddress,
  )
