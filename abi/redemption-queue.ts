import { parseAbi } from 'viem'
import { baseAbi } from './base'
import { erc721CoreAbi } from './erc721-core'

/**
 * RedemptionQueue: eMetis in, a ticket NFT out, METIS when it has matured. Redeem takes the id first, cancel the recipient
 * first. `cancelRedemptionFee` is a ratio per 1e6 in the Enter event and an amount in the Cancel event.
 */
export const redemptionQueueAbi = [
  ...baseAbi,
  ...erc721CoreAbi,
  ...parseAbi([
    'function EMETIS() view returns (address)',
    'function METIS() view returns (address)',
    'function lpFactors(address lpToken) view returns (uint256)',
    'function nftInformation(uint256 nftId) view returns (bool hasBeenRedeemed, uint64 maturity, uint120 amount, uint64 cancelRedemptionFee, uint64 lpLockMaturity, address lpLockToken, uint256 lpLockAmount, bool lpClaimed)',
    'function redemptionQueueAccounting() view returns (uint128 etherLiabilities, uint128 unclaimedFees)',
    'function estimateLpAmount(address lpToken, uint64 reduceTime, uint256 redeemAmount) view returns (uint256 lpAmount, uint256 amount0, uint256 amount1)',
    'function getReduceTime(address lpToken, uint256 lpAmount, uint256 redeemAmount) view returns (uint64)',
    'function enterRedemptionQueue(address recipient, uint120 amountToRedeem) returns (uint256 nftId)',
    'function redeemRedemptionTicketNft(uint256 nftId, address recipient)',
    'function cancelRedemptionTicketNft(address recipient, uint256 nftId) returns (uint120 eMetisOut)',
    'function reduceRedemptionMaturity(uint256 nftId, address lpToken, uint256 lpAmount)',
    'function unlockLpToken(uint256 nftId)',
    'function setLpFactor(address lpToken, uint256 factor)',
    'function collectRedemptionFees(uint128 collectAmount)',
    'event EnterRedemptionQueue(uint256 indexed nftId, address indexed sender, address indexed recipient, uint256 amountEMetisRedeemed, uint120 redemptionFeeAmount, uint64 maturityTimestamp, uint256 cancelRedemptionFee)',
    'event RedeemRedemptionTicketNft(uint256 indexed nftId, address indexed sender, address indexed recipient, uint120 amountOut)',
    'event CancelRedemptionTicketNft(uint256 indexed nftId, address indexed sender, address indexed recipient, uint120 eMetisOut, uint120 cancelRedemptionFee)',
    'event ReduceRedemptionMaturity(uint256 indexed nftId, address lpLockToken, uint256 lpLockAmount, uint64 reduceTime, uint64 newMaturityTimestamp)',
    'event UnlockLpToken(uint256 indexed nftId, address lpToken, uint256 lpAmount)',
    'event CollectRedemptionFees(address recipient, uint128 collectAmount)',
    'error NotMatureYet(uint256 currentTime, uint64 maturity)',
    'error AlreadyRedeemed()',
    'error Erc721CallerNotOwnerOrApproved()',
    'error AlreadyReducedMaturity()',
    'error ReduceTimeExceedsLimit()',
    'error LpTokenNotLocked()',
    'error ExceedsCollectedFees(uint128 collectAmount, uint128 accruedAmount)',
  ]),
] as const
