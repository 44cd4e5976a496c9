import { decodeFunctionData, parseAbi } from 'viem'
import type { Question } from './evidence'

/** Everything that evidence asks of a contract. */
export const evidenceAbi = parseAbi([
  'function config() view returns (address)',
  'function asset() view returns (address)',
  'function paused() view returns (bool)',
  'function totalAssets() view returns (uint256)',
  'function totalSupply() view returns (uint256)',
  'function eMetis() view returns (address)',
  'function seMetis() view returns (address)',
  'function eMetisMinter() view returns (address)',
  'function vesting() view returns (address)',
  'function rewardDispatcher() view returns (address)',
  'function redemptionQueue() view returns (address)',
  'function inviterNFT() view returns (address)',
  'function bridge() view returns (address)',
  'function l1Dealer() view returns (address)',
  'function protocolTreasury() view returns (address)',
  'function isPublic() view returns (bool)',
  'function protocolTreasuryRatio() view returns (uint64)',
  'function vestingRatio() view returns (uint64)',
  'function vestingDuration() view returns (uint64)',
  'function redemptionFee() view returns (uint64)',
  'function cancelRedemptionFee() view returns (uint64)',
  'function queueLengthSecs() view returns (uint64)',
  'function minQueueLengthSecs() view returns (uint64)',
  'function reduceMaturityStakeSecs() view returns (uint64)',
  'function hasRole(bytes32 role, address account) view returns (bool)',
  'function rewardPerBlock() view returns (uint256)',
  'function exitDelayPeriod() view returns (uint256)',
  'function mpcAddress() view returns (address)',
  'function minLock() view returns (uint256)',
  'function maxLock() view returns (uint256)',
  'function rewardPayer() view returns (address)',
  'function epochLength() view returns (uint256)',
  'function implementation() view returns (address)',
  'function owner() view returns (address)',
  'function gov() view returns (address)',
  'function admin() view returns (address)',
  'function timelock_address() view returns (address)',
  'function getThreshold() view returns (uint256)',
  'function getOwners() view returns (address[])',
  'function getMinDelay() view returns (uint256)',
  'function buffer() view returns (uint256)',
])

/** A call as it would be written, `vestingRatio()`; null: none of ours, as a link by somebody else may hold. */
export function callName(question: Question): string | null {
  if (question.kind !== 'call') return null
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: evidenceAbi, data: question.data })
    return `${functionName}(${args.join(', ')})`
  } catch {
    return null
  }
}
