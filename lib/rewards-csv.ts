import { formatUnits } from 'viem'
import type { Other } from './account-events'
import type { Dated } from './account-history'
import { toCsv } from './csv'
import type { Method } from './lots'
import type { RewardRow } from './reward-rows'

/** What a file says about itself. */
export type Origin = { account: string; chain: string; block: bigint; seconds: number; method: Method }

const columns = [
  'time_utc',
  'action',
  'amount',
  'token',
  'shares',
  'share_price',
  'reward_since_last_row',
  'realised',
  'vested',
  'counterparty',
  'counterparty_side',
  'tx',
  'block',
  'log_index',
  'amount_wei',
  'shares_wei',
  'share_price_wei',
  'reward_since_last_row_wei',
  'realised_wei',
  'vested_wei',
  'shares_held_wei',
]

const decimal = (wei: bigint | null) => (wei === null ? '' : formatUnits(wei, 18))
const exact = (wei: bigint | null) => (wei === null ? '' : String(wei))
const time = (seconds: number) => new Date(seconds * 1000).toISOString()

/** What a deed moved: an amount of a token, shares (those that left are negative), and what of it vests. */
function parts(deed: Dated, worth: bigint | undefined) {
  const none = { amount: worth ?? null, token: worth === undefined ? '' : 'eMetis', shares: null, vested: null }
  switch (deed.kind) {
    case 'staked':
      return { ...none, amount: deed.assets, token: deed.gave, shares: deed.shares }
    case 'unstaked':
      return { ...none, amount: deed.assets, token: 'eMetis', shares: -deed.shares, vested: deed.vested }
    case 'received':
      return { ...none, shares: deed.shares }
    case 'sent':
      return { ...none, shares: -deed.shares }
    case 'granted':
      return { ...none, amount: deed.assets, token: 'eMetis', vested: deed.vested }
    case 'stakedFor':
      return { ...none, amount: deed.amount, token: deed.gave }
    case 'mintedFor':
    case 'redeemed':
      return { ...none, amount: deed.amount, token: 'METIS' }
    default:
      return { ...none, amount: deed.amount, token: 'eMetis' }
  }
}

/** Who else took part, and on which side: `from` paid for this account, `to` got what it paid for. */
const otherOf = ({ from, to }: Other): [string, string] => (from ? [from, 'from'] : to ? [to, 'to'] : ['', ''])

function toLine({ what, block, index, seconds, price, reward }: RewardRow): string[] {
  const isPayout = what.kind === 'payout'
  const { amount, token, shares, vested } = isPayout
    ? { amount: what.earned.reward, token: 'eMetis', shares: null, vested: null }
    : parts(what.deed, what.step?.assets)
  const realised = isPayout ? null : (what.step?.realised ?? null)
  const held = isPayout ? what.earned.shares : (what.step?.held ?? null)
  return [
    time(seconds),
    isPayout ? 'payout' : what.deed.kind,
    decimal(amount),
    token,
    decimal(shares),
    decimal(price),
    decimal(reward),
    decimal(realised),
    decimal(vested),
    ...otherOf(isPayout ? {} : what.deed),
    isPayout ? '' : what.deed.tx,
    String(block),
    String(index),
    ...[amount, shares, price, reward, realised, vested, held].map(exact),
  ]
}

/** Every line with every digit. The first line says whose it is, of which chain and block, when, and how lots were counted. */
export function toRewardsCsv(rows: readonly RewardRow[], { account, chain, block, seconds, method }: Origin): string {
  const about = `# account ${account}; ${chain}; block ${block}; ${time(seconds)}; lots by ${method}; rewards in eMetis`
  return toCsv([[about], columns, ...rows.map(toLine)])
}
