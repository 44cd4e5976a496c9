import type { ReactNode } from 'react'

type Props = {
  /** Sides of the square that the lines are drawn in. */
  size: 16 | 20 | 24
  className: string
  strokeWidth?: number
  children: ReactNode
}

/** A small drawing of lines in the colour of the text beside it, which says the same in words. */
export const Glyph = ({ size, className, strokeWidth = 1.5, children }: Props) => (
  <svg
    viewBox={`0 0 ${size} ${size}`}
    aria-hidden="true"
    className={className}
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
  >
    {children}
  </svg>
)
