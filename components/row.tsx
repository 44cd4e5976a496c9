import type { ReactNode } from 'react'

type Props = { label: ReactNode; children: ReactNode }

/** A fact of a form: its name at the left, its figure at the right; inside a `dl`. */
export const Row = ({ label, children }: Props) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2">
    <dt className="text-ink-soft">{label}</dt>
    <dd className="ml-auto min-w-0 text-right">{children}</dd>
  </div>
)
