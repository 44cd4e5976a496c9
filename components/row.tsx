import type { ReactNode } from 'react'

type Props = {
  label: ReactNode
  children: ReactNode
  /** What the figure covers, or what it needs: a line of its own, so that a long one doesn't push the figure off its name. */
  note?: ReactNode
}

/** A fact of a form: its name at the left, its figure at the right; inside a `dl`. */
export const Row = ({ label, children, note }: Props) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2">
    <dt className="text-ink-soft">{label}</dt>
    <dd className="ml-auto min-w-0 text-right">{children}</dd>
    {note && <dd className="basis-full text-balance text-right text-sm text-ink-soft">{note}</dd>}
  </div>
)
