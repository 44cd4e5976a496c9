import type { ComponentProps, ReactNode } from 'react'

type Props = {
  /** Read out as the table's name; shown only to those who hear it. */
  caption: string
  /** Cells of the head row. */
  head: ReactNode
  /** Rows of the body. */
  children: ReactNode
  /** Rows become blocks where there is no room for columns; cells then need a `name`. */
  isStacked?: boolean
}

/** A table that scrolls sideways inside its own frame where it is wider than the page; the frame's edges say so. */
export const Table = ({ caption, head, children, isStacked }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard
  <div tabIndex={0} className="scroll-frame -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
    <table className={`w-full border-collapse text-left ${isStacked ? 'max-md:block' : ''}`}>
      <caption className="sr-only">{caption}</caption>
      <thead className={isStacked ? 'max-md:sr-only' : ''}>
        <tr className="align-bottom">{head}</tr>
      </thead>
      <tbody className={isStacked ? 'max-md:block' : ''}>{children}</tbody>
    </table>
  </div>
)

const cell = 'border-b py-2 pr-4 last:pr-0'
const sides = { start: '', end: 'text-right' } as const

type Side = keyof typeof sides

/** Heads a column. Chinese breaks between words only: a head one character wide can't be read. */
export const ColumnHead = ({ side = 'start', className = '', ...props }: ComponentProps<'th'> & { side?: Side }) => (
  <th
    scope="col"
    {...props}
    className={`${cell} border-ink-soft text-sm font-normal break-keep text-ink-soft first:scroll-pinned ${sides[side]} ${className}`}
  />
)

/** Heads a row; stays in sight while the others scroll. */
export const RowHead = ({ className = '', ...props }: ComponentProps<'th'>) => (
  <th scope="row" {...props} className={`${cell} scroll-pinned border-line font-normal ${className}`} />
)

type CellProps = ComponentProps<'td'> & {
  side?: Side
  /** Says what it is where rows are stacked. */
  name?: string
}

export const Cell = ({ side = 'start', className = '', name, children, ...props }: CellProps) => (
  <td
    {...props}
    className={`${cell} border-line ${sides[side]} ${name ? 'max-md:flex max-md:justify-between max-md:gap-4 max-md:border-0 max-md:py-1 max-md:pr-0' : ''} ${className}`}
  >
    {name ? (
      <>
        <span aria-hidden="true" className="text-ink-soft md:hidden">
          {name}
        </span>
        <span className="max-md:text-right">{children}</span>
      </>
    ) : (
      children
    )}
  </td>
)
