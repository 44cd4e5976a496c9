import { parseAbi } from 'viem'

/**
 * LockingInfo (L1): the escrow that holds the METIS and logs every change of a lock. In `UnlockInit` the amount is the reward
 * paid out, not the principal.
 */
export const lockingInfoAbi = parseAbi([
  'function minLock() view returns (uint256)',
  'function maxLock() view returns (uint256)',
  'function totalLocked() view returns (uint256)',
  'function totalRewardsLiquidated() view returns (uint256)',
  'function rewardPayer() view returns (address)',
  'function manager() view returns (address)',
  'function bridge() view returns (address)',
  'function l1Token() view returns (address)',
  'function l2Token() view returns (address)',
  'function l2ChainId() view returns (uint256)',
  'event Locked(address indexed signer, uint256 indexed sequencerId, uint256 nonce, uint256 indexed activationBatch, uint256 amount, uint256 total, bytes signerPubkey)',
  'event Relocked(uint256 indexed sequencerId, uint256 amount, uint256 total)',
  'event Withdraw(uint256 indexed sequencerId, uint256 amount)',
  'event LockUpdate(uint256 indexed sequencerId, uint256 indexed nonce, uint256 indexed newAmount)',
  'event ClaimRewards(uint256 indexed sequencerId, address recipient, uint256 indexed amount, uint256 indexed totalAmount)',
  'event UnlockInit(address indexed user, uint256 indexed sequencerId, uint256 nonce, uint256 deactivationBatch, uint256 deactivationTime, uint256 unlockClaimTime, uint256 indexed amount)',
  'event Unlocked(address indexed user, uint256 indexed sequencerId, uint256 amount, uint256 total)',
  'event BatchSubmitReward(uint256 newBatchId)',
  'event SignerChange(uint256 indexed sequencerId, uint256 nonce, address indexed oldSigner, address indexed newSigner, bytes signerPubkey)',
  'event SetMinLock(uint256 newMinLock)',
  'event SetMaxLock(uint256 newMaxLock)',
  'event SetRewardPayer(address payer)',
])
