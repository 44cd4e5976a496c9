import { type Address, type Chain, defineChain } from 'viem'
import { env } from './env'

/**
 * Contracts whose addresses are confirmed and therefore pinned; every other one is resolved on chain (address-book.ts).
 * The devnet places its contracts at these same addresses, so one table serves both networks.
 * Addresses repeat between the chains (LockingInfo on L1 is SequencerSet on L2): never key anything by address alone.
 */
export const pinned = {
  metis: '0xDeadDeAddeAddEAddeadDEaDDEAdDeaDDeAD0000',
  eMetis: '0x97a2de3A09F4A4229369ee82c7F76be1a5564661',
  seMetis: '0x79F3522a1b56f22a6549e42f9cfa92eF5FEb81e8',
  minter: '0x810Ef8Aa1326FB1c5Ce57cD79d549CF9B2cC32aF',
  enki: '0x096A84536ab84E68ee210561FFD3A038E79736F1',
  sequencerSet: '0x0fe382b74C3894B65c10E5C12ae60Bbd8FAf5b48',
  /** Netswap's, of the UniswapV2 kind; its pairs use METIS itself. */
  pairFactory: '0x70f51d68D16e8f9e418441280342BD43AC9Dff9f',
  /** Hercules' factory of Algebra pools, which use wrapped METIS, and its quoter. */
  algebraFactory: '0xC5BfA92f27dF36d268422EE314a1387bB5ffB06A',
  algebraQuoter: '0xdc2496c72911542a359B9c4d6Fc114c9a392e3D7',
  wrappedMetis: '0x75cb093E4D61d2A2e65D8e0BBb01DE8d89b53481',
  /** Chainlink's METIS / USD. */
  priceFeed: '0xD4a5Bb03B5D66d9bf81507379302Ac2C2DFDFa6D',
} as const satisfies Record<string, Address>

/** Pinned contracts on L1. */
export const pinnedL1 = {
  metis: '0x9E32b13ce7f2E80A01932B42553652E053D6ed8e',
  dealer: '0xeed9De312F438692570b103b580A59bEa80aAd65',
  lockingPool: '0xD54c868362C2098E0E46F12E7D924C6A332952Dd',
  lockingInfo: '0x0fe382b74C3894B65c10E5C12ae60Bbd8FAf5b48',
  bridge: '0x3980c9ed79d2c191A89E02Fa3529C60eD6e9c04b',
} as const satisfies Record<string, Address>

/** Contracts of Artemis on L2, the other liquid staking protocol for METIS; read only, for comparison. */
export const artemis = {
  token: '0x2583A2538272f31e9A15dD12A432B8C96Ab4821d',
  depositPool: '0x96C4A48Abdf781e9c931cfA92EC0167Ba219ad8E',
  rewardPool: '0x0Cf6ab3c169B0169E35aD58D350CbACdaF80E139',
  withdrawalManager: '0x13E029B6631c0540126c2cdf1675316C971bEB94',
} as const satisfies Record<string, Address>

/** Contracts of the chains themselves that nobody owns: Multicall3 is on both, the gas price oracle is Andromeda's. */
export const shared = {
  multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
  gasPriceOracle: '0x420000000000000000000000000000000000000F',
} as const satisfies Record<string, Address>

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
