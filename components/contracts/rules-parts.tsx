import { Section } from '@/components/section'
import type { Messages } from '@/lib/messages/en'
import { ChangeHistory } from './change-history'
import type { ContractsPage } from './contracts-page'
import { RulesInForce } from './rules-in-force'

type Props = { page: ContractsPage; words: Messages['contracts']; locale: string }

/** The rules in force on both chains, and what has been changed so far. */
export function RulesParts({ page, words, locale }: Props) {
  const { parameters: own } = words
  const { past, protocol, reader } = page
  const { enki, pool, epochs } = page.parameters
  const shared = { words: own, locale }
  const isGone = { l2: !protocol, l1: !pool }
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
      {(past.l2 || past.l1 || protocol || pool) && (
        <Section id="changes" title={own.history} lead={own.historyLead}>
          <ChangeHistory past={past} isGone={isGone} reader={reader} words={words} locale={locale} />
        </Section>
      )}
    </>
  )
}
