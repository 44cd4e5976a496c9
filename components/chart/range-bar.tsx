type Props = {
  /** What the picture says, in words. */
  label: string
  /** Fractions of the width: where the value lies, and the range it is measured against. */
  value: number
  range: readonly [low: number, high: number]
}

const at = (fraction: number) => `${Math.max(0, Math.min(1, fraction)) * 100}%`

/** A value as a stroke over the range that was to be expected. */
export const RangeBar = ({ label, value, range: [low, high] }: Props) => (
  <svg role="img" aria-label={label} width="100%" height="20" className="min-w-24 overflow-visible">
    <line x1="0" x2="100%" y1="10" y2="10" className="stroke-line" />
    <rect
      x={at(low)}
      width={`${Math.max(0, high - low) * 100}%`}
      y="4"
      height="12"
      className="fill-water-tint stroke-water"
    />
    <line x1={at(value)} x2={at(value)} y1="0" y2="20" className="stroke-ink" strokeWidth="3" />
  </svg>
)
