import { alertText } from '@/components/alert-text'
import { PageLink } from '@/components/page-link'
import type { Alert } from '@/lib/alerts'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = { alerts: readonly Alert[]; words: Messages['sequencers']; path: string; locale: string }

/** The gravest of what the Sequencers page warns of, in one line that leads there; nothing when there is none. */
export function AlertLine({ alerts, words, path, locale }: Props) {
  const [first, ...others] = alerts
  if (!first) return null
  return (
    <p className="mt-4 max-w-measure border-l-2 border-barley pl-4">
      {alertText(first, words, locale)}{' '}
      <PageLink href={path} className="link">
        {others.length > 0 ? fill(words.alerts.more, { n: others.length }) : words.alerts.open}
      </PageLink>
    </p>
  )
}
