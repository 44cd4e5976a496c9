import { type Address, erc20Abi } from 'viem'
import { configAbi } from '@/abi/config'
import { dealerAbi } from '@/abi/dealer'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { lockingInfoAbi } from '@/abi/locking-info'
import { lockingPoolAbi } from '@/abi/locking-pool'
import { multicall3Abi } from '@/abi/multicall3'
import { priceFeedAbi } from '@/abi/price-feed'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { seMetisAbi } from '@/abi/se-metis'
import { sequencerSetAbi } from '@/abi/sequencer-set'
import { vestingAbi } from '@/abi/vesting'
import { network } from './network'
import { pinned, pinnedL1, shared } from './pinned'

const l2 = network.l2.id
const l1 = network.l1.id

/** METIS as an ERC-20 on L2; on Andromeda the same balance pays for gas. */
export const metis = { abi: erc20Abi, address: pinned.metis, chainId: l2 } as const
/** eMetis: METIS staked one to one, earning nothing by itself. */
export const eMetis = { abi: eMetisAbi, address: pinned.eMetis, chainId: l2 } as const
/** seMetis: the ERC-4626 vault over eMetis that earns the rewards. */
export const vault = { abi: seMetisAbi, address: pinned.seMetis, chainId: l2 } as const
/** EMetisMinter: METIS in, eMetis or seMetis out. */
export const minter = { abi: eMetisMinterAbi, address: pinned.minter, chainId: l2 } as const

/** ENKI, which lets the withheld part of an unstake vest. */
export const enki = { abi: erc20Abi, address: pinned.enki, chainId: l2 } as const

/** Config at a resolved address. */
export const configAt = (address: Address) => ({ abi: configAbi, address, chainId: l2 }) as const
/** RedemptionQueue at a resolved address. */
export const queueAt = (address: Address) => ({ abi: redemptionQueueAbi, address, chainId: l2 }) as const
/** Vesting at a resolved address. */
export const vestingAt = (address: Address) => ({ abi: vestingAbi, address, chainId: l2 }) as const
/** RewardDispatcher at a resolved address. */
export const dispatcherAt = (address: Address) => ({ abi: rewardDispatcherAbi, address, chainId: l2 }) as const
/** Any ERC-20 on L2, such as the LP tokens of a pool. */
export const tokenAt = (address: Address) => ({ abi: erc20Abi, address, chainId: l2 }) as const

/** METIS in US dollars on L2. */
export const priceFeed = { abi: priceFeedAbi, address: pinned.priceFeed, chainId: l2 } as const

/** LockingPool on L1: sequencers and their rewards. */
export const lockingPool = { abi: lockingPoolAbi, address: pinnedL1.lockingPool, chainId: l1 } as const
/** LockingInfo on L1: holds the locked METIS. */
export const lockingInfo = { abi: lockingInfoAbi, address: pinnedL1.lockingInfo, chainId: l1 } as const
/** Dealer on L1: ENKI's METIS on its way into sequencers. */
export const dealer = { abi: dealerAbi, address: pinnedL1.dealer, chainId: l1 } as const
/** METIS on L1, the token that is locked. */
export const metisL1 = { abi: erc20Abi, address: pinnedL1.metis, chainId: l1 } as const
/** SequencerSet on L2: who produces which blocks. It has the address that LockingInfo has on L1. */
export const sequencerSet = { abi: sequencerSetAbi, address: pinned.sequencerSet, chainId: l2 } as const

/** Multicall3, at the same address on every chain; also tells block number, time and native balances. */
export const multicall3 = { abi: multicall3Abi, address: shared.multicall3 } as const

/** Andromeda's gas price oracle (predeploy). */
export const gasPriceOracle = {
  abi: [{ type: 'function', name: 'gasPrice', stateMutability: 'view', inputs: [], outputs: [{ type: 'uint256' }] }],
  address: shared.gasPriceOracle,
} as const
