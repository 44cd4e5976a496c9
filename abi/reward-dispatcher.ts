import { parseAbi } from 'viem'
import { baseAbi } from './base'

/** RewardDispatcher: splits arrived rewards. Only `toVaultAmount` is new money for the vault; `amount` double counts. */
export const rewardDispatcherAbi = [
  ...baseAbi,
  ...parseAbi([
    'function dispatch()',
    'function withdrawTreasury(uint256 amount, bool redeem)',
    'function treasuryBalance() view returns (uint256)',
    'function eMetis() view returns (address)',
    'function seMetis() view returns (address)',
    'event Dispatched(uint256 amount, uint256 toTreasuryAmount, uint256 toVaultAmount)',
  ]),
] as const
