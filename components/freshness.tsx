'use client'

import { useNow } from '@/hooks/use-now'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Block } from '@/lib/rpc'

type Words = Messages['freshness']
type Chain = {
  name: string
  /** `undefined`: being read. `null`: the chain did not answer. */
  block: Block | null | undefined
}
type Props = {
  chains: readonly Chain[]
  /** The server's clock, unix seconds. */
  now: number
  /** For grouping the digits of the block number. */
  locale: string
  words: Words
}

/** Seconds after which figures count as out of date. */
const staleAfter = 180

/** Which block of each chain the figures stand at, and how long ago that was. */
export function Freshness({ chains, now, locale, words }: Props) {
  const seconds = useNow(now, 5)
  return (
    <section aria-label={words.label} className="flex flex-wrap gap-x-6 text-sm text-ink-soft">
      {chains.map(({ name, block }) => {
        // A devnet's clock may run ahead of ours; then the time of reading counts.
        const age = block && Math.max(0, seconds - Math.min(block.seconds, Math.floor(block.readAt / 1_000)))
        const stale = age === null || (age ?? 0) > staleAfter
        return (
          <p key={name} className="flex flex-wrap items-baseline gap-x-2">
            <Mark stale={stale} />
            <span className="text-ink">{name}</span>
            {block && <span>{fill(words.block, { block: new Intl.NumberFormat(locale).format(block.number) })}</span>}
            <span className={stale ? 'font-semibold text-barley' : ''}>
              {block === undefined
                ? words.reading
                : age === null || age === undefined
                  ? words.unreachable
                  : toAge(age, words)}
              {stale && age !== null && `, ${words.stale}`}
            </span>
          </p>
        )
      })}
    </section>
  )
}

/** A small vessel: full while the figures are fresh, empty when they are not. */
function Mark({ stale }: { stale: boolean }) {
  return (
    <svg
      viewBox="0 0 8 10"
      aria-hidden="true"
      className={`h-2.5 w-2 self-center ${stale ? 'text-barley' : 'text-water'}`}
    >
      <path d="M.5 0v9.5h7V0" fill="none" stroke="currentColor" />
      {!stale && <path d="M.5 3h7v6.5h-7z" fill="currentColor" />}
    </svg>
  )
}

function toAge(age: number, words: Words): string {
  if (age < 5) return words.now
  if (age < 60) return fill(words.seconds, { n: age })
  if (age < 3_600) return fill(words.minutes, { n: Math.floor(age / 60) })
  if (age < 86_400) return fill(words.hours, { n: Math.floor(age / 3_600) })
  return fill(words.days, { n: Math.floor(age / 86_400) })
}
