type Props = {
  /** Read out in place of the missing figure. */
  label: string
  /** Its width, in the size of the text around it: `w-[6ch]`. */
  className?: string
}

/** An empty vessel where a figure will be, as high as the text it replaces. It does not move. */
export function Skeleton({ label, className = 'w-[6ch]' }: Props) {
  return (
    <span
      className={`inline-block max-w-full rounded-b-vessel border border-t-0 border-ink-soft align-baseline ${className}`}
    >
      <span className="sr-only">{label}</span>
      <span aria-hidden="true">&nbsp;</span>
    </span>
  )
}
