import { type Address, erc20Abi } from 'viem'
import { configAbi } from '@/abi/config'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { lockingInfoAbi } from '@/abi/locking-info'
import { lockingPoolAbi } from '@/abi/locking-pool'
import { multicall3Abi } from '@/abi/multicall3'
import { seMetisAbi } from '@/abi/se-metis'
import { network, pinned, pinnedL1 } from './network'

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

/** Config at a resolved address. */
export const configAt = (address: Address) => ({ abi: configAbi, address, chainId: l2 }) as const

/** LockingPool on L1: sequencers and their rewards. */
export const lockingPool = { abi: lockingPoolAbi, address: pinnedL1.lockingPool, chainId: l1 } as const
/** LockingInfo on L1: holds the locked METIS. */
export const lockingInfo = { abi: lockingInfoAbi, address: pinnedL1.lockingInfo, chainId: l1 } as const

/** Multicall3, at the same address on every chain; also tells block number, time and native balances. */
export const multicall3 = { abi: multicall3Abi, address: '0xcA11bde05977b3631167028862bE2a173976CA11' } as const

/** Andromeda's gas price oracle (predeploy). */
export const gasPriceOracle = {
  abi: [{ type: 'function', name: 'gasPrice', stateMutability: 'view', inputs: [], outputs: [{ type: 'uint256' }] }],
  address: '0x420000000000000000000000000000000000000F',
} as const
