import type { ReactNode } from 'react'

/** A form and what belongs to it: side by side where the letters leave room for both, else one below the other. */
export const Columns = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,28rem),1fr))] items-start gap-6">{children}</div>
)
