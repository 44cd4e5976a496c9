import { formatAmount, formatCount, formatExact, spaced } from '@/lib/format'
import { numberFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { ParameterId } from '@/lib/parameter-events'

type Words = Messages['contracts']['parameters']

const spans = [
  [86_400n, 'day'],
  [3_600n, 'hour'],
  [60n, 'minute'],
  [1n, 'second'],
] as const

/** A length of time to the second: in the largest unit that leaves nothing over. */
export function exactSpan(seconds: bigint, locale: string): string {
  const [size, unit] = spans.find(([each]) => seconds > 0n && seconds % each === 0n) ?? [1n, 'second']
  return spaced(numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size))
}

/** Parts per million as per cent, every digit. */
const percent = (parts: bigint, locale: string) =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(Number(parts) / 1e6)

const exactMetis = (value: bigint, locale: string) => `${formatExact(value, locale)} METIS`

const kinds: Partial<Record<ParameterId, (value: bigint, locale: string, words: Words) => string>> = {
  treasuryRatio: percent,
  vestingRatio: percent,
  redemptionFee: percent,
  cancelRedemptionFee: percent,
  earlyExitFee: percent,
  vestingSeconds: exactSpan,
  queueSeconds: exactSpan,
  minQueueSeconds: exactSpan,
  lpSeconds: exactSpan,
  exitSeconds: exactSpan,
  enkiPerEMetis: (value, locale) => `${formatCount(value, locale)} ENKI`,
  minLock: exactMetis,
  maxLock: exactMetis,
  rewardPerBlock: exactMetis,
  epochLength: (value, locale, words) => fill(words.blocks, { n: formatCount(value, locale) }),
}

const switchText = (id: ParameterId, isOn: boolean, words: Words): string =>
  id === 'public' ? (isOn ? words.everyone : words.betaUsers) : isOn ? words.paused : words.running

/** A value in words and units. */
export function ruleText(id: ParameterId, value: bigint | boolean, words: Words, locale: string): string {
  if (typeof value === 'boolean') return switchText(id, value, words)
  return kinds[id]?.(value, locale, words) ?? formatCount(value, locale)
}

/** An amount with as many digits as the eye takes in; null for what is none. */
export const shortText = (id: ParameterId, value: bigint, locale: string): string | null =>
  kinds[id] === exactMetis ? `${formatAmount(value, locale, 'form')} METIS` : null
