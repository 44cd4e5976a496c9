'use client'

import { useNow } from '@/hooks/use-now'
import { ageOf, staleAfter } from '@/lib/age'
import { numberFormat } from '@/lib/intl'
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
  /** Date and time of the figures, in words. */
  date?: string
  /** For grouping the digits of the block number. */
  locale: string
  words: Words
}

/** The dateline: which block of each chain the figures stand at, and how long ago that was. */
export function Freshness({ chains, now, date, locale, words }: Props) {
  const seconds = useNow(now, 5)
  return (
    <section aria-label={words.label} className="flex flex-wrap gap-x-6 text-sm text-ink-soft">
      {chains.map(({ name, block }) => {
        const age = block && ageOf(block, seconds)
        const stale = age === null || (age !== undefined && age > staleAfter)
        return (
          <p key={name} className="flex flex-wrap items-baseline gap-x-2">
            <Mark stale={stale} />
            <span className="text-ink">{name}</span>
            {block && (
              <span className="max-[30rem]:hidden">
                {fill(words.block, { block: numberFormat(locale).format(block.number) })}
              </span>
            )}
            <span className={stale ? 'font-semibold text-barley' : ''}>{toWords(age, words)}</span>
          </p>
        )
      })}
      {date && <p className="ml-auto max-lg:hidden">{date}</p>}
    </section>
  )
}

/** A small vessel: full while the figures are fresh, empty when they are not. */
function Mark({ stale }: { stale: boolean }) {
  return (
    <svg
      viewBox="0 0 8 10"
      aria-hidden="true"
      className={`h-2.5 w-2 ${stale ? 'text-barley' : 'text-water'}`}
      fill="none"
      stroke="currentColor"
    >
      <path d="M.5 0v9.5h7V0" />
      {!stale && <path d="M.5 3h7v6.5h-7z" fill="currentColor" />}
    </svg>
  )
}

const spans = [
  [86_400, 'days'],
  [3_600, 'hours'],
  [60, 'minutes'],
  [5, 'seconds'],
] as const

function toWords(age: number | null | undefined, words: Words): string {
  if (age === undefined) return words.reading
  if (age === null) return words.unreachable
  const span = spans.find(([size]) => age >= size)
  if (!span) return words.now
  const [size, unit] = span
  const ago = fill(words[unit], { n: unit === 'seconds' ? age : Math.floor(age / size) })
  return age > staleAfter ? fill(words.stale, { ago }) : ago
}
