import type { ReactNode } from 'react'
import { Dollars } from '@/components/dollars'
import { Figure } from '@/components/figure'
import { stale } from '@/components/stale'
import { StaleMark } from '@/components/stale-mark'
import { formatAmount, formatCount, formatRate } from '@/lib/format'
import type { History } from '@/lib/history'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { MetisSupply } from '@/lib/metis-supply'
import { type NodeState, roomIn } from '@/lib/node-course'
import { fraction, type Node, toNodes } from '@/lib/nodes'
import type { Payout } from '@/lib/payouts'
import type { Price } from '@/lib/price'
import type { Protocol } from '@/lib/protocol'
import type { Block } from '@/lib/rpc'
import type { Pool } from '@/lib/sequencers'

/** What the wheel is drawn from; undefined: a chain did not answer, or its past is still being read. */
export type Turns = {
  protocol: Protocol
  /** Those of the chosen span. */
  payouts: readonly Payout[]
  /** Null: nothing pays out here. */
  history: History | null | undefined
  pool: Pool | undefined
  supply: MetisSupply | undefined
  nodes: readonly NodeState[] | undefined
  price: Price | null | undefined
}

export type WheelWords = Pick<Messages, 'dashboard' | 'overview' | 'shell'>
type Writing = { words: WheelWords; locale: string }

/** One figure: now, its course over the chosen span, and how a value of the course is written. */
export type Turn = {
  label: string
  value: ReactNode | null
  note: ReactNode
  course: readonly (readonly [seconds: number, value: number])[]
  write: (value: number) => string
}

const whole = 1e18
const toWhole = (value: bigint) => Number(value) / whole
const writeAmount = (locale: string) => (value: number) =>
  formatAmount(BigInt(Math.round(value * 100)) * 10n ** 16n, locale)
const writeCount = (locale: string) => (value: number) => formatCount(value, locale)

function metis(value: bigint, block: Block, { words, locale }: Writing): ReactNode {
  return <Figure value={value} unit="METIS" block={block} source={words.overview.source} locale={locale} />
}

function staked({ protocol, payouts, price }: Turns, writing: Writing): Turn {
  const { words, locale } = writing
  const { totalAssets, block } = protocol
  return {
    label: words.dashboard.wheelStaked,
    value: metis(totalAssets, block, writing),
    note: (
      <>
        {words.dashboard.wheelStakedNote}
        <Dollars metis={totalAssets} price={price} words={words.dashboard} locale={locale} />
      </>
    ),
    course: payouts.map((payout) => [payout.seconds, toWhole(payout.totalAssets)]),
    write: writeAmount(locale),
  }
}

function ofAll({ protocol, payouts, supply }: Turns, { words, locale }: Writing): Turn {
  const { wheelSupply: label, wheelSupplyNote, ethereumUnread } = words.dashboard
  const write = (value: number) => formatRate(value, locale)
  if (!supply) return { label, value: null, note: ethereumUnread, course: [], write }
  return {
    label,
    value: write(fraction(protocol.eMetisSupply, supply.supply)),
    note: fill(wheelSupplyNote, { amount: formatAmount(supply.supply, locale) }),
    course: payouts.map((payout) => [payout.seconds, fraction(payout.eMetisSupply, supply.supply)]),
    write,
  }
}

const ownNodes = (pool: Pool): Node[] => toNodes(pool).filter(({ isEnki, status }) => isEnki && status === 'active')

function run({ pool, nodes = [] }: Turns, { words, locale }: Writing): Turn {
  const { wheelNodes: label, wheelNodesNote, ethereumUnread } = words.dashboard
  const write = writeCount(locale)
  if (!pool) return { label, value: null, note: ethereumUnread, course: [], write }
  const own = ownNodes(pool)
  const locked = own.reduce((sum, { amount }) => sum + amount, 0n)
  return {
    label,
    value: write(own.length),
    note: fill(wheelNodesNote, { amount: formatAmount(locked, locale) }),
    course: nodes.map((state) => [state.seconds, state.nodes]),
    write,
  }
}

function room({ pool, nodes = [] }: Turns, writing: Writing): Turn {
  const { wheelRoom: label, wheelRoomNote, ethereumUnread } = writing.words.dashboard
  const write = writeAmount(writing.locale)
  if (!pool) return { label, value: null, note: ethereumUnread, course: [], write }
  const headroom = ownNodes(pool).reduce((sum, node) => sum + node.headroom, 0n)
  return {
    label,
    value: metis(headroom, pool.block, writing),
    note: wheelRoomNote,
    course: nodes.map((state) => [state.seconds, toWhole(roomIn(state, pool.maxLock))]),
    write,
  }
}

function held({ history, payouts }: Turns, { words, locale }: Writing): Turn {
  const { wheelHolders: label, wheelHoldersNote, wheelPartial, wheelUnread, noDispatcher } = words.dashboard
  const write = writeCount(locale)
  const holders = history?.holders
  const gap = history ? wheelPartial : history === null ? noDispatcher : wheelUnread
  if (!history || holders == null) return { label, value: null, note: gap, course: [], write }
  return {
    label,
    value: (
      <>
        {write(holders)}
        <StaleMark text={stale(history.block, locale)} />
      </>
    ),
    note: wheelHoldersNote,
    course: payouts.map((payout) => [payout.seconds, payout.holders ?? 0]),
    write,
  }
}

/** What is staked, what that is of all METIS, the nodes it runs, the room in them, and how many hold it. */
export const toTurns = (turns: Turns, writing: Writing): Turn[] =>
  [staked, ofAll, run, room, held].map((toTurn) => toTurn(turns, writing))
