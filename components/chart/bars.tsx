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
const top = 1
const bottom = 65

/** One bar for each thing that happened, on the same horizontal axis as the line above. */
export function Bars({ label, name, most, bars, x }: Props) {
  const across = scale(x, [0, 100])
  const highest = Math.max(0, ...bars.map(([, y]) => y))
  const up = scale([0, highest], [bottom, top])
  return (
    <div>
      {/* Beside the drawing, where they find room on two lines; its label says both. */}
      <p
        aria-hidden
        className="-mx-1 flex flex-wrap items-baseline justify-between gap-x-4 bg-ground px-1 pt-4 text-sm text-ink-soft"
      >
        <span>{name}</span>
        <span className="ml-auto">{most}</span>
      </p>
      <svg role="img" aria-label={label} className="w-full overflow-visible" height={bottom + 2}>
        <line x1="0" x2="100%" y1={top} y2={top} className="stroke-line" />
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
    </div>
  )
}
