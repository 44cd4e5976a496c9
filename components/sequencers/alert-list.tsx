import { alertText } from '@/components/alert-text'
import type { Alert } from '@/lib/alerts'
import type { Messages } from '@/lib/messages/en'

type Props = { alerts: readonly Alert[]; words: Messages['sequencers']; locale: string }

/** What a holder should know now, the gravest first; or that there is nothing. */
export const AlertList = ({ alerts, words, locale }: Props) => (
  <section aria-labelledby="alerts" className="border-l-2 border-barley pl-4">
    <h2 id="alerts" className="text-lg">
      {words.alerts.title}
    </h2>
    {alerts.length === 0 ? (
      <p className="mt-2 max-w-measure">{words.alerts.none}</p>
    ) : (
      <ul className="mt-2 flex max-w-measure list-disc flex-col gap-2 pl-5 marker:text-barley">
        {alerts.map((alert) => {
          const text = alertText(alert, words, locale)
          return <li key={text}>{text}</li>
        })}
      </ul>
    )}
  </section>
)
