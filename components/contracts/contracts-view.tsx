import { Section } from '@/components/section'
import { Unread } from '@/components/unread'
import { formatCount, formatDate, formatRelative } from '@/lib/format'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Block } from '@/lib/rpc'
import { ContractGroups } from './contract-groups'
import { contractName } from './contract-name'
import type { ContractsPage } from './contracts-page'
import { DealerNote } from './dealer-note'
import { KeptRecord } from './kept-record'
import { RulesParts } from './rules-parts'
import { SentRecord } from './sent-record'
import { Trust } from './trust'
import { VerdictHead } from './verdict-head'
import { WiringSteps } from './wiring-steps'

type Props = { page: ContractsPage; messages: Messages; locale: string }

/** Where and when the figures were read. */
function sourceOf(block: Block, words: Messages['contracts'], locale: string): string {
  const source = {
    chain: network.l2.name,
    block: formatCount(block.number, locale),
    time: formatDate(block.seconds, locale),
  }
  const ago = formatRelative(-Math.max(1, Math.round((Date.now() - block.readAt) / 1_000)), locale)
  return fill(words.readAt, { ...source, ago })
}

/** Which chain did not answer, and what that takes from the page; a chain's own snapshot stands for the chain. */
function Silent({ page, messages: { contracts: words, overview }, locale }: Props) {
  const [l2, l1] = [network.l2.name, network.l1.name]
  const isL1Gone = !page.parameters.pool
  if (!page.protocol && isL1Gone) return <Unread chains={[l2, l1]} words={overview} locale={locale} />
  if (page.protocol && !isL1Gone) return null
  return (
    <p role="alert" className="mt-8 max-w-measure border-l-2 border-barley pl-4">
      {page.protocol ? fill(words.unreadL1, { chain: l1 }) : fill(words.unreadL2, { chain: l2 })}
    </p>
  )
}

/** What the contracts of a record are called. */
const toNames = (contracts: readonly Listed[], words: Messages['contracts']['list']) =>
  Object.fromEntries(
    contracts.flatMap(({ key, chain, address }) =>
      address ? [[`${network[chain].id} ${address.toLowerCase()}`, contractName(key, words)]] : [],
    ),
  )

/** The whole page: what could be read, in order, and a sentence for what could not. */
export function ContractsView(props: Props) {
  const { page, messages, locale } = props
  const { contracts: words } = messages
  const { protocol, contracts = [], checks = [], owners } = page
  return (
    <>
      <h1 className="max-w-measure text-xl md:text-2xl">{words.title}</h1>
      <p className="mt-3 max-w-measure text-ink-soft">{words.lead}</p>
      <SentRecord
        words={{ record: words.record, parameters: words.parameters }}
        names={toNames(contracts, words.list)}
        locale={locale}
      />
      <Silent {...props} />
      {protocol && (
        <>
          <VerdictHead contracts={contracts} wiring={protocol.checks} checks={checks} messages={messages} />
          <p className="mt-2 text-sm text-ink-soft">{sourceOf(protocol.block, words, locale)}</p>
          <Section id="wiring" title={words.wiring.title} lead={words.wiring.lead}>
            <WiringSteps checks={protocol.checks} words={words.wiring} />
            <DealerNote contracts={contracts} words={words.wiring} />
          </Section>
        </>
      )}
      {owners.l2 && <Trust contracts={contracts} owners={owners.l2} words={words} locale={locale} />}
      {!owners.l2 && protocol && (
        <Section id="trust" title={words.owners.title}>
          <p className="max-w-measure">{fill(words.owners.trustGone, { chain: network.l2.name })}</p>
        </Section>
      )}
      {contracts.length > 0 && (
        <Section id="contracts" title={words.list.title} lead={words.list.lead}>
          <ContractGroups contracts={contracts} checks={checks} owners={owners} messages={messages} locale={locale} />
        </Section>
      )}
      <RulesParts page={page} words={words} locale={locale} />
      {(page.kept || protocol || page.parameters.pool) && (
        <Section id="snapshot" title={words.snapshot.title} lead={words.snapshot.lead}>
          <KeptRecord kept={page.kept} words={words.snapshot} />
        </Section>
      )}
    </>
  )
}
