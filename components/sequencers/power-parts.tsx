import { Section } from '@/components/section'
import type { Messages } from '@/lib/messages/en'
import type { PoolFacts } from '@/lib/pool-facts'
import { ConcentrationChart } from './concentration-chart'
import { ConcentrationTable } from './concentration-table'
import { PastUnread } from './past-unread'
import { Payer } from './payer'
import type { PoolPage } from './pool-page'

type Props = { page: PoolPage; facts: PoolFacts; messages: Messages; locale: string }

/** Who holds power over the pool: by stake, and by paying for it. */
export function PowerParts({ page: { past }, facts, messages, locale }: Props) {
  const { sequencers: words, shell } = messages
  const shared = { words, locale }
  return (
    <>
      <Section id="concentration" title={words.concentration.title} lead={words.concentration.lead}>
        <ConcentrationTable facts={facts} {...shared} />
        {past ? (
          <ConcentrationChart past={past} nodes={facts.nodes} {...shared} />
        ) : (
          <PastUnread past={past} words={words} />
        )}
      </Section>
      <Section id="payer" title={words.payer.title} lead={words.payer.lead}>
        <Payer facts={facts} loading={shell.loading} {...shared} />
      </Section>
    </>
  )
}
