import { parseAbi } from 'viem'

/** AMTRewardPool (Artemis): rewards of its sequencers until they are harvested. `feeRate` is parts of 1e18. */
export const artemisRewardPoolAbi = parseAbi([
  'function feeRate() view returns (uint256)',
  'function feeReceiver() view returns (address)',
  'event FeeRateSet(uint256 feeRate)',
])
