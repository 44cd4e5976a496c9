'use client'

import { unkept } from '@/hooks/has-journal'
import { type Entry, toJournalFile } from '@/lib/journal'
import type { Locale } from '@/lib/locale'
import { journal } from '@/lib/messages/journal'
import { JournalRow } from './journal-row'
import { saveFile } from './save-file'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'

type Props = {
  entries: readonly Entry[]
  onClose: () => void
  locale: Locale
  /** The language as Intl names it. */
  tag: string
  chain: { name: string; explorer?: string }
}

/** Everything that was signed in this browser, newest first, with what became of it. */
export function JournalDialog({ entries, onClose, locale, tag, chain }: Props) {
  const words = journal[locale]
  return (
    <Dialog open onClose={onClose} title={words.title} close={words.close}>
      <p className="text-sm text-ink-soft">{entries.length > 0 ? words.lead : words.empty}</p>
      {unkept.size > 0 && <p className="mt-2 text-sm text-barley">{words.unkept}</p>}
      <ul className="mt-4 border-t border-ink">
        {entries.map((entry) => (
          <JournalRow key={entry.id} entry={entry} words={words} tag={tag} explorer={chain.explorer} />
        ))}
      </ul>
      <div className="mt-4">
        <Button
          variant="secondary"
          onClick={() => saveFile('abzu-transactions.json', 'application/json', toJournalFile(entries))}
        >
          {words.save}
        </Button>
      </div>
    </Dialog>
  )
}
