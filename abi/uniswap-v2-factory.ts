import { parseAbi } from 'viem'

/** Factory of pools of the UniswapV2 kind (Netswap); the zero address stands for no pool. */
export const uniswapV2FactoryAbi = parseAbi(['function getPair(address tokenA, address tokenB) view returns (address)'])
