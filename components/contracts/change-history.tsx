import { listFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import { network } from '@/lib/network'
import type { ParameterEvent } from '@/lib/parameter-events'
import { ChangeTable } from './change-table'
import type { Both, ContractsPage, Reader } from './contracts-page'
import { FirstStake } from './first-stake'

type Props = {
  past: ContractsPage['past']
  /** Of a chain that is silent nothing is being read, so nothing may say that it is. */
  isGone: Both<boolean>
  reader: Reader | null
  words: Messages['contracts']
  locale: string
}

/** Rows shown before the older ones are asked for. */
const shown = 12

const chains = ['l2', 'l1'] as const

/** Both chains' changes by time, the newest first, as far as they are read. */
const toChanges = ({ l2 = [], l1 = [] }: Props['past']) =>
  [...l2, ...l1].sort((a, b) => b.seconds - a.seconds || Number(b.block - a.block) || b.index - a.index)

const toList = (found: readonly (typeof chains)[number][], locale: string) =>
  listFormat(locale).format(found.map((chain) => network[chain].name))

/** Which chains' changes are missing, and why. */
function Missing({ past, isGone, words: { parameters: own }, locale }: Omit<Props, 'reader'>) {
  const missing = chains.filter((chain) => !past[chain])
  const say = (text: string, found: typeof missing) =>
    found.length > 0 && <p className="mb-3 max-w-measure">{fill(text, { chains: toList(found, locale) })}</p>
  return (
    <>
      {say(
        own.historyUnread,
        missing.filter((chain) => !isGone[chain]),
      )}
      {say(
        own.historySilent,
        missing.filter((chain) => isGone[chain]),
      )}
    </>
  )
}

/** What lies further back is opened when it is asked for. */
function Older({ events, words, locale }: { events: readonly ParameterEvent[] } & Pick<Props, 'words' | 'locale'>) {
  if (events.length === 0) return null
  return (
    <details>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">
        {plural(events.length, words.parameters.historyMore, locale)}
      </summary>
      <ChangeTable events={events} words={words} locale={locale} />
    </details>
  )
}

/** What has been changed so far, on which chains, and what of it since a connected account staked. */
export function ChangeHistory({ reader, ...props }: Props) {
  const { past, words, locale } = props
  const { historyNone, since } = words.parameters
  const read = chains.filter((chain) => past[chain])
  const events = toChanges(past)
  const on = (text: string) => fill(text, { chains: toList(read, locale) })
  const changes = events.filter(({ before, after }) => before !== after).map(({ seconds }) => seconds)
  const count = { one: on(since.count.one), other: on(since.count.other) }
  return (
    <>
      <Missing {...props} />
      {read.length > 0 && events.length === 0 && <p>{on(historyNone)}</p>}
      {events.length > 0 && (
        <FirstStake changes={changes} reader={reader} words={{ ...since, count, none: on(since.none) }} locale={locale}>
          <ChangeTable events={events.slice(0, shown)} words={words} locale={locale} />
          <Older events={events.slice(shown)} words={words} locale={locale} />
        </FirstStake>
      )}
    </>
  )
}
