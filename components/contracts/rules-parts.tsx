import { Section } from '@/components/section'
import type { Messages } from '@/lib/messages/en'
import { ChangeHistory } from './change-history'
import type { ContractsPage } from './contracts-page'
import { RulesInForce } from './rules-in-force'

type Props = { page: ContractsPage; words: Messages['contracts']; locale: string }

/** Both chains' changes by time, the newest first; undefined until one of them is read. */
const toChanges = ({ past }: ContractsPage) =>
  past.l2 &&
  [...past.l2, ...(past.l1 ?? [])].sort(
    (a, b) => b.seconds - a.seconds || Number(b.block - a.block) || b.index - a.index,
  )

/** The rules in force on both chains, and what has been changed so far. */
export function RulesParts({ page, words, locale }: Props) {
  const { parameters: own } = words
  const { enki, pool, epochs } = page.parameters
  const shared = { words: own, locale }
  const changes = toChanges(page)
  return (
    <>
      {(enki || pool || epochs) && (
        <Section id="parameters" title={own.title} lead={own.lead}>
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
            {enki && <RulesInForce title={own.group.config} chain="l2" parameters={enki} {...shared} />}
            <div className="flex flex-col gap-8">
              {pool && <RulesInForce title={own.group.pool} chain="l1" parameters={pool} {...shared} />}
              {epochs && <RulesInForce title={own.group.epochs} chain="l2" parameters={epochs} {...shared} />}
            </div>
          </div>
        </Section>
      )}
      {/* Of a chain that is silent nothing is being read, so nothing may say that it is. */}
      {(changes || page.protocol) && (
        <Section id="changes" title={own.history} lead={own.historyLead}>
          <ChangeHistory events={changes} words={words} locale={locale} />
        </Section>
      )}
    </>
  )
}
