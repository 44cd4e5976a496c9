import type { Messages } from '@/lib/messages/en'
import type { TicketState as State } from '@/lib/redemption'

const tones: Record<State, string> = {
  waiting: 'text-ink-soft',
  payable: 'font-semibold text-ink',
  unfunded: 'text-barley',
  spent: 'text-ink-soft',
}

const marks: Record<State, string> = {
  waiting: 'M1 1h8v8h-8z',
  payable: 'M1 0v9h8V0M2 3h6v5H2z',
  unfunded: 'M1 0v9h8V0',
  spent: 'M1 9h8M3 9V4a2 2 0 0 1 4 0v5',
}

/** The state of a ticket: a mark and a word. */
export const TicketState = ({ state, words }: { state: State; words: Messages['tickets'] }) => (
  <span className={`inline-flex items-baseline gap-2 ${tones[state]}`}>
    <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 shrink-0">
      <path d={marks[state]} fill={state === 'payable' ? 'currentColor' : 'none'} stroke="currentColor" />
    </svg>
    {words.state[state]}
  </span>
)
