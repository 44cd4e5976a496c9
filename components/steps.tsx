type Props = {
  title: string
  /** One sentence each; false or null leaves its place out. */
  lines: readonly (string | false | null)[]
}

/** What happens next, in order. */
export const Steps = ({ title, lines }: Props) => (
  <section className="border-t border-line pt-4">
    <h2 className="mb-2 text-lg">{title}</h2>
    <ol className="flex list-decimal flex-col gap-2 pl-6 text-sm marker:text-ink-soft">
      {lines
        .filter((line) => typeof line === 'string')
        .map((line) => (
          <li key={line}>{line}</li>
        ))}
    </ol>
  </section>
)
