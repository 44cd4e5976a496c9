import { scale } from '@/lib/scale'

type Props = {
  /** What the picture says, in words. */
  label: string
  /** What the bars count, and what the highest of them is. */
  name: string
  most: string
  bars: readonly (readonly [x: number, y: number])[]
  /** The interval shown, [from, to]. */
  x: readonly [number, number]
}

// Heights in pixels of the drawing; its width is whatever there is.
const top = 24
const bottom = 88

/** One bar for each thing that happened, on the same horizontal axis as the line above. */
export function Bars({ label, name, most, bars, x }: Props) {
  const across = scale(x, [0, 100])
  const highest = Math.max(0, ...bars.map(([, y]) => y))
  const up = scale([0, highest], [bottom, top])
  return (
    <svg role="img" aria-label={label} className="mt-4 w-full overflow-visible" height={bottom + 2}>
      <text x="0" y="14" className="fill-ink-soft text-sm">
        {name}
      </text>
      <line x1="0" x2="100%" y1={top} y2={top} className="stroke-line" />
      <text x="100%" y={top - 4} textAnchor="end" className="fill-ink-soft text-sm">
        {most}
      </text>
      {bars.map(([at, value], i) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: two may happen in one second, and none ever moves
          key={i}
          x1={`${across(at)}%`}
          x2={`${across(at)}%`}
          y1={bottom}
          y2={up(value)}
          strokeWidth="4"
          className="stroke-water"
        />
      ))}
      <line x1="0" x2="100%" y1={bottom} y2={bottom} className="stroke-ink-soft" />
    </svg>
  )
}
