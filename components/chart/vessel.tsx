/** Water in a vessel, from the bottom up; fractions of its height. */
type Fill = { name: string; fraction: number; tone: 'full' | 'tint' }

type Props = {
  /** What the picture says, in words. */
  label: string
  fills: readonly Fill[]
  /** A notch at this fraction of the height. */
  mark?: number
  className?: string
}

// Pixels of the drawing. The rim is the whole, the floor is nothing.
const [width, rim, floor] = [56, 6, 118]
const [left, right] = [8, 48]

const tones = { full: 'fill-water', tint: 'fill-water-tint' } as const

/** A stone vessel with its level. What is empty below the rim is room. */
export function Vessel({ label, fills, mark, className = 'h-32 w-14' }: Props) {
  const at = (fraction: number) => floor - Math.min(1, fraction) * (floor - rim)
  const tops = fills.map((_, i) => fills.slice(0, i + 1).reduce((sum, { fraction }) => sum + fraction, 0))
  const level = tops.at(-1) ?? 0
  // Ink is not to be told from water in its full tone.
  const isDeep = mark !== undefined && fills[tops.findIndex((top) => top > mark)]?.tone === 'full'
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} 120`} className={className}>
      <g className="rise">
        {fills.map(({ name, fraction, tone }, i) => (
          <rect
            key={name}
            x={left}
            width={right - left}
            y={at(tops[i] ?? 0)}
            height={at((tops[i] ?? 0) - fraction) - at(tops[i] ?? 0)}
            className={tones[tone]}
          />
        ))}
        {level > 0 && (
          <line x1={left} x2={right} y1={at(level)} y2={at(level)} className="stroke-water" strokeWidth="1.5" />
        )}
      </g>
      {mark !== undefined && (
        <path
          d={`M${left} ${at(mark)}h7M${right} ${at(mark)}h-7`}
          className={isDeep ? 'stroke-ground' : 'stroke-ink'}
          strokeWidth="2"
        />
      )}
      <path
        d={`M${left - 6} ${rim}H${left}V${floor - 2}q0 2 2 2H${right - 2}q2 0 2-2V${rim}h6`}
        fill="none"
        className="stroke-ink"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  )
}
