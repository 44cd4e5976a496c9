import { parseAbi } from 'viem'

/** AMTDepositPool (Artemis): the METIS behind artMETIS. `totalDeposits` by the token's supply is the rate; it moves with `harvest`. */
export const artemisDepositPoolAbi = parseAbi([
  'function totalDeposits() view returns (uint256)',
  'function getArtMetisAmountToMint(uint256 amount) view returns (uint256)',
  'function harvest()',
  'event MetisDeposited(address indexed user, uint256 amount, uint256 artMetisAmount, string referralId)',
  'event Harvested(address indexed user, uint256 amount)',
])
