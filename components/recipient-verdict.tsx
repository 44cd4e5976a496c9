import { formatCount } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { RecipientWords } from '@/lib/messages/recipient'
import { recentBlocks } from '@/lib/recent-blocks'
import type { Recipient, Verdict } from '@/lib/recipient'
import { AddressGroups } from './address-groups'

type Props = { recipient: Recipient; words: RecipientWords; locale: string }

const tones: Record<Verdict['kind'], string> = {
  known: 'border-water',
  first: 'border-barley text-barley',
  lookAlike: 'border-carnelian text-carnelian',
}

/** The verdict as sentences. */
function sentencesOf(verdict: Verdict, words: RecipientWords, locale: string): string[] {
  if (verdict.kind === 'first') {
    const blocks = formatCount(recentBlocks, locale)
    return [fill(words.first[verdict.reach], { blocks }), ...(verdict.hasCome ? [words.hasCome] : [])]
  }
  const times = verdict.times > 0 ? [plural(verdict.times, words.known, locale)] : []
  return verdict.kind === 'known' ? times : [words.lookAlike[verdict.like.whose], ...times]
}

/** A whole address, and what is known of it. */
export function RecipientVerdict({ recipient: { address, verdict, isContract }, words, locale }: Props) {
  const like = verdict?.kind === 'lookAlike' ? verdict.like : undefined
  const code = isContract === null ? words.codeUnread : isContract && words.isContract
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-soft">{words.address}</p>
      <AddressGroups address={address} beside={like?.address} />
      {like && (
        <>
          <p className="text-ink-soft">{words.like[like.whose]}</p>
          <AddressGroups address={like.address} beside={address} />
        </>
      )}
      {verdict && (
        <div className={`border-l-2 pl-3 ${tones[verdict.kind]}`}>
          {sentencesOf(verdict, words, locale).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {code && <p className="border-l-2 border-barley pl-3 text-barley">{code}</p>}
    </div>
  )
}
