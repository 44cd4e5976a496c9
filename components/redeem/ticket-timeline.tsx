import type { TicketState } from '@/lib/redemption'

type Props = {
  state: TicketState
  /** How much of the wait is over, 0 to 1; null: not known. */
  progress: number | null
  /** The same in words. */
  label: string
}

/** A vessel, as everywhere: full when the METIS is there. */
const Vessel = ({ full }: { full: boolean }) => (
  <>
    <path d="M-6 -8v15h12v-15" className="fill-surface stroke-ink" strokeWidth="1.5" />
    {full && <path d="M-5 -3h10v9.2h-10z" className="fill-water" />}
  </>
)

/** A gate across the channel: closed until the ticket is mature, then open. */
const Gate = ({ open }: { open: boolean }) => (
  <>
    <line y1={open ? -14 : -12} y2={open ? -6 : 12} className="stroke-ink" strokeWidth="2.5" />
    {open && <line y1="6" y2="14" className="stroke-ink" strokeWidth="2.5" />}
  </>
)

// Across, in per cent of the width: the wait takes the larger part, what follows has no length of its own.
const gate = 62
const vessel = 97

/** Entered, mature, payable. The channel fills with time; the gate opens at maturity; the vessel fills with the queue's METIS. */
export function TicketTimeline({ state, progress, label }: Props) {
  const isMature = state !== 'waiting'
  const filled = isMature ? gate : gate * (progress ?? 0)
  return (
    <svg role="img" aria-label={label} width="100%" height="32">
      <rect x="0" y="12" width={`${filled}%`} height="8" className="fill-water" />
      <rect x="0" y="12" width={`${gate}%`} height="8" className="fill-none stroke-ink-soft" />
      <line x1="0" x2="0" y1="6" y2="26" className="stroke-ink" strokeWidth="3" />
      <line
        x1={`${gate}%`}
        x2={`${vessel}%`}
        y1="16"
        y2="16"
        className={state === 'payable' || state === 'spent' ? 'stroke-water' : 'stroke-ink-soft'}
        strokeWidth="2"
        strokeDasharray={state === 'payable' || state === 'spent' ? undefined : '2 4'}
      />
      <svg aria-hidden="true" x={`${gate}%`} y="16" overflow="visible">
        <Gate open={isMature} />
      </svg>
      <svg aria-hidden="true" x={`${vessel}%`} y="16" overflow="visible">
        <Vessel full={state === 'payable'} />
      </svg>
    </svg>
  )
}
