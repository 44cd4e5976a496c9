import { parseAbi } from 'viem'

/** SequencerSet (L2): who produces which blocks. It may be one epoch ahead: the producer now is `getMetisSequencer(latest)`. */
export const sequencerSetAbi = parseAbi([
  'struct Epoch { uint256 number; address signer; uint256 startBlock; uint256 endBlock; }',
  'function epochs(uint256 number) view returns (uint256 number, address signer, uint256 startBlock, uint256 endBlock)',
  'function currentEpochNumber() view returns (uint256)',
  'function currentEpoch() view returns (Epoch epoch)',
  'function epochLength() view returns (uint256)',
  'function finalizedEpoch() view returns (Epoch epoch, bool exist)',
  'function finalizedBlock() view returns (uint256)',
  'function getEpochByBlock(uint256 number) view returns (uint256)',
  'function getMetisSequencer(uint256 number) view returns (address)',
  'event NewEpoch(uint256 indexed epochId, uint256 startBlock, uint256 endBlock, address signer)',
  'event ReCommitEpoch(uint256 indexed oldEpochId, uint256 indexed newEpochId, uint256 curEpochId, uint256 startBlock, uint256 endBlock, address newSigner)',
  'event EpochUpdated(uint256 newLength)',
])
