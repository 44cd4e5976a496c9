import type { Alert } from '@/lib/alerts'
import { formatAmount, formatDay, formatPart } from '@/lib/format'
import { listFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { Node } from '@/lib/nodes'
import { nodeName, partyName } from './node-name'

type Words = Messages['sequencers']

/** Nodes named in one sentence; of more of them the number. */
const mostNames = 8

function listed(nodes: readonly Node[], words: Words, locale: string): string {
  const names = nodes.slice(0, mostNames).map((node) => nodeName(node, words))
  const others = nodes.length - names.length
  const all = others > 0 ? [...names, fill(words.alerts.others, { n: others })] : names
  return listFormat(locale).format(all)
}

/** An alert as a sentence. */
export function alertText(alert: Alert, words: Words, locale: string): string {
  const list = (nodes: readonly Node[]) => listed(nodes, words, locale)
  switch (alert.kind) {
    case 'atCap': {
      const { atCap, atCapEnki } = words.alerts
      const full = fill(plural(alert.nodes.length, atCap, locale), { names: list(alert.nodes) })
      return alert.isEnkiFull ? fill(atCapEnki, { full }) : full
    }
    case 'leaving':
      return fill(alert.nodes.every(({ isFree }) => isFree) ? words.alerts.leavingFree : words.alerts.leaving, {
        names: list(alert.nodes),
        date: formatDay(alert.claimable, locale),
      })
    case 'noRecipient':
      return fill(words.alerts.noRecipient, { names: list(alert.nodes), amount: formatAmount(alert.reward, locale) })
    case 'payerShort':
      return plural(Math.floor(alert.days), words.alerts.payerShort[alert.limit], locale)
    case 'queueShort':
      return fill(words.alerts.queueShort, { amount: formatAmount(alert.missing, locale) })
    case 'third':
      return fill(words.alerts.third, { party: partyName(alert.party), part: formatPart(alert.fraction, locale) })
  }
}
