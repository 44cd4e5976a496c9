'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'

type Props = {
  /** What is read: "Payout read in the chart". */
  label: string
  /** `at`: per cent of the width, in order. `text`: what is there. */
  points: readonly { at: number; text: string }[]
  /** The charts, one above the other, that share the horizontal axis. */
  children: ReactNode
}

/** Steps that a key makes; Home and End go as far as there is anything. */
const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** A line across charts that reads what is under it; it follows the pointer and the arrow keys, and begins at the newest point. */
export function Cursor({ label, points, children }: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const last = points.length - 1
  const index = Math.min(chosen ?? last, last)
  const point = points[index]
  if (!point) return children

  const follow = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const at = ((clientX - left) / width) * 100
    const distance = (i: number) => Math.abs((points[i]?.at ?? Number.POSITIVE_INFINITY) - at)
    setChosen(points.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0))
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    setChosen(Math.min(last, Math.max(0, index + step)))
  }

  return (
    <>
      <p className="mb-3 min-h-[3em] text-sm sm:min-h-0" aria-hidden="true">
        {point.text}
      </p>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={index + 1}
        aria-valuetext={point.text}
        onPointerMove={follow}
        onPointerDown={follow}
        onKeyDown={press}
        className="relative isolate touch-pan-y"
      >
        {/* Behind the charts, so that labels between them, set on the ground, stay whole. */}
        <svg aria-hidden="true" className="pointer-events-none absolute inset-0 -z-10 size-full overflow-visible">
          <line x1={`${point.at}%`} x2={`${point.at}%`} y1="0" y2="100%" className="stroke-ink" />
        </svg>
        {children}
      </div>
    </>
  )
}
