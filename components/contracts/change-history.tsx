import type { Messages } from '@/lib/messages/en'
import { plural } from '@/lib/messages/plural'
import type { ParameterEvent } from '@/lib/parameter-events'
import { ChangeTable } from './change-table'
import { FirstStake } from './first-stake'

type Props = {
  /** Both chains', the newest first; undefined: still being read. */
  events: readonly ParameterEvent[] | undefined
  words: Messages['contracts']
  locale: string
}

/** Rows shown before the older ones are asked for. */
const shown = 12

/** What has been changed so far, and what of it since a connected account staked. */
export function ChangeHistory({ events, words, locale }: Props) {
  const own = words.parameters
  if (!events) return <p>{own.historyUnread}</p>
  if (events.length === 0) return <p>{own.historyNone}</p>
  const older = events.slice(shown)
  const { sinceCount, sinceNone, sinceUnknown } = own
  const changes = events.filter(({ before, after }) => before !== after).map(({ seconds }) => seconds)
  return (
    <FirstStake changes={changes} words={{ sinceCount, sinceNone, sinceUnknown }} locale={locale}>
      <ChangeTable events={events.slice(0, shown)} words={words} locale={locale} />
      {older.length > 0 && (
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            {plural(older.length, own.historyMore, locale)}
          </summary>
          <ChangeTable events={older} words={words} locale={locale} />
        </details>
      )}
    </FirstStake>
  )
}
