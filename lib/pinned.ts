import type { Address } from 'viem'

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
