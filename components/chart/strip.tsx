/** `full` holds water, `tint` is promised, `empty` is neither. */
export type Part = { name: string; fraction: number; tone: 'full' | 'tint' | 'empty' }

type Props = {
  /** What the picture says, in words. */
  label: string
  parts: readonly Part[]
  /** Where the whole ends, if the parts go beyond it: a fraction of the width. */
  mark?: number
}

const tones = { full: 'fill-water', tint: 'fill-water-tint', empty: 'fill-none' } as const

/** One whole, laid out flat: a trough whose parts sum to it. */
export function Strip({ label, parts, mark }: Props) {
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { fraction }) => sum + fraction, 0))
  return (
    <svg role="img" aria-label={label} width="100%" height="16" className="rounded-b-vessel">
      {parts.map(({ name, fraction, tone }, i) => (
        <g key={name}>
          <rect
            x={`${(starts[i] ?? 0) * 100}%`}
            width={`${fraction * 100}%`}
            y="2"
            height="14"
            className={tones[tone]}
          />
          {i > 0 && (
            <line
              x1={`${(starts[i] ?? 0) * 100}%`}
              x2={`${(starts[i] ?? 0) * 100}%`}
              y1="0"
              y2="16"
              className="stroke-ink"
            />
          )}
        </g>
      ))}
      {mark !== undefined && (
        <line x1={`${mark * 100}%`} x2={`${mark * 100}%`} y1="0" y2="16" className="stroke-barley" strokeWidth="3" />
      )}
      <line x1="0.5" x2="0.5" y1="0" y2="16" className="stroke-ink" />
      <line x1="100%" x2="100%" y1="0" y2="16" className="stroke-ink" strokeWidth="2" />
      <line x1="0" x2="100%" y1="15.5" y2="15.5" className="stroke-ink" />
    </svg>
  )
}
