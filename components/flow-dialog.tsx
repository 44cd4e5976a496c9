'use client'

import { type FlowView, isEnded } from '@/hooks/flow-view'
import { formatFault } from '@/lib/fault'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { recipientWords } from '@/lib/messages/recipient'
import type { Names } from '@/lib/names'
import type { Recipient } from '@/lib/recipient'
import { AddToken } from './add-token'
import { FlowCall } from './flow-call'
import { FlowFailure } from './flow-failure'
import { FlowRecipient } from './flow-recipient'
import { Dialog } from './ui/dialog'

type Props = {
  view: FlowView
  open: boolean
  onClose: () => void
  words: Pick<Messages, 'flow' | 'failure'>
  chain: { name: string; explorer?: string }
  locale: string
}

type Mark = keyof Messages['flow']['mark']

const markOf = ({ state }: FlowView, index: number): Mark => {
  if (index < state.index || state.kind === 'mined' || state.kind === 'refreshing' || state.kind === 'done')
    return index <= state.index ? 'mined' : 'waiting'
  if (index > state.index) return 'waiting'
  return ['failed', 'unclear', 'reverted', 'cancelled', 'superseded'].includes(state.kind) ? 'failed' : 'current'
}

const signs: Record<Mark, string> = { waiting: '○', current: '◐', mined: '●', failed: '×' }

function toSentence(state: Exclude<FlowView['state'], { kind: 'failed' }>, words: Messages['flow'], chain: string) {
  if (state.kind === 'stopped') return fill(words.stopped[state.why], { chain, ...state.facts })
  return fill(words.state[state.kind], {
    chain,
    block: 'block' in state ? String(state.block) : '',
    fault: state.kind === 'blocked' ? formatFault(state.fault, words.fault) : '',
  })
}

/** Tokens of ours that the flow brought the account, each once. */
const received = ({ steps }: FlowView) =>
  (['seMetis', 'eMetis'] as const).filter((token) =>
    steps.some(({ changes = [] }) => changes.some(({ token: one, amount, of }) => one === token && amount > 0n && !of)),
  )

/** The names with the one that the recipient has in the call. */
const withRecipient = (names: Names, { address }: Recipient, locale: string): Names =>
  new Map([...names, [address.toLowerCase(), recipientWords(locale).named]])

/** The steps of a flow and what is happening to them, said as it is. */
export function FlowDialog({ view, open, onClose, words, chain, locale }: Props) {
  const { flow } = words
  const { state, steps, hashes, names } = view
  const given = steps.find(({ recipient }) => recipient)
  return (
    <Dialog open={open} onClose={onClose} title={flow.title} close={flow.close}>
      <ol aria-label={flow.steps} className="flex flex-col gap-3">
        {steps.map((step, index) => {
          const mark = markOf(view, index)
          const hash = hashes[index]
          return (
            <li key={`${step.id} ${step.args}`} className="grid grid-cols-[1.5rem_1fr] gap-x-2">
              <span aria-hidden="true" className={mark === 'failed' ? 'text-carnelian' : 'text-water'}>
                {signs[mark]}
              </span>
              <span className={mark === 'waiting' ? 'text-ink-soft' : ''}>
                {fill(flow.step[step.id], { amount: formatAmount(step.amount, locale, 'form') })}
                <span className="sr-only">: {flow.mark[mark]}</span>
              </span>
              {hash && (
                <span className="col-start-2 font-mono text-sm text-ink-soft wrap-anywhere">
                  {chain.explorer ? (
                    <a className="link" href={`${chain.explorer}/tx/${hash}`} target="_blank" rel="noreferrer">
                      {hash}
                    </a>
                  ) : (
                    hash
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <div role="status" className="mt-4 border-t border-line pt-4">
        {state.kind === 'done' && <p className="figure text-lg">{flow.done}</p>}
        {(state.kind === 'failed' || state.kind === 'unclear') && (
          <FlowFailure error={state.error} words={words} chain={chain.name} />
        )}
        {state.kind !== 'failed' && (
          <p className={isEnded(view) && state.kind !== 'done' ? 'text-carnelian' : ''}>
            {toSentence(state, flow, chain.name)}
          </p>
        )}
        {isEnded(view) && state.kind !== 'done' && state.index > 0 && (
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
          call={state.call}
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
