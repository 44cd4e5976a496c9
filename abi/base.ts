import { parseAbi } from 'viem'

/** What every ENKI contract behind a proxy shares: its Config, the pause flag, the role names, the rescue function. */
export const baseAbi = parseAbi([
  'function config() view returns (address)',
  'function paused() view returns (bool)',
  'function FEE_PRECISION() view returns (uint64)',
  'function INITIAL_DEPOSIT_AMOUNT() view returns (uint256)',
  'function TIMELOCK_ROLE() view returns (bytes32)',
  'function OPERATOR_ROLE() view returns (bytes32)',
  'function BETA_USER_ROLE() view returns (bytes32)',
  'function recoverErc20(address tokenAddress, uint256 tokenAmount)',
  'event RecoverErc20(address recipient, address token, uint256 amount)',
  'event Initialized(uint8 version)',
])
