import type { Block } from '@/lib/rpc'
import { Figure } from './figure'

type Props = {
  label: string
  /** Base units; undefined: not read yet. */
  value: bigint | undefined
  unit: string
  block: Block | undefined
  source: string
  locale: string
}

/** What an account has, at the right of an amount's label; nothing until it was read. */
export function Balance({ label, value, unit, block, source, locale }: Props) {
  if (value === undefined || !block) return null
  return (
    <span>
      {label} <Figure value={value} unit={unit} block={block} source={source} locale={locale} style="form" />
    </span>
  )
}
