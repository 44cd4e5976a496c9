import { parseAbi } from 'viem'
import { baseAbi } from './base'
import { erc721CoreAbi } from './erc721-core'

/** InviterNFT: one soulbound token per account. `ownerTokenId` is 0 for "none" and for token 0: ask `balanceOf`. */
export const inviterNftAbi = [
  ...baseAbi,
  ...erc721CoreAbi,
  ...parseAbi(['function mint()', 'function ownerTokenId(address owner) view returns (uint256)']),
] as const
