import type { Address } from 'viem'
import { pinned, pinnedL1 } from '@/lib/pinned'

/** The real deployer. Impersonated with the real nonces, so that every contract it creates gets its real address. */
export const deployer: Address = '0xA653cF2512bF247F947470196B333e04bFf2746B'

/** Contracts of the deployer on L2, in the order of its nonces. The last column is what CREATE must give. */
export const created = {
  enki: { nonce: 13, address: pinned.enki },
  config: { nonce: 32, address: '0x28254967E34db48eB548ec078288cd69b5f63EA5' },
  eMetis: { nonce: 34, address: pinned.eMetis },
  minter: { nonce: 36, address: pinned.minter },
  vesting: { nonce: 38, address: '0x13C0CCC4c21a1Aa082Ab92Ca515Fe36f514C8cd7' },
  dispatcher: { nonce: 40, address: '0xCF8A7B8ce925133892EC641cD75B6074B6841c2A' },
  seMetis: { nonce: 42, address: pinned.seMetis },
  inviter: { nonce: 56, address: '0x578577D0aC1cafaE86EA6CDfa896e79e5E8800C9' },
  queue: { nonce: 123, address: '0x2E1e221ad59BD24395F1CB93eE35D8FE5e72d3BC' },
} as const satisfies Record<string, { nonce: number; address: Address }>

/** Contracts of the deployer on L1. The agent is the Dealer's own first contract. */
export const createdL1 = {
  dealer: { nonce: 2, address: pinnedL1.dealer },
  agentTemplate: { nonce: 3, address: '0xf1A376A969532337912D9E3D9b16EF9650cd610D' },
} as const satisfies Record<string, { nonce: number; address: Address }>

/** ENKI's agent, owner of sequencer 5. */
export const agent: Address = '0x66c7674732357b01B3E9a8F94A05C411BeA1767A'

/** Contracts whose code is placed at its address without a transaction. */
export const placed = {
  multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
  metis: pinned.metis,
  messenger: '0x4200000000000000000000000000000000000007',
  bridge: '0x4200000000000000000000000000000000000010',
  /** The same address as LockingInfo on L1. */
  sequencerSet: '0x0fe382b74C3894B65c10E5C12ae60Bbd8FAf5b48',
  priceFeed: '0xD4a5Bb03B5D66d9bf81507379302Ac2C2DFDFa6D',
  pairFactory: pinned.pairFactory,
} as const satisfies Record<string, Address>

export const placedL1 = {
  multicall3: placed.multicall3,
  metis: pinnedL1.metis,
  messenger: '0x081D1101855bD523bA69A9794e0217F0DB6323ff',
  bridge: '0x3980c9ed79d2c191A89E02Fa3529C60eD6e9c04b',
  lockingPool: pinnedL1.lockingPool,
  lockingInfo: pinnedL1.lockingInfo,
} as const satisfies Record<string, Address>

/** The multisig that pays the sequencers. */
export const rewardPayer: Address = '0x62478E4eeb4070fE399866aB05e821AB97200947'
/** Owner of pool and escrow: the Security Council. */
export const council: Address = '0xbf1752DE62d825aF0634F514226F881a449874b6'
/** eMetis' timelock; invented, like whoever may call through it. */
export const timelock: Address = '0x7E7a5000000000000000000000000000000071Ce'
/** Owner of every ENKI proxy's admin, invented too: nobody knows who it is on Andromeda. */
export const guardians: Address = '0x6A4d1a0000000000000000000000000000000005'
/** Where ENKI's tenth of the rewards goes. */
export const treasury: Address = '0x93b171deaE9C5Ea23335ca0c59639c2330b56D96'
