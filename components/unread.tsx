import { listFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = { chains: readonly string[]; words: Messages['overview']; locale: string }

/** In place of figures: which chains did not answer, and that nobody's funds depend on that. */
export const Unread = ({ chains, words, locale }: Props) => (
  <p role="alert" className="mt-8 max-w-measure border-l-2 border-barley pl-4">
    {fill(words.unread, { chain: listFormat(locale).format(chains) })}
  </p>
)
