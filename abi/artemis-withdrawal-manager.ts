import { parseAbi } from 'viem'

/** AMTWithdrawalManager (Artemis): requests wait `withdrawDelay` seconds, and until an admin has raised `nextUnlockNonce` past them. */
export const artemisWithdrawalManagerAbi = parseAbi([
  'function withdrawDelay() view returns (uint256)',
  'function nextWithdrawNonce() view returns (uint256)',
  'function nextUnlockNonce() view returns (uint256)',
  'function withdrawRequests(uint256 nonce) view returns (uint256 artMetisAmount, uint256 expectedAmount, uint256 startTime)',
  'function calculateUnlockNonce(uint256 firstExcluded) view returns (uint256)',
  'event WithdrawRequestInitiated(address indexed user, uint256 nonce, uint256 artMetisAmount, uint256 expectedAmount)',
])
