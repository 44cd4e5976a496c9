import type { ComponentProps, ReactNode } from 'react'

type Props = {
  /** Read out as the table's name; shown only to those who hear it. */
  caption: string
  /** Cells of the head row. */
  head: ReactNode
  /** Rows of the body. */
  children: ReactNode
}

/** A table that scrolls sideways inside its own frame where it is wider than the page. */
export const Table = ({ caption, head, children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard
  <div tabIndex={0} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="align-bottom">{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)

const cell = 'border-b py-2 pr-4 last:pr-0'
const sides = { start: '', end: 'text-right' } as const

type Side = keyof typeof sides

/** Heads a column. */
export const ColumnHead = ({ side = 'start', className = '', ...props }: ComponentProps<'th'> & { side?: Side }) => (
  <th
    scope="col"
    {...props}
    className={`${cell} border-ink-soft text-sm font-normal text-ink-soft ${sides[side]} ${className}`}
  />
)

/** Heads a row; stays in sight while the others scroll. */
export const RowHead = ({ className = '', ...props }: ComponentProps<'th'>) => (
  <th scope="row" {...props} className={`${cell} sticky left-0 border-line bg-ground font-normal ${className}`} />
)

export const Cell = ({ side = 'start', className = '', ...props }: ComponentProps<'td'> & { side?: Side }) => (
  <td {...props} className={`${cell} border-line ${sides[side]} ${className}`} />
)
