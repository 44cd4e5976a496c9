import { scale } from '@/lib/scale'

type Mark = { id: string; at: number; kind: 'in' | 'out' }

type Props = {
  /** What the marks say, in words. */
  label: string
  marks: readonly Mark[]
  /** The interval shown, [from, to]. */
  x: readonly [number, number]
  words: { in: string; out: string }
}

const shapes = { in: 'M0 14 5 4 10 14z', out: 'M0 4 5 14 10 4z' } as const
const tones = { in: 'fill-water', out: 'fill-ground stroke-ink' } as const

const Shape = ({ kind }: Pick<Mark, 'kind'>) => <path d={shapes[kind]} className={tones[kind]} />

/** What came in and what went out, as triangles on the same horizontal axis as the chart above. */
export function Marks({ label, marks, x, words }: Props) {
  const across = scale(x, [0, 100])
  return (
    <>
      <svg role="img" aria-label={label} className="w-full overflow-visible" height="18">
        {marks.map(({ id, at, kind }) => (
          <svg key={id} aria-hidden="true" x={`${across(at)}%`} width="1" height="18" className="overflow-visible">
            <g transform="translate(-5 0)">
              <Shape kind={kind} />
            </g>
          </svg>
        ))}
      </svg>
      <p aria-hidden="true" className="-mx-1 flex flex-wrap gap-x-6 bg-ground px-1 pt-1 text-sm text-ink-soft">
        {(['in', 'out'] as const).map((kind) => (
          <span key={kind} className="flex items-center gap-2">
            <svg aria-hidden="true" width="10" height="18">
              <Shape kind={kind} />
            </svg>
            {words[kind]}
          </span>
        ))}
      </p>
    </>
  )
}
