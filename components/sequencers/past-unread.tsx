import type { Messages } from '@/lib/messages/en'
import type { PoolPage } from './pool-page'

type Props = { past: PoolPage['past']; words: Messages['sequencers'] }

/** In place of what the pool's log tells: that it is still being read, or that it could not be. */
export const PastUnread = ({ past, words }: Props) => (
  <p className="mt-4 max-w-measure text-sm text-barley">{past === null ? words.reading : words.pastUnread}</p>
)
