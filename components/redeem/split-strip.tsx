import { Strip } from '@/components/chart/strip'
import { formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = {
  /** Parts per million that vest. */
  ratio: bigint
  words: Messages['unstake']
  locale: string
}

/** An unstake laid out flat: what arrives at once, and what goes to vest. */
export function SplitStrip({ ratio, words, locale }: Props) {
  const vested = Number(ratio) / 1e6
  const parts = { now: formatPart(1 - vested, locale), vest: formatPart(vested, locale) }
  return (
    <div className="pb-3">
      <Strip
        label={fill(words.split, parts)}
        parts={[
          { name: 'now', fraction: 1 - vested, tone: 'full' },
          { name: 'vest', fraction: vested, tone: 'tint' },
        ]}
      />
      <p aria-hidden="true" className="flex justify-between text-sm text-ink-soft">
        <span>{fill(words.splitNow, parts)}</span>
        <span>{fill(words.splitVest, parts)}</span>
      </p>
    </div>
  )
}
