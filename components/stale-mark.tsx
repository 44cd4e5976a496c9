import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

/** How old all figures below are, where each of them only turns barley; nothing where that need not be said. */
export const StaleLine = ({ text, words }: { text: string | undefined; words: Messages['sequencers'] }) =>
  text && <p className="mb-2 text-sm text-barley">{fill(words.asOf, { ago: text })}</p>

/** How old a figure is, behind it, for eyes and ears apart from it; nothing where that need not be said. */
export const StaleMark = ({ text }: { text: string | undefined }) =>
  text && (
    <>
      {' '}
      <span className="inline-block font-sans text-sm font-normal text-barley">{text}</span>
    </>
  )
