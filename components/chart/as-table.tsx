type Props = {
  /** "Show as table" */
  summary: string
  caption: string
  head: readonly string[]
  /** First cell of a row: its name. */
  rows: readonly (readonly string[])[]
}

const number = /^([−+<]?[\d,.]+%?|—)$/

/** Columns that hold nothing but numbers, whose digits have to stand one below the other. */
const numeric = (rows: Props['rows'], column: number) => rows.every((row) => number.test(row[column] ?? ''))

/** The figures of a picture, for those who would rather read them. */
export function AsTable({ summary, caption, head, rows }: Props) {
  // The first column is the name of its row.
  const sides = head.map((_, column) => (column > 0 && numeric(rows, column) ? 'text-right' : ''))
  return (
    <details className="mt-2 text-sm">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard */}
      <div tabIndex={0} className="scroll-frame overflow-x-auto">
        <table className="w-full text-left">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((name, column) => (
                <th
                  key={name}
                  scope="col"
                  className={`border-b border-ink-soft py-2 pr-4 min-w-16 font-normal text-ink-soft last:pr-0 ${sides[column]}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells], i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and none ever moves
              <tr key={i}>
                <th scope="row" className="border-b border-line py-2 pr-4 font-normal whitespace-nowrap">
                  {name}
                </th>
                {cells.map((cell, column) => (
                  <td
                    key={head[column + 1]}
                    className={`border-b border-line py-2 pr-4 last:pr-0 ${sides[column + 1]}`}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
