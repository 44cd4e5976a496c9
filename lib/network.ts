import { type Chain, defineChain } from 'viem'
import { env } from './env'
import { shared } from './pinned'

const multicall3 = { address: shared.multicall3 } as const
const metis = { name: 'Metis', symbol: 'METIS', decimals: 18 } as const
const ether = { name: 'Ether', symbol: 'ETH', decimals: 18 } as const

type Pair = { l2: Chain; l1: Chain }

const andromeda = (): Pair => ({
  l2: defineChain({
    id: 1088,
    name: 'Metis Andromeda',
    nativeCurrency: metis,
    rpcUrls: {
      default: {
        http: ['https://andromeda.metis.io/?owner=1088', 'https://metis-rpc.publicnode.com', 'https://metis.drpc.org'],
      },
    },
    blockExplorers: { default: { name: 'Metis Explorer', url: 'https://explorer.metis.io' } },
    contracts: { multicall3: { ...multicall3, blockCreated: 2_338_552 } },
  }),
  l1: defineChain({
    id: 1,
    name: 'Ethereum',
    nativeCurrency: ether,
    rpcUrls: { default: { http: ['https://ethereum-rpc.publicnode.com', 'https://eth.drpc.org'] } },
    blockExplorers: { default: { name: 'Etherscan', url: 'https://etherscan.io' } },
    contracts: { multicall3: { ...multicall3, blockCreated: 14_353_601 } },
  }),
})

const devnet = (): Pair => ({
  l2: defineChain({
    id: 31088,
    name: 'Metis devnet',
    nativeCurrency: metis,
    rpcUrls: { default: { http: ['http://127.0.0.1:31088'] } },
    contracts: { multicall3 },
    testnet: true,
  }),
  l1: defineChain({
    id: 31001,
    name: 'Ethereum devnet',
    nativeCurrency: ether,
    rpcUrls: { default: { http: ['http://127.0.0.1:31001'] } },
    contracts: { multicall3 },
    testnet: true,
  }),
})

const withUrls = (chain: Chain, urls: readonly string[] | undefined): Chain =>
  urls ? { ...chain, rpcUrls: { default: { http: urls } } } : chain

// The build replaces the variable, so that a build holds nothing of the pair it does not serve.
const pair = process.env.NEXT_PUBLIC_NETWORK === 'devnet' ? devnet() : andromeda()

/** The L1/L2 pair this build serves, with the RPC lists that a browser may see. */
export const network = {
  name: env.network,
  l2: withUrls(pair.l2, env.l2Urls),
  l1: withUrls(pair.l1, env.l1Urls),
} as const
