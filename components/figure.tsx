import { type AmountStyle, formatAmount, formatCount, formatDate, formatExact, formatPrice } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { Block } from '@/lib/rpc'
import { Amount } from './amount'
import { stale } from './stale'

type Props = {
  /** Base units. */
  value: bigint
  unit: string
  block: Block
  /** `Read at block {block}, {time}` */
  source: string
  locale: string
  style?: AmountStyle | 'price'
  /** Among many of one age, which is said once for all of them. */
  isOneOfMany?: boolean
}

/** An amount read from the chain: short for the eye; to the wei, with its block and time, on hover and focus; old ones say so. */
export function Figure({ value, unit, block, source, locale, style = 'summary', isOneOfMany = false }: Props) {
  return (
    <Amount
      value={style === 'price' ? formatPrice(value, locale) : formatAmount(value, locale, style)}
      unit={unit}
      exact={`${formatExact(value, locale)} ${unit}`}
      source={fill(source, { block: formatCount(block.number, locale), time: formatDate(block.seconds, locale) })}
      stale={stale(block, locale)}
      isOneOfMany={isOneOfMany}
    />
  )
}
