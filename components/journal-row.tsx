'use client'

import { keepEntry, readJournal } from '@/hooks/journal'
import { formatDate, formatExact } from '@/lib/format'
import { numberFormat } from '@/lib/intl'
import { type Entry, isOpen } from '@/lib/journal'
import { fill } from '@/lib/messages/fill'
import type { journal } from '@/lib/messages/journal'
import { callsOf } from '@/lib/transaction'
import { Button } from './ui/button'

type Words = (typeof journal)['en' | 'zh']
type Props = { entry: Entry; words: Words; tag: string; explorer?: string }

/** The mark before an entry; the sentence beside it says the same. */
const signOf = ({ outcome }: Entry): string =>
  outcome === 'mined' ? '●' : ['reverted', 'cancelled', 'superseded', 'abandoned'].includes(outcome) ? '×' : '◐'

/** What was meant; a step that this version does not know is said to be one. */
const toTitle = ({ step, amount }: Pick<Entry, 'step' | 'amount'>, words: Words, tag: string): string =>
  fill(words.step[step] ?? words.unknownStep, { amount: formatExact(amount, tag) })

/** Takes an entry off the open ones, unless it has ended meanwhile: another tab may have seen that. */
function leave(id: string): void {
  const latest = readJournal().find((each) => each.id === id)
  if (latest && isOpen(latest)) keepEntry({ ...latest, outcome: 'left' })
}

/** One signature that was asked for, and what became of it. */
export function JournalRow({ entry, words, tag, explorer }: Props) {
  const { account, recipient, hashes, outcome, endBlock, nonce, askedAt, isContract, batch } = entry
  const block = endBlock === undefined ? '' : numberFormat(tag).format(endBlock)
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-x-2 border-b border-line py-4">
      <span aria-hidden="true" className={isOpen(entry) ? 'text-barley' : 'text-water'}>
        {outcome === 'left' ? '○' : signOf(entry)}
      </span>
      <div className="min-w-0">
        {(batch?.calls ?? [entry]).map((call) => (
          <h3 key={call.data} className="font-sans text-base">
            {toTitle(call, words, tag)}
          </h3>
        ))}
        {batch && <p className="text-sm text-ink-soft">{words.together}</p>}
        <p className={`mt-1 text-sm ${isOpen(entry) ? 'text-barley' : 'text-ink-soft'}`}>
          {fill(words.outcome[outcome], { block })}
        </p>
        <p className="mt-1 text-sm text-ink-soft">{fill(words.asked, { date: formatDate(askedAt / 1_000, tag) })}</p>
        {recipient && (
          <p className="mt-1 text-sm">
            {words.recipient} <span className="font-mono wrap-anywhere">{recipient}</span>
          </p>
        )}
        {hashes.map((hash) => (
          <p key={hash} className="mt-1 font-mono text-sm text-ink-soft wrap-anywhere">
            {explorer ? (
              <a className="link" href={`${explorer}/tx/${hash}`} target="_blank" rel="noreferrer">
                {hash}
              </a>
            ) : (
              hash
            )}
          </p>
        ))}
        <details className="mt-1 text-sm text-ink-soft">
          <summary className="min-h-11 cursor-pointer content-center">{words.bytes}</summary>
          <p>
            {words.account} <span className="font-mono wrap-anywhere">{account}</span>
          </p>
          {batch ? (
            <p className="wrap-anywhere">{fill(words.batch, { id: batch.id })}</p>
          ) : (
            !isContract && <p>{fill(words.nonce, { nonce })}</p>
          )}
          {callsOf(entry).map(({ to, data }) => (
            <div key={data}>
              <p className="wrap-anywhere">{fill(words.call, { to })}</p>
              <p className="font-mono wrap-anywhere">{data}</p>
            </div>
          ))}
        </details>
        {isOpen(entry) && (
          <>
            <Button variant="quiet" size="compact" onClick={() => leave(entry.id)}>
              {words.leave}
            </Button>
            <p className="text-sm text-ink-soft">{words.leaveNote}</p>
          </>
        )}
      </div>
    </li>
  )
}
