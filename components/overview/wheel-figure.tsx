import type { ReactNode } from 'react'
import { Spark } from '@/components/chart/spark'
import { Stat } from '@/components/stat'

type Props = {
  label: string
  /** Null: not known; the note says why. */
  value: ReactNode | null
  note: ReactNode
  /** The figure at each payout of the chosen span, oldest first. */
  course: readonly (readonly [seconds: number, value: number])[]
  /** What it was when the course begins. */
  since?: string
  loading: string
}

/** A figure now, its course, and what it was when that began. */
export const WheelFigure = ({ label, value, note, course, since, loading }: Props) => (
  <div className="flex flex-col gap-2">
    <Stat label={label} value={value} note={note} loading={loading} />
    {course.length > 1 && (
      <div className="mt-auto">
        {/* Above it, so that the courses stand in one row, however long this is. */}
        {since && <p className="mb-1 text-sm text-ink-soft">{since}</p>}
        <Spark points={course} />
      </div>
    )}
  </div>
)
