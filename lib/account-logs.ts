import { getAbiItem } from 'viem'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { vestingAbi } from '@/abi/vesting'
import { minter, vault } from './contracts'
import type { readLogs } from './logs'

/** Everything that names an account in one of its first three topics, and what else moves the vault's counters. */
export const accountEvents = [
  getAbiItem({ abi: vault.abi, name: 'Transfer' }),
  getAbiItem({ abi: vault.abi, name: 'Deposit' }),
  getAbiItem({ abi: vault.abi, name: 'Withdraw' }),
  getAbiItem({ abi: vault.abi, name: 'AssetsAdded' }),
  getAbiItem({ abi: minter.abi, name: 'Minted' }),
  getAbiItem({ abi: vestingAbi, name: 'Vested' }),
  getAbiItem({ abi: vestingAbi, name: 'Claimed' }),
  getAbiItem({ abi: redemptionQueueAbi, name: 'EnterRedemptionQueue' }),
  getAbiItem({ abi: redemptionQueueAbi, name: 'RedeemRedemptionTicketNft' }),
  getAbiItem({ abi: redemptionQueueAbi, name: 'CancelRedemptionTicketNft' }),
] as const

/** One of them, decoded. */
export type AccountLog = Awaited<ReturnType<typeof readLogs<typeof accountEvents>>>[number]
/** Those of one event. */
export type LogOf<Name extends AccountLog['eventName']> = Extract<AccountLog, { eventName: Name }>
