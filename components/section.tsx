import type { ReactNode } from 'react'

type Props = { id: string; title: string; lead?: ReactNode; children: ReactNode }

/** A part of the page, ruled off, with a name to link to. */
export const Section = ({ id, title, lead, children }: Props) => (
  <section aria-labelledby={id} className="mt-12 scroll-mt-4 border-t border-ink pt-4">
    <h2 id={id} className="text-xl">
      {title}
    </h2>
    {lead && <p className="mt-2 max-w-measure text-ink-soft">{lead}</p>}
    <div className="mt-6">{children}</div>
  </section>
)
