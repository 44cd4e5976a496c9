import { type Address, type Hash, isAddressEqual, zeroAddress } from 'viem'
import type { AccountLog, LogOf } from './account-logs'
import { minter, vault } from './contracts'
import type { Place } from './logbook'
import { isPayment, payerOf } from './mint-payments'

/** The other one, where two accounts took part: `from` gave what this one got, `to` got what this one gave. */
export type Other = { from?: Address; to?: Address }

/** What an account did or had done to it; amounts in base units. */
export type AccountDeed = Other &
  (
    | { kind: 'staked'; shares: bigint; assets: bigint; gave: 'METIS' | 'eMetis' }
    /** `assets`: all of it, of which `vested` went to Vesting for this account; what another got vests for that one. */
    | { kind: 'unstaked'; shares: bigint; assets: bigint; vested: bigint }
    | { kind: 'received' | 'sent'; shares: bigint }
    /** Somebody else's unstake paid this account. */
    | { kind: 'granted'; assets: bigint; vested: bigint }
    /** This account paid for somebody else's shares. */
    | { kind: 'stakedFor'; amount: bigint; gave: 'METIS' | 'eMetis' }
    /** METIS became eMetis, of this account or of another; released eMetis was paid by Vesting. */
    | { kind: 'minted' | 'mintedFor' | 'claimed'; amount: bigint }
    /** A redemption ticket: asked for (`amount` eMetis of which `fee` stays in the queue), paid in METIS, given back in eMetis. */
    | { kind: 'requested' | 'redeemed' | 'cancelled'; id: bigint; amount: bigint; fee: bigint }
  )

/** A deed with its transaction and its place in the chain. */
export type Deed = AccountDeed & Place & { tx: Hash }

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
  if (isAddressEqual(to, account)) return { kind: 'received', shares: value, from }
  return isAddressEqual(from, account) ? { kind: 'sent', shares: value, to } : null
}

/** Who gave and who got, without the account itself; null: it is neither. */
function otherOf(account: Address, from: Address | undefined, to: Address): Other | null {
  const gives = from === undefined || isAddressEqual(from, account)
  if (isAddressEqual(to, account)) return gives ? {} : { from }
  return from !== undefined && gives ? { to } : null
}

function toEntry(log: LogOf<'Deposit'>, account: Address, parts: readonly AccountLog[]): AccountDeed | null {
  const { sender, owner, assets, shares } = log.args
  const gave = isAddressEqual(sender, minter.address) ? 'METIS' : 'eMetis'
  const other = otherOf(account, gave === 'METIS' ? payerOf(parts, log, assets) : sender, owner)
  if (!other || shares + assets === 0n) return null
  // What the minter stakes for others is told by Minted, which comes after it.
  if (other.to) return gave === 'eMetis' ? { kind: 'stakedFor', amount: assets, gave, ...other } : null
  return { kind: 'staked', shares, assets, gave, ...other }
}

function toMint(log: LogOf<'Minted'>, account: Address, parts: readonly AccountLog[]): AccountDeed | null {
  const { account: owner, amount, deposit } = log.args
  const other = otherOf(account, payerOf(parts, log, amount), owner)
  if (!other) return null
  if (other.to)
    return deposit ? { kind: 'stakedFor', amount, gave: 'METIS', ...other } : { kind: 'mintedFor', amount, ...other }
  return deposit ? null : { kind: 'minted', amount, ...other }
}

function toExit(log: LogOf<'Withdraw'>, account: Address, parts: readonly AccountLog[]): AccountDeed | null {
  const { owner, receiver, assets, shares } = log.args
  const other = otherOf(account, owner, receiver)
  if (!other) return null
  const vested = other.to ? 0n : vestedIn(parts, log)
  return other.from
    ? { kind: 'granted', assets, vested, ...other }
    : { kind: 'unstaked', shares, assets, vested, ...other }
}

type TicketLog = LogOf<'EnterRedemptionQueue' | 'RedeemRedemptionTicketNft' | 'CancelRedemptionTicketNft'>

/** Whoever asks for a ticket pays for it; whoever has it paid or given back had it, or acts for who had it. */
function toTicket({ eventName, args }: TicketLog, account: Address): AccountDeed | null {
  const other = otherOf(account, args.sender, args.recipient)
  if (!other) return null
  const about = { id: args.nftId, ...other }
  switch (eventName) {
    case 'EnterRedemptionQueue':
      return { kind: 'requested', amount: args.amountEMetisRedeemed, fee: args.redemptionFeeAmount, ...about }
    case 'RedeemRedemptionTicketNft':
      return { kind: 'redeemed', amount: args.amountOut, fee: 0n, ...about }
    case 'CancelRedemptionTicketNft':
      return { kind: 'cancelled', amount: args.eMetisOut, fee: args.cancelRedemptionFee, ...about }
  }
}

/** `parts`: what tells how much vests, and who paid for a mint. */
function toDeed(log: AccountLog, account: Address, parts: readonly AccountLog[]): AccountDeed | null {
  switch (log.eventName) {
    case 'Transfer':
      return isAddressEqual(log.address, vault.address) ? toTransfer(log, account) : null
    case 'Deposit':
      return toEntry(log, account, parts)
    case 'Withdraw':
      return toExit(log, account, parts)
    case 'Minted':
      return toMint(log, account, parts)
    case 'Claimed':
      return isAddressEqual(log.args.user, account) && log.args.amount > 0n
        ? { kind: 'claimed', amount: log.args.amount }
        : null
    case 'EnterRedemptionQueue':
    case 'RedeemRedemptionTicketNft':
    case 'CancelRedemptionTicketNft':
      return toTicket(log, account)
    default:
      return null
  }
}

const inOrder = (a: AccountLog, b: AccountLog) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex

/** What the logs tell of one account, in chain order, each once; logs that are not about it are passed over. */
export function toDeeds(logs: readonly AccountLog[], account: Address): Deed[] {
  const once = new Map(logs.map((log) => [`${log.blockHash} ${log.logIndex}`, log]))
  const ordered = [...once.values()].sort(inOrder)
  const parts = ordered.filter((log) => log.eventName === 'Vested' || isPayment(log))
  return ordered.flatMap((log): Deed[] => {
    const deed = toDeed(log, account, parts)
    if (!deed) return []
    return [{ ...deed, block: log.blockNumber, index: log.logIndex, hash: log.blockHash, tx: log.transactionHash }]
  })
}
