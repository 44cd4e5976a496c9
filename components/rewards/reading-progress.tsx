import { formatPart } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'

type Props = { fraction: number; words: Messages['rewards']; locale: string }

/** How much of an account's past has been read on the first visit: a trough that fills. */
export const ReadingProgress = ({ fraction, words, locale }: Props) => (
  <div className="max-w-form">
    <p className="mb-2 flex justify-between gap-4">
      <span id="reading">{words.reading}</span>
      <span aria-hidden="true">{formatPart(Math.floor(fraction * 100) / 100, locale)}</span>
    </p>
    <div
      role="progressbar"
      aria-labelledby="reading"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(fraction * 100)}
    >
      <svg aria-hidden="true" width="100%" height="16" className="rounded-b-vessel">
        <rect width={`${fraction * 100}%`} y="2" height="14" className="fill-water" />
        <path d="M0.5 0V16" className="stroke-ink" />
        <line x1="100%" x2="100%" y1="0" y2="16" strokeWidth="2" className="stroke-ink" />
        <line x1="0" x2="100%" y1="15.5" y2="15.5" className="stroke-ink" />
      </svg>
    </div>
    <p className="mt-2 text-sm text-ink-soft">{words.readingNote}</p>
  </div>
)
