/** Abzu's sign: a stone vessel with a water level. */
export function VesselMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className} fill="none">
      <path d="M6.3 17h19.4L21 27.5H11z" className="fill-water" />
      <path
        d="M9 4h14M11.5 4v4L5 14l6 13.5h10L27 14l-6.5-6V4"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
