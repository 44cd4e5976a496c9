import type { ReactNode } from 'react'

type Props = { label: string; className?: string; children: ReactNode }

/** A fact under its name; inside a `dl`. */
export const Fact = ({ label, className = '', children }: Props) => (
  <div className={`min-w-0 ${className}`}>
    <dt className="text-sm text-ink-soft">{label}</dt>
    <dd>{children}</dd>
  </div>
)
