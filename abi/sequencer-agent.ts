import { parseAbi } from 'viem'

/** SequencerAgent (L1): the Dealer's owner account of one sequencer. */
export const sequencerAgentAbi = parseAbi([
  'function dealer() view returns (address)',
  'function sequencerId() view returns (uint256)',
  'function sequencerSigner() view returns (address)',
  'function active() view returns (bool)',
])
