import { parseAbi } from 'viem'

/** The standard bridge of L2: what has arrived from L1. */
export const standardBridgeAbi = parseAbi([
  'function messenger() view returns (address)',
  'event DepositFinalized(address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes data)',
])
