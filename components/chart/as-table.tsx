type Props = {
  /** "Show as table" */
  summary: string
  caption: string
  head: readonly string[]
  /** First cell of a row: its name. */
  rows: readonly (readonly string[])[]
}

/** The figures of a picture, for those who would rather read them. */
export const AsTable = ({ summary, caption, head, rows }: Props) => (
  <details className="mt-2 text-sm">
    <summary className="link inline-flex min-h-11 cursor-pointer items-center">{summary}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard */}
    <div tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col" className="border-b border-ink-soft py-2 pr-4 font-normal text-ink-soft">
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
                <td key={head[column + 1]} className="border-b border-line py-2 pr-4">
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
