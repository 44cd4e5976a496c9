import { Section } from '@/components/section'
import { Unread } from '@/components/unread'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import { toProducers } from '@/lib/producers'
import { AlertList } from './alert-list'
import { BlockShares } from './block-shares'
import { EnkiParts } from './enki-parts'
import type { PoolPage } from './pool-page'
import { PoolParts } from './pool-parts'
import { PowerParts } from './power-parts'
import { SideBySide } from './side-by-side'
import type { View } from './view'

type Props = { page: PoolPage; view: View; counts: readonly number[]; messages: Messages; locale: string }

/** In place of a part that alone could not be read. */
const Absent = ({ text }: { text: string }) => <p className="max-w-measure text-barley">{text}</p>

const Missing = ({ text }: { text: string }) => (
  <p role="alert" className="mt-8 max-w-measure border-l-2 border-barley pl-4">
    {text}
  </p>
)

/** The whole page: what could be read, in order, and a sentence for what could not. */
export function SequencersView({ page, view, counts, messages, locale }: Props) {
  const { sequencers: words, overview } = messages
  const { facts, epochs, artemis, protocol, alerts } = page
  const [l1, l2] = [network.l1.name, network.l2.name]
  const shared = { words, locale }
  // That nothing stands out can be said only where everything was looked at.
  const isWhole = facts?.pay && page.placement?.crossings && page.placement.room
  const isL2Gone = !protocol && !epochs && !artemis
  return (
    <>
      <h1 className="max-w-measure text-xl md:text-2xl">{words.title}</h1>
      <p className="mt-3 max-w-measure text-ink-soft">{words.lead}</p>
      {!facts && isL2Gone && <Unread chains={[l2, l1]} words={overview} locale={locale} />}
      {!facts && !isL2Gone && <Missing text={fill(words.unreadL1, { chain: l1, other: l2 })} />}
      {facts && isL2Gone && <Missing text={fill(words.unreadL2, { chain: l2 })} />}
      {(alerts.length > 0 || isWhole) && (
        <div className="mt-8">
          <AlertList alerts={alerts} {...shared} />
        </div>
      )}
      {(facts || !isL2Gone) && !isWhole && (
        <p className="mt-3 max-w-measure text-sm text-barley">{words.alerts.partial}</p>
      )}
      {facts && <PoolParts facts={facts} view={view} messages={messages} locale={locale} />}
      {facts && <EnkiParts page={page} facts={facts} messages={messages} locale={locale} path={view.path} />}
      {!isL2Gone && (
        <Section id="blocks" title={words.blocks.title} lead={words.blocks.lead}>
          {epochs ? (
            <BlockShares
              epochs={epochs}
              producers={toProducers(epochs, facts?.nodes, page.past?.events)}
              counts={counts}
              view={view}
              {...shared}
            />
          ) : (
            <Absent text={fill(words.blocks.unread, { chain: l2 })} />
          )}
        </Section>
      )}
      {facts && <PowerParts page={page} facts={facts} messages={messages} locale={locale} />}
      {!isL2Gone && (
        <Section id="artemis" title={words.artemis.title} lead={words.artemis.lead}>
          <SideBySide artemis={artemis} protocol={protocol} facts={facts} reserves={page.reserves} {...shared} />
        </Section>
      )}
    </>
  )
}
