import { formatAmount, formatDay } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { NodeVessels } from './node-vessels'
import { WheelFigure } from './wheel-figure'
import { type Turns, toTurns, type WheelWords } from './wheel-figures'

type Props = {
  turns: Turns
  words: WheelWords & Pick<Messages, 'sequencers'>
  locale: string
  /** Address of the table of nodes. */
  path: string
}

/** More METIS staked, more nodes, more room: each turn as a figure, now and over the chosen span. */
export function Wheel({ turns, words, locale, path }: Props) {
  const { dashboard, shell } = words
  const { pool } = turns
  const limit = (value: bigint | undefined) => (value === undefined ? '—' : formatAmount(value, locale, 'form'))
  return (
    <section aria-labelledby="wheel">
      <h2 id="wheel" className="text-lg">
        {dashboard.wheel}
      </h2>
      <p className="mt-1 mb-6 max-w-measure text-sm text-ink-soft">
        {fill(dashboard.wheelNote, { min: limit(pool?.minLock), max: limit(pool?.maxLock) })}
      </p>
      {pool && <NodeVessels pool={pool} words={words.sequencers} locale={locale} path={path} />}
      <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
        {toTurns(turns, { words, locale }).map(({ label, value, note, course, write }) => {
          const [first] = course
          return (
            <WheelFigure
              key={label}
              label={label}
              value={value}
              note={note}
              course={course}
              since={first && fill(dashboard.wheelSince, { date: formatDay(first[0], locale), value: write(first[1]) })}
              loading={shell.loading}
            />
          )
        })}
      </div>
    </section>
  )
}
