import { Steps } from '@/components/steps'
import type { Exit } from '@/hooks/use-exit'
import { formatAmount, formatDate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill, sentences } from '@/lib/messages/fill'
import type { UnstakeQuote } from '@/lib/unstake-quote'
import { finish, settle } from '@/lib/vesting'
import type { Setting } from './words'

type Props = Setting & {
  exit: Exit
  quote: UnstakeQuote | null
  /** It goes to somebody else. */
  isGiven: boolean
}

/** When all that is locked after the unstake would be released, with `more` ENKI staked on top; null: never. */
function finishWith({ protocol, position, now }: Exit, quote: UnstakeQuote, more: bigint): number | null {
  if (!position?.vesting || protocol.vestingSeconds === null) return null
  const settled = settle(position.vesting, BigInt(now), protocol.vestingSeconds)
  const after = { ...settled, locked: settled.locked + quote.vest, enki: settled.enki + more }
  const end = finish(after, protocol.vestingSeconds)
  return end === null ? null : Number(end)
}

function vesting(exit: Exit, quote: UnstakeQuote | null, words: Messages['unstake'], locale: string): string {
  const { happens } = words
  const amount = quote && quote.vest > 0n ? `${formatAmount(quote.vest, locale, 'form')} eMetis` : words.typed
  if (!quote || quote.vest === 0n || !exit.position?.vesting) return fill(happens.vestOpen, { amount })
  const end = finishWith(exit, quote, quote.enki)
  const date = end === null ? '—' : formatDate(end, locale)
  return quote.enki === 0n
    ? fill(happens.vestCovered, { amount, date })
    : fill(happens.vest, { amount, date, enki: `${formatAmount(quote.enki, locale, 'form')} ENKI` })
}

/** The way of the METIS from the signature on, in order and with its dates. */
export function UnstakeSteps({ exit, quote, isGiven, words: { unstake: words }, locale }: Props) {
  const { protocol, position, now } = exit
  const covered = quote?.enki === 0n && quote.vest > 0n
  const text = (amount: bigint | undefined, untyped: string) =>
    amount ? `${formatAmount(amount, locale, 'form')} eMetis` : untyped
  const lines = [
    words.happens.burn,
    fill(isGiven ? words.given.now : words.happens.now, { amount: text(quote?.now, words.typedNow) }),
    isGiven && fill(words.given.vest, { amount: text(quote?.vest, words.typed) }),
    !isGiven &&
      sentences(
        vesting(exit, quote, words, locale),
        !covered && (position?.vesting?.enki ?? 0n) === 0n && words.happens.vestNone,
      ),
    !isGiven &&
      protocol.queueSeconds !== null &&
      fill(words.happens.queue, { date: formatDate(now + Number(protocol.queueSeconds), locale) }),
  ]
  return <Steps title={words.happens.title} lines={lines} />
}
