import { erc20Abi, parseAbi } from 'viem'

/** A pool of the UniswapV2 kind: the queue's speed-up token and the market beside it. */
export const uniswapV2PairAbi = [
  ...erc20Abi,
  ...parseAbi([
    'function token0() view returns (address)',
    'function token1() view returns (address)',
    'function getReserves() view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast)',
    'function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes data)',
    'event Mint(address indexed sender, uint256 amount0, uint256 amount1)',
    'event Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to)',
    'event Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to)',
    'event Sync(uint112 reserve0, uint112 reserve1)',
  ]),
] as const
