import { parseAbi } from 'viem'

/** The chain facts that Multicall3 tells; the batching itself is viem's. */
export const multicall3Abi = parseAbi([
  'function getBlockNumber() view returns (uint256 blockNumber)',
  'function getCurrentBlockTimestamp() view returns (uint256 timestamp)',
  'function getEthBalance(address addr) view returns (uint256 balance)',
])
