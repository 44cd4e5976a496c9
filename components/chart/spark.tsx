import { toPath } from '@/lib/axis'
import { scale } from '@/lib/scale'

type Props = { points: readonly (readonly [x: number, y: number])[] }

const height = 32

/** The course of a figure without its scale: beside a figure that says the same in words, so it has no words of its own. */
export function Spark({ points }: Props) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const values = points.map(([, y]) => y)
  const across = scale([first[0], last[0]], [0, 100])
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const down = lowest === highest ? () => height / 2 : scale([lowest, highest], [height - 2, 2])
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className="overflow-visible"
    >
      <path
        d={toPath(points.map(([x, y]) => [across(x), down(y)]))}
        fill="none"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
        className="stroke-water"
      />
    </svg>
  )
}
