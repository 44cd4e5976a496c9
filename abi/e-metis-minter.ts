import { parseAbi } from 'viem'
import { baseAbi } from './base'

/** EMetisMinter: METIS in, eMetis (or seMetis) out, one to one. */
export const eMetisMinterAbi = [
  ...baseAbi,
  ...parseAbi([
    'function mint(address account, uint256 amount, bool deposit, address inviter)',
    'function metis() view returns (address)',
    'function eMetis() view returns (address)',
    'function seMetis() view returns (address)',
    'function rewardDispatcher() view returns (address)',
    'function bridge() view returns (address)',
    'function crossDomainMessenger() view returns (address)',
    'function mintFromL1(uint256 amount)',
    'function depositToL1Dealer(uint256 amount) payable',
    'function depositToRedemptionQueue(uint256 amount) payable',
    'function redeemToTreasury(uint256 amount)',
    'event Minted(address indexed account, uint256 amount, bool deposit, address indexed inviter)',
    'event DepositToL1Dealer(uint256 amount)',
  ]),
] as const
