import { zeroAddress } from 'viem'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { recipientWords } from '@/lib/messages/recipient'
import type { Names } from '@/lib/names'
import type { Change, SignedCall } from '@/lib/step'

type Props = {
  /** Several are carried out as one. */
  calls: readonly SignedCall[]
  /** What they do to the balances, and whether that was tried out on the chain or only worked out. */
  effect: { changes: readonly Change[]; isTried: boolean }
  /** Who signs. */
  account: string
  names: Names
  words: Messages['flow']
  locale: string
}

const isAddress = (value: string) => /^0x[0-9a-f]{40}$/i.test(value)

/** Names beside their values; on a narrow screen above them, so that an address keeps its width. */
const facts = 'grid gap-x-4 sm:grid-cols-[auto_1fr] sm:gap-y-1'

type NameOf = (value: string) => string | undefined

/** The calls as the bytes to be signed say them, and what they do to the balances together. */
export function FlowCall({ calls, effect: { changes, isTried }, account, names, words, locale }: Props) {
  const nameOf: NameOf = (value) => {
    if (!isAddress(value)) return undefined
    if (value === zeroAddress) return words.nobody
    return value.toLowerCase() === account.toLowerCase()
      ? words.you
      : (names.get(value.toLowerCase()) ?? words.stranger)
  }
  const title = calls.length > 1 ? fill(words.calls, { n: calls.length }) : words.call
  return (
    <section aria-label={title} className="mt-4 rounded-stone border border-line bg-ground p-4 text-sm">
      <h3 className="mb-2 font-sans text-sm">{title}</h3>
      {calls.map((call) => (
        <div key={call.data} className="mb-3 border-b border-line pb-1">
          <Decoded call={call} nameOf={nameOf} words={words} />
        </div>
      ))}
      <dl className={facts}>
        <dt className="text-ink-soft max-sm:mt-2">{isTried ? words.tried : words.expected}</dt>
        <dd>
          {changes.length === 0 && words.nothing}
          {changes.map(({ token, amount, of }) => (
            <span key={`${token} ${of}`} className="block">
              {amount < 0n ? '−' : '+'}
              {formatAmount(amount < 0n ? -amount : amount, locale, 'form')} {token}
              {of && ` ${recipientWords(locale).to}`}
            </span>
          ))}
        </dd>
      </dl>
    </section>
  )
}

/** One call: where it goes, what it says, and the bytes. */
const Decoded = ({ call, nameOf, words }: { call: SignedCall; nameOf: NameOf; words: Messages['flow'] }) => (
  <>
    <dl className={facts}>
      <dt className="text-ink-soft max-sm:mt-2">{words.contract}</dt>
      <Value value={call.to} name={nameOf(call.to)} />
      <dt className="text-ink-soft max-sm:mt-2">{words.function}</dt>
      <dd className="font-mono wrap-anywhere">{call.functionName}</dd>
      {call.args.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="font-mono text-ink-soft max-sm:mt-2 sm:pl-4">{name}</dt>
          <Value value={value} name={nameOf(value)} />
        </div>
      ))}
    </dl>
    <details>
      <summary className="min-h-11 cursor-pointer content-center text-ink-soft">{words.bytes}</summary>
      <p className="font-mono wrap-anywhere">{call.data}</p>
    </details>
  </>
)

/** A value as it is signed; an address with the name it is known by. */
const Value = ({ value, name }: { value: string; name: string | undefined }) => (
  <dd className="wrap-anywhere">
    {name && <span className="mr-2 inline-block">{name}</span>}
    <span className="font-mono">{value}</span>
  </dd>
)
