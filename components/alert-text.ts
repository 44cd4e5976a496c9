import type { Alert } from '@/lib/alerts'
import { formatAmount, formatCount, formatDay, formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Node } from '@/lib/nodes'
import { nodeName, partyName } from './node-name'

type Words = Messages['sequencers']

/** An alert as a sentence. */
export function alertText(alert: Alert, words: Words, locale: string): string {
  const list = (nodes: readonly Node[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(nodes.map((node) => nodeName(node, words)))
  switch (alert.kind) {
    case 'atCap':
      return fill(words.alerts.atCap, { names: list(alert.nodes) })
    case 'leaving':
      return fill(words.alerts.leaving, { names: list(alert.nodes), date: formatDay(alert.claimable, locale) })
    case 'noRecipient':
      return fill(words.alerts.noRecipient, { names: list(alert.nodes), amount: formatAmount(alert.reward, locale) })
    case 'payerShort':
      return fill(words.alerts.payerShort, { days: formatCount(Math.floor(alert.days), locale) })
    case 'queueShort':
      return fill(words.alerts.queueShort, { amount: formatAmount(alert.missing, locale) })
    case 'third':
      return fill(words.alerts.third, { party: partyName(alert.party), part: formatPart(alert.fraction, locale) })
  }
}
