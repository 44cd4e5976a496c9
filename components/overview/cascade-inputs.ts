import { dealer, eMetis, lockingPool, metis, vault } from '@/lib/contracts'
import { formatAmount, formatDate, formatExact, formatPart, formatPrice, formatSpan } from '@/lib/format'
import { numberFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { RateBasis } from '@/lib/rate-basis'
import { sharePrice } from '@/lib/shares'

export type StepId = keyof Messages['dashboard']['step']

type Layer = 'l1' | 'l2'

/** A figure that a step is computed from, in words, with the blocks it was read at and the contracts that say so. */
export type Input = {
  name: string
  value: string
  blocks: readonly { layer: Layer; number: bigint }[]
  /** None: block headers say it. */
  contracts: readonly { name: string; address: string; layer: Layer }[]
}

type Words = Pick<Messages['dashboard'], 'input' | 'step' | 'points'>
type Writing = { words: Words; locale: string }

const on = (name: string, layer: Layer, { address }: { address: string }) => ({ name, layer, address })

const contracts = {
  pool: on('LockingPool', 'l1', lockingPool),
  dealer: on('Dealer', 'l1', dealer),
  eMetis: on('eMetis', 'l2', eMetis),
  metis: on('METIS', 'l2', metis),
  vault: on('seMetis', 'l2', vault),
}

/** What one contract says at a block of its chain. */
const said = (name: string, value: string, number: bigint, by: Input['contracts'][number]): Input => ({
  name,
  value,
  blocks: [{ layer: by.layer, number }],
  contracts: [by],
})

const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

/** What follows from other figures rests on all that they rest on. */
const derived = (name: string, value: string, from: readonly Input[]): Input => ({
  name,
  value,
  blocks: unique(
    from.flatMap(({ blocks }) => blocks),
    ({ layer, number }) => `${layer} ${number}`,
  ),
  contracts: unique(
    from.flatMap(({ contracts }) => contracts),
    ({ layer, address }) => `${layer} ${address}`,
  ),
})

const fine = { minimumFractionDigits: 4, maximumFractionDigits: 4 } as const
const rate = (fraction: number, locale: string) => numberFormat(locale, { style: 'percent', ...fine }).format(fraction)

const points = (fraction: number, { words, locale }: Writing) => {
  const n = numberFormat(locale, { signDisplay: 'always', ...fine }).format(fraction * 100)
  return fill(words.points, { n: n.replace('-', '−') })
}

function blockTime({ pace: { seconds, blocks, until } }: RateBasis, { words: { input }, locale }: Writing): Input {
  const n = numberFormat(locale, { maximumFractionDigits: 2 }).format(seconds)
  return {
    name: fill(input.blockTime, { span: formatSpan(Math.round(seconds * Number(blocks)), locale) }),
    value: fill(input.seconds, { n }),
    blocks: [until - blocks, until].map((number) => ({ layer: 'l2', number })),
    contracts: [],
  }
}

/** The amounts that several steps share. */
function amounts(basis: RateBasis, { words: { input }, locale }: Writing) {
  const { l1, l2, elsewhere, leaving } = basis
  const inMetis = (value: bigint) => `${formatAmount(value, locale)} METIS`
  const inEMetis = (value: bigint) => `${formatAmount(value, locale)} eMetis`
  const reward = `${formatExact(basis.rewardPerBlock, locale)} METIS`
  const locked = said(input.locked, inMetis(basis.locked), l1.number, contracts.pool)
  const exits = leaving > 0n ? [said(input.leaving, inMetis(leaving), l1.number, contracts.pool)] : []
  const minter = said(input.minter, inMetis(basis.metisInMinter), l2.number, contracts.metis)
  const idle = said(input.dealer, inMetis(basis.atDealer), l1.number, contracts.dealer)
  const supply = said(input.supply, inEMetis(basis.eMetisSupply), l2.number, contracts.eMetis)
  const staked = said(input.vault, inEMetis(basis.totalAssets), l2.number, contracts.vault)
  const found = [supply, locked, ...exits, minter, idle]
  const rest =
    elsewhere < 0n
      ? derived(input.beyond, inMetis(-elsewhere), found)
      : derived(input.elsewhere, inMetis(elsewhere), found)
  return {
    reward: said(input.rewardPerBlock, reward, l1.number, contracts.pool),
    pool: said(input.poolLocked, inMetis(basis.poolLocked), l1.number, contracts.pool),
    atWork: [supply, locked],
    idle: [...found, rest],
    inVault: [supply, staked],
    outside: derived(input.outside, inEMetis(basis.eMetisSupply - basis.totalAssets), [supply, staked]),
  }
}

/** The two share prices that the measured rate lies between. */
function measured({ edges, rate: found }: RateBasis, { words: { input }, locale }: Writing): Input[] {
  if (!edges || !found) return []
  const prices = edges.map((edge, i) =>
    said(
      fill(i === 0 ? input.from : input.to, { date: formatDate(edge.seconds, locale) }),
      `${formatPrice(sharePrice(edge), locale)} eMetis`,
      edge.block,
      contracts.vault,
    ),
  )
  return [...prices, derived(input.payouts, String(found.payouts), prices)]
}

/** What each step rests on; `config`: where the treasury's part is set. */
export function toInputs(
  basis: RateBasis,
  words: Words,
  config: string | null,
  locale: string,
): Record<StepId, readonly Input[]> {
  const writing = { words, locale }
  const { input, step } = words
  const { reward, pool, atWork, idle, inVault, outside } = amounts(basis, writing)
  const gross = [reward, blockTime(basis, writing), pool]
  const part = formatPart(Number(basis.treasuryRatio) / 1e6, locale)
  const by = on('Config', 'l2', { address: config ?? '' })
  const treasury = config ? [said(input.treasury, part, basis.l2.number, by)] : []
  const net = [
    derived(step.gross, rate(basis.gross, locale), gross),
    derived(step.idle, points(basis.idle, writing), [...gross, ...atWork]),
    derived(step.outside, points(basis.outside, writing), [...gross, ...atWork, ...inVault]),
    derived(step.treasury, points(basis.treasury, writing), [...gross, ...atWork, ...inVault, ...treasury]),
  ]
  const paid = measured(basis, writing)
  const expected = derived(step.net, rate(basis.net, locale), net)
  const gap = basis.measured === null ? [] : [derived(step.measured, rate(basis.measured, locale), paid)]
  return { gross, idle, outside: [...inVault, outside], treasury, net, gap: [expected, ...gap], measured: paid }
}
