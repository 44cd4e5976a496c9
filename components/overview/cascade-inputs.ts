import { dealer, eMetis, lockingInfo, lockingPool, metis, vault } from '@/lib/contracts'
import { formatAmount, formatDate, formatExact, formatPart, formatPrice, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { RateBasis } from '@/lib/rate-basis'
import type { Block } from '@/lib/rpc'
import { sharePrice } from '@/lib/shares'

export type StepId = keyof Messages['dashboard']['step']

/** A figure that a step is computed from, in words, with the block it was read at and the contract that says so. */
export type Input = {
  name: string
  value: string
  block?: Pick<Block, 'number'>
  contract?: { name: string; address: string; layer: 'l1' | 'l2' }
}

type Words = Messages['dashboard']['input']
type Writing = { words: Words; locale: string }

const on = (name: string, layer: 'l1' | 'l2', { address }: { address: string }) => ({ name, layer, address })

const contracts = {
  pool: on('LockingPool', 'l1', lockingPool),
  info: on('LockingInfo', 'l1', lockingInfo),
  dealer: on('Dealer', 'l1', dealer),
  eMetis: on('eMetis', 'l2', eMetis),
  metis: on('METIS', 'l2', metis),
  vault: on('SeMetis', 'l2', vault),
}

const amount = (value: bigint, unit: string, locale: string) => `${formatAmount(value, locale)} ${unit}`
const rate = (fraction: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(
    fraction,
  )

function pace({ secondsPerBlock, paceSpan, l2 }: RateBasis, { words, locale }: Writing): Input {
  const n = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(secondsPerBlock)
  return {
    name: fill(words.blockTime, { span: formatSpan(paceSpan, locale) }),
    value: fill(words.seconds, { n }),
    block: l2,
  }
}

/** The amounts that several steps share. */
function amounts(basis: RateBasis, { words, locale }: Writing) {
  const { l1, l2, elsewhere } = basis
  const metisOn = (value: bigint) => amount(value, 'METIS', locale)
  const eMetisOn = (value: bigint) => amount(value, 'eMetis', locale)
  return {
    reward: {
      name: words.rewardPerBlock,
      value: `${formatExact(basis.rewardPerBlock, locale)} METIS`,
      block: l1,
      contract: contracts.pool,
    },
    pool: { name: words.poolLocked, value: metisOn(basis.poolLocked), block: l1, contract: contracts.info },
    locked: { name: words.locked, value: metisOn(basis.locked), block: l1, contract: contracts.pool },
    minter: { name: words.minter, value: metisOn(basis.metisInMinter), block: l2, contract: contracts.metis },
    dealer: { name: words.dealer, value: metisOn(basis.atDealer), block: l1, contract: contracts.dealer },
    rest:
      elsewhere < 0n
        ? { name: words.beyond, value: metisOn(-elsewhere) }
        : { name: words.elsewhere, value: metisOn(elsewhere) },
    supply: { name: words.supply, value: eMetisOn(basis.eMetisSupply), block: l2, contract: contracts.eMetis },
    vault: { name: words.vault, value: eMetisOn(basis.totalAssets), block: l2, contract: contracts.vault },
    outside: { name: words.outside, value: eMetisOn(basis.eMetisSupply - basis.totalAssets) },
  }
}

/** The two share prices that the measured rate lies between. */
function measured({ edges, rate: found }: RateBasis, { words, locale }: Writing): Input[] {
  if (!edges || !found) return []
  const [from, to] = edges.map((edge, i) => ({
    name: `${i === 0 ? words.from : words.to}, ${formatDate(edge.seconds, locale)}`,
    value: `${formatPrice(sharePrice(edge), locale)} eMetis`,
    block: { number: edge.block },
    contract: contracts.vault,
  }))
  return [from, to, { name: words.payouts, value: String(found.payouts) }].filter((input) => input !== undefined)
}

/** What each step rests on; `config`: where the treasury's part is set. */
export function toInputs(
  basis: RateBasis,
  words: Words,
  config: string | null,
  locale: string,
): Record<StepId, readonly Input[]> {
  const writing = { words, locale }
  const { reward, pool, locked, minter, dealer, rest, supply, vault, outside } = amounts(basis, writing)
  const part = formatPart(Number(basis.treasuryRatio) / 1e6, locale)
  const contract = config ? { contract: on('Config', 'l2', { address: config }) } : {}
  const expected = { name: words.expected, value: rate(basis.net, locale) }
  return {
    gross: [reward, pace(basis, writing), pool],
    idle: [supply, locked, minter, dealer, rest],
    outside: [supply, vault, outside],
    treasury: [{ name: words.treasury, value: part, block: basis.l2, ...contract }],
    net: [expected],
    gap:
      basis.measured === null ? [expected] : [expected, { name: words.measured, value: rate(basis.measured, locale) }],
    measured: measured(basis, writing),
  }
}
