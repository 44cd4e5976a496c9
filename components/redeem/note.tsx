import type { ReactNode } from 'react'

/** A line below a figure: what it covers, or what it needs. */
export const Note = ({ children }: { children: ReactNode }) => (
  <span className="block text-sm text-ink-soft">{children}</span>
)
