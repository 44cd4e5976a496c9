'use client'

import type { Address } from 'viem'
import { checkRecipient } from '@/hooks/check-recipient'
import type { Draft, RecipientState } from '@/hooks/use-recipient'
import type { AddressBook } from '@/lib/address-book'
import { fill } from '@/lib/messages/fill'
import { recipientWords } from '@/lib/messages/recipient'
import { contractsOf, parseRecipient } from '@/lib/recipient'
import { RecipientVerdict } from './recipient-verdict'
import { Button } from './ui/button'
import { Input } from './ui/input'

type Props = {
  draft: Draft
  change: RecipientState['change']
  onClose: () => void
  around: { account: Address; book: AddressBook }
  /** What the form's button says while nothing is typed. */
  enter: string
  locale: string
}

/** Where another recipient is named: the text, what is wrong with it, or what is known of the address. */
export function RecipientField({ draft, change, onClose, around: { account, book }, enter, locale }: Props) {
  const words = recipientWords(locale)
  const { recipient, stop } = draft
  const isAlike = recipient?.verdict?.kind === 'lookAlike'

  const type = (text: string) => {
    const around = { account, contracts: contractsOf(book) }
    const parsed = parseRecipient(text, around)
    if (parsed.kind === 'empty') return change(() => ({ text, stop: enter }))
    if (parsed.kind === 'fault') {
      const fault = fill(words.fault[parsed.fault], { digits: parsed.digits })
      return change(() => ({ text, stop: words.wait.correct, fault }))
    }
    const reading: Draft = { text, stop: words.wait.reading }
    change(() => reading)
    // Whatever was typed meanwhile has a draft of its own.
    checkRecipient(parsed.address, around).then((found) =>
      change((now) => {
        if (now !== reading) return now
        return { text, recipient: found, ...(found.verdict?.kind === 'lookAlike' && { stop: words.wait.compare }) }
      }),
    )
  }
  const compare = (isCompared: boolean) =>
    change(
      (now) => now && { text: now.text, recipient: now.recipient, ...(!isCompared && { stop: words.wait.compare }) },
    )

  return (
    <div className="flex flex-col gap-3 border-l-2 border-line pl-4">
      <Input
        label={words.label}
        value={draft.text}
        placeholder="0x…"
        onText={type}
        hint={words.hint}
        error={draft.fault}
        className="font-mono text-sm!"
      />
      <div role="status" className="text-sm empty:hidden">
        {recipient && <RecipientVerdict recipient={recipient} words={words} locale={locale} />}
        {stop === words.wait.reading && <p className="text-ink-soft">{words.reading}</p>}
      </div>
      {isAlike && (
        <label className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            checked={!stop}
            onChange={(event) => compare(event.target.checked)}
            className="size-5"
          />
          {words.confirm}
        </label>
      )}
      <Button variant="secondary" size="compact" onClick={onClose} className="self-start">
        {words.own}
      </Button>
    </div>
  )
}
