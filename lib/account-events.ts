import { type Address, getAbiItem, type Hash, isAddressEqual, zeroAddress } from 'viem'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { vestingAbi } from '@/abi/vesting'
import { minter, vault } from './contracts'
import type { Place } from './logbook'
import type { readLogs } from './logs'

/** What an account did or had done to it; amounts in base units. */
export type AccountDeed =
  | { kind: 'staked'; shares: bigint; assets: bigint; gave: 'METIS' | 'eMetis' }
  /** `assets`: all of it, of which `vested` went to Vesting. */
  | { kind: 'unstaked'; shares: bigint; assets: bigint; vested: bigint }
  | { kind: 'received' | 'sent'; shares: bigint; other: Address }
  /** Somebody else's unstake paid this account. */
  | { kind: 'granted'; assets: bigint; vested: bigint }
  /** METIS became eMetis; released eMetis was paid by Vesting. */
  | { kind: 'minted' | 'claimed'; amount: bigint }
  /** A redemption ticket: asked for (`amount` eMetis of which `fee` stays in the queue), paid in METIS, given back in eMetis. */
  | { kind: 'requested' | 'redeemed' | 'cancelled'; id: bigint; amount: bigint; fee: bigint }

/** A deed with its transaction and its place in the chain. */
export type Deed = AccountDeed & Place & { tx: Hash }

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

export type AccountLog = Awaited<ReturnType<typeof readLogs<typeof accountEvents>>>[number]
type LogOf<Name extends AccountLog['eventName']> = Extract<AccountLog, { eventName: Name }>

/** The part of an unstake that vests is logged just before it, in the same transaction. */
const vestedIn = (logs: readonly AccountLog[], { transactionHash, logIndex, args }: LogOf<'Withdraw'>): bigint => {
  const found = logs.findLast(
    (log) =>
      log.eventName === 'Vested' &&
      log.transactionHash === transactionHash &&
      log.logIndex < logIndex &&
      isAddressEqual(log.args.user, args.receiver),
  )
  return found?.eventName === 'Vested' ? found.args.amount : 0n
}

/** Shares made or burnt are told by Deposit and Withdraw, with what they cost. */
function toTransfer({ args: { from, to, value } }: LogOf<'Transfer'>, account: Address): AccountDeed | null {
  if (from === zeroAddress || to === zeroAddress || value === 0n || isAddressEqual(from, to)) return null
  if (isAddressEqual(to, account)) return { kind: 'received', shares: value, other: from }
  return isAddressEqual(from, account) ? { kind: 'sent', shares: value, other: to } : null
}

function toExit(log: LogOf<'Withdraw'>, account: Address, logs: readonly AccountLog[]): AccountDeed | null {
  const { owner, receiver, assets, shares } = log.args
  if (isAddressEqual(owner, account)) return { kind: 'unstaked', shares, assets, vested: vestedIn(logs, log) }
  return isAddressEqual(receiver, account) ? { kind: 'granted', assets, vested: vestedIn(logs, log) } : null
}

function toDeed(log: AccountLog, account: Address, logs: readonly AccountLog[]): AccountDeed | null {
  const own = (address: Address) => isAddressEqual(address, account)
  switch (log.eventName) {
    case 'Transfer':
      return isAddressEqual(log.address, vault.address) ? toTransfer(log, account) : null
    case 'Deposit': {
      const { sender, owner, assets, shares } = log.args
      const gave = isAddressEqual(sender, minter.address) ? 'METIS' : 'eMetis'
      return own(owner) && shares + assets > 0n ? { kind: 'staked', shares, assets, gave } : null
    }
    case 'Withdraw':
      return toExit(log, account, logs)
    case 'Minted':
      return own(log.args.account) && !log.args.deposit ? { kind: 'minted', amount: log.args.amount } : null
    case 'Claimed':
      return own(log.args.user) && log.args.amount > 0n ? { kind: 'claimed', amount: log.args.amount } : null
    case 'EnterRedemptionQueue': {
      const { nftId: id, recipient, amountEMetisRedeemed: amount, redemptionFeeAmount: fee } = log.args
      return own(recipient) ? { kind: 'requested', id, amount, fee } : null
    }
    case 'RedeemRedemptionTicketNft': {
      const { nftId: id, recipient, amountOut: amount } = log.args
      return own(recipient) ? { kind: 'redeemed', id, amount, fee: 0n } : null
    }
    case 'CancelRedemptionTicketNft': {
      const { nftId: id, recipient, eMetisOut: amount, cancelRedemptionFee: fee } = log.args
      return own(recipient) ? { kind: 'cancelled', id, amount, fee } : null
    }
    default:
      return null
  }
}

const inOrder = (a: AccountLog, b: AccountLog) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex

/** What the logs tell of one account, in chain order, each once; logs that are not about it are passed over. */
export function toDeeds(logs: readonly AccountLog[], account: Address): Deed[] {
  const once = new Map(logs.map((log) => [`${log.blockHash} ${log.logIndex}`, log]))
  const ordered = [...once.values()].sort(inOrder)
  return ordered.flatMap((log): Deed[] => {
    const deed = toDeed(log, account, ordered)
    if (!deed) return []
    return [{ ...deed, block: log.blockNumber, index: log.logIndex, hash: log.blockHash, tx: log.transactionHash }]
  })
}
