import type { ReactNode } from 'react'
import { Skeleton } from './ui/skeleton'

type Props = {
  label: string
  /** `undefined`: not read yet. `null`: can't be known; `note` then says why. */
  value: ReactNode | null | undefined
  /** What the figure covers, or why there is none. */
  note?: ReactNode
  /** Read out while there is no figure yet. */
  loading: string
  size?: 'headline' | 'plain'
}

/** One figure with its name, ruled off like a column of a bulletin. */
export function Stat({ label, value, note, loading, size = 'plain' }: Props) {
  return (
    <dl className={`flex min-w-0 flex-col gap-1 border-t pt-2 ${size === 'headline' ? 'border-ink' : 'border-line'}`}>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className={`figure wrap-break-word ${size === 'headline' ? 'text-xl sm:text-2xl' : 'text-lg sm:text-xl'}`}>
        {value === undefined ? <Skeleton label={loading} /> : (value ?? '—')}
      </dd>
      {note && <dd className="text-sm text-ink-soft">{note}</dd>}
    </dl>
  )
}
