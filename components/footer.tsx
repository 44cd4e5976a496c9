import type { Messages } from '@/lib/messages/en'
import { VesselMark } from './vessel-mark'

/** Who speaks here, and where the figures come from. */
export function Footer({ words }: { words: Messages['shell'] }) {
  return (
    <footer className="mt-16 border-t border-line">
      <div className="page flex items-start gap-4 py-8 text-sm text-ink-soft">
        <VesselMark className="size-8 shrink-0" />
        <p className="max-w-measure">{words.independent}</p>
      </div>
    </footer>
  )
}
