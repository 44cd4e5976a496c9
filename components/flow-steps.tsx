import { type FlowView, isEnded } from '@/hooks/flow-view'
import { formatExact } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = { view: FlowView; words: Messages['flow']; explorer: string | undefined; locale: string }

type Mark = keyof Messages['flow']['mark']

function markOf({ state }: FlowView, index: number): Mark {
  // Steps that are one have one fate; their state's index is the last one's.
  const at = state.together ? state.index : index
  if (at < state.index || state.kind === 'mined' || state.kind === 'refreshing' || state.kind === 'done')
    return at <= state.index ? 'mined' : 'waiting'
  if (at > state.index) return 'waiting'
  if (state.kind === 'partial') return 'partial'
  if (state.kind === 'unclear' || state.kind === 'unfound') return 'unknown'
  return isEnded({ state }) ? 'failed' : 'current'
}

const signs: Record<Mark, string> = { waiting: '○', current: '◐', mined: '●', failed: '×', partial: '◐', unknown: '?' }

/** Every step, how far it is, and its transaction once there is one. */
export const FlowSteps = ({ view, words, explorer, locale }: Props) => (
  <ol aria-label={words.steps} className="flex flex-col gap-3">
    {view.steps.map((step, index) => {
      const mark = markOf(view, index)
      const hash = view.hashes[index]
      return (
        <li key={`${step.id} ${step.args}`} className="grid grid-cols-[1.5rem_1fr] gap-x-2">
          <span aria-hidden="true" className={mark === 'failed' ? 'text-carnelian' : 'text-water'}>
            {signs[mark]}
          </span>
          <span className={mark === 'waiting' ? 'text-ink-soft' : ''}>
            {fill(words.step[step.id], { amount: formatExact(step.amount, locale) })}
            <span className="sr-only">: {words.mark[mark]}</span>
          </span>
          {hash && (
            <span className="col-start-2 font-mono text-sm text-ink-soft wrap-anywhere">
              {explorer ? (
                <a className="link" href={`${explorer}/tx/${hash}`} target="_blank" rel="noreferrer">
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
)
