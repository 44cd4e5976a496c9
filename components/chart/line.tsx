import { clearerEnd, toPath } from '@/lib/axis'
import { scale } from '@/lib/scale'

type Point = readonly [x: number, y: number]
type Tick = { at: number; label: string }

/** `dashed` is for what is not, but could be. */
export type Series = { name: string; points: readonly Point[]; tone: 'full' | 'dashed' }

type Props = {
  /** What the picture says, in words. */
  label: string
  series: readonly Series[]
  /** The intervals shown, [from, to]. */
  x: readonly [number, number]
  y: readonly [number, number]
  ticks: { x: readonly Tick[]; y: readonly Tick[] }
}

// Heights in pixels of the drawing; its width is whatever there is, so x runs from 0 to 100 per cent.
const top = 20
const bottom = 196
const height = 224

const tones = { full: 'stroke-water', dashed: 'stroke-ink' } as const
const dash = { full: undefined, dashed: '5 5' } as const

const Sample = ({ tone }: { tone: Series['tone'] }) => (
  <svg viewBox="0 0 24 4" aria-hidden="true" className="inline-block h-1 w-6 align-middle">
    <path d="M0 2h24" className={tones[tone]} strokeWidth="2" strokeDasharray={dash[tone]} />
  </svg>
)

/** Lines over a common ground. Labels stand on their rules, so that the lines have the whole width. */
export function LineChart({ label, series, x, y, ticks }: Props) {
  const across = scale(x, [0, 100])
  const down = scale(y, [bottom, top])
  const paths = series.map(({ points }) => points.map(([a, b]): Point => [across(a), down(b)]))
  const side = clearerEnd(
    paths,
    ticks.y.map(({ at }) => down(at)),
  )
  // Two labels that share a phone's width would meet in the middle, and more of them have to be thinned out there.
  const few = ticks.x.length < 3
  const anchor = (percent: number) =>
    percent < 12 ? 'start' : percent > (few ? 70 : 84) ? 'end' : few ? 'start' : 'middle'
  return (
    <>
      {series.length > 1 && (
        <ul aria-hidden="true" className="mb-2 flex flex-wrap gap-x-6 text-sm">
          {series.map(({ name, tone }) => (
            <li key={name} className="flex items-baseline gap-2">
              <Sample tone={tone} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <svg role="img" aria-label={label} className="w-full overflow-visible" height={height}>
        {ticks.y.map(({ at }) => (
          <line key={at} x1="0" x2="100%" y1={down(at)} y2={down(at)} className="stroke-line" />
        ))}
        {ticks.y.map(({ at, label: text }) => (
          <text
            key={at}
            x={side === 'start' ? '0' : '100%'}
            y={down(at) - 5}
            dx={side === 'end' ? -4 : undefined}
            textAnchor={side}
            className="fill-ink-soft text-sm"
          >
            {text}
          </text>
        ))}
        <svg
          aria-hidden="true"
          x="0"
          y="0"
          width="100%"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          className="overflow-visible"
        >
          {series.map(({ name, tone }, i) => (
            <path
              key={name}
              d={toPath(paths[i] ?? [])}
              fill="none"
              strokeWidth="2"
              strokeDasharray={dash[tone]}
              vectorEffect="non-scaling-stroke"
              className={tones[tone]}
            />
          ))}
        </svg>
        {/* Below the axis the ground hides the line of a cursor. */}
        <rect
          x="-1%"
          y={bottom}
          width="102%"
          height={height - bottom}
          className="fill-none in-[[role=slider]]:fill-ground"
        />
        <line x1="0" x2="100%" y1={bottom} y2={bottom} className="stroke-ink-soft" />
        {ticks.x.map(({ at, label: text }, i) => (
          <text
            key={at}
            x={`${across(at)}%`}
            y={height - 6}
            textAnchor={anchor(across(at))}
            className={`fill-ink-soft text-sm ${!few && i % 2 === 1 ? 'max-sm:hidden' : ''}`}
          >
            {text}
          </text>
        ))}
      </svg>
    </>
  )
}
