import { parseAbi } from 'viem'

/** Factory of Algebra pools (Hercules); the zero address stands for no pool. */
export const algebraFactoryAbi = parseAbi([
  'function poolByPair(address tokenA, address tokenB) view returns (address)',
])

/** Algebra's quoter: carries a swap out and takes it back, so it has to be called, not sent. */
export const algebraQuoterAbi = parseAbi([
  'function quoteExactInputSingle(address tokenIn, address tokenOut, uint256 amountIn, uint160 limitSqrtPrice) view returns (uint256 amountOut, uint16 fee)',
])
