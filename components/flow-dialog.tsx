'use client'

import { type FlowView, isEnded } from '@/hooks/flow-view'
import { formatFault } from '@/lib/fault'
import { formatAmount, formatCount } from '@/lib/format'
import { listFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { recipientWords } from '@/lib/messages/recipient'
import type { Names } from '@/lib/names'
import type { Recipient } from '@/lib/recipient'
import { AddToken } from './add-token'
import { FlowCall } from './flow-call'
import { FlowFailure } from './flow-failure'
import { FlowRecipient } from './flow-recipient'
import { FlowSteps } from './flow-steps'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'

type Props = {
  view: FlowView
  open: boolean
  onClose: () => void
  words: Pick<Messages, 'flow' | 'failure'>
  chain: { name: string; explorer?: string }
  locale: string
}

function toSentence(
  { state, isGranted }: { state: Exclude<FlowView['state'], { kind: 'failed' }>; isGranted: boolean },
  words: Messages['flow'],
  chain: string,
  locale: string,
) {
  const grouped = (block: bigint | string | undefined) =>
    block === undefined ? '' : formatCount(BigInt(block), locale)
  if (state.kind === 'stopped')
    return fill(words.stopped[state.why], { chain, ...state.facts, block: grouped(state.facts?.block) })
  if (state.kind === 'signing' && state.together) return words.signingTogether
  if (isGranted) return words.state.granted
  return fill(words.state[state.kind], {
    chain,
    block: grouped('block' in state ? state.block : undefined),
    fault: state.kind === 'blocked' ? formatFault(state.fault, words.fault) : '',
  })
}

/** Tokens of ours that the flow brought the account, each once. */
const received = ({ steps }: FlowView) =>
  (['seMetis', 'eMetis'] as const).filter((token) =>
    steps.some(({ changes = [] }) => changes.some(({ token: one, amount, of }) => one === token && amount > 0n && !of)),
  )

/** No plan ends with a permission: what was followed after a reload was the first of two steps. */
const isPermission = (last: FlowView['steps'][number] | undefined) => last?.id.startsWith('approve') ?? false

/** What it brought, beside what was expected before. */
function Gains({ view: { gains = [] }, words, locale }: { view: FlowView; words: Messages['flow']; locale: string }) {
  if (gains.length === 0) return null
  const sums = gains.map(({ token, amount }) => `${formatAmount(amount, locale, 'form')} ${token}`)
  return <p className="mb-1">{fill(words.gained, { amount: listFormat(locale).format(sums) })}</p>
}

/** The names with the one that the recipient has in the call. */
const withRecipient = (names: Names, { address }: Recipient, locale: string): Names =>
  new Map([...names, [address.toLowerCase(), recipientWords(locale).named]])

/** The steps of a flow and what is happening to them, said as it is. */
export function FlowDialog({ view, open, onClose, words, chain, locale }: Props) {
  const { flow } = words
  const { state, steps, names, oneByOne } = view
  const given = steps.find(({ recipient }) => recipient)
  const isGranted = state.kind === 'done' && isPermission(steps.at(-1))
  return (
    <Dialog open={open} onClose={onClose} title={flow.title} close={flow.close}>
      <FlowSteps view={view} words={flow} explorer={chain.explorer} locale={locale} />
      <div role="status" className="mt-4 border-t border-line pt-4 wrap-anywhere">
        {state.kind === 'done' && !isGranted && <p className="figure text-lg">{flow.done}</p>}
        {state.kind === 'done' && <Gains view={view} words={flow} locale={locale} />}
        {(state.kind === 'failed' || state.kind === 'unclear') && (
          <FlowFailure error={state.error} isUnclear={state.kind === 'unclear'} words={words} chain={chain.name} />
        )}
        {state.kind !== 'failed' && (
          <p className={isEnded(view) && state.kind !== 'done' && state.kind !== 'refused' ? 'text-carnelian' : ''}>
            {toSentence({ state, isGranted }, flow, chain.name, locale)}
          </p>
        )}
        {state.kind === 'signing' && state.isUpgrade && <p className="mt-2 text-barley">{flow.upgrade}</p>}
        {state.kind === 'refused' && (
          <Button className="mt-3" onClick={oneByOne}>
            {flow.oneByOne}
          </Button>
        )}
        {isEnded(view) && state.kind !== 'done' && !state.together && state.index > 0 && (
          <p className="mt-2 text-sm text-ink-soft">{flow.kept}</p>
        )}
        {view.alone && state.kind !== 'stopped' && (
          <p className="mt-2 text-sm text-barley">{fill(flow.alone, { host: view.alone })}</p>
        )}
      </div>
      {given?.recipient && (
        <FlowRecipient recipient={given.recipient} step={given.id} isDone={state.kind === 'done'} locale={locale} />
      )}
      {state.kind === 'done' && received(view).length > 0 && <AddToken tokens={received(view)} words={flow.add} />}
      {state.kind === 'signing' && (
        <FlowCall
          calls={state.calls}
          effect={{ changes: state.trial ?? steps[state.index]?.changes ?? [], isTried: state.trial !== null }}
          account={state.asked.account}
          names={given?.recipient ? withRecipient(names, given.recipient, locale) : names}
          words={flow}
          locale={locale}
        />
      )}
    </Dialog>
  )
}
