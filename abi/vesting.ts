import { parseAbi } from 'viem'
import { baseAbi } from './base'

/** Vesting: releases the withheld part of an unstake to whoever stakes ENKI. */
export const vestingAbi = [
  ...baseAbi,
  ...parseAbi([
    'function userInfos(address user) view returns (uint256 balance, uint256 cumulativeClaimAmount, uint256 claimedAmount, uint256 lastVestingTime, uint256 eMetisBalance)',
    'function claimable(address account) view returns (uint256)',
    'function amountOfDuration(address account) view returns (uint256)',
    'function estimateFinishTime(address account) view returns (uint256)',
    'function seMetis() view returns (address)',
    'function enki() view returns (address)',
    'function eMetis() view returns (address)',
    'function stake(uint256 amount)',
    'function claim()',
    'function unstake()',
    'function deposit(address user, uint256 amount)',
    'event Vested(address indexed user, uint256 amount)',
    'event Claimed(address indexed user, uint256 amount)',
    'event Staked(address indexed user, uint256 amount)',
    'event Unstaked(address indexed user, uint256 amount)',
  ]),
] as const
