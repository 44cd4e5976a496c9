import { parseAbi } from 'viem'

/** Dealer (L1): spreads ENKI's METIS over its sequencers. `sequencerData` leaves out the last three fields of the pool's record. */
export const dealerAbi = parseAbi([
  'struct SequencerData { uint256 amount; uint256 reward; uint256 activationBatch; uint256 updatedBatch; uint256 deactivationBatch; uint256 deactivationTime; uint256 unlockClaimTime; uint256 nonce; address owner; address signer; }',
  'function totalLocked() view returns (uint256)',
  'function sumRewards() view returns (uint256)',
  'function activeSequencerCount() view returns (uint32)',
  'function activeSequencerIds(uint256 index) view returns (uint32)',
  'function sequencerAgents(uint32 agentId) view returns (address)',
  'function sequencerData(uint32 agentId) view returns (SequencerData)',
  'event SequencerRelocked(uint32 index, uint256 amount, uint256 reward)',
  'event L2MetisMinted(uint256 amount)',
  'event DepositToRedemptionQueue(uint256 amount)',
])
