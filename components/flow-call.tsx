import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { recipientWords } from '@/lib/messages/recipient'
import type { Names } from '@/lib/names'
import type { Change, SignedCall } from '@/lib/step'

type Props = {
  call: SignedCall
  /** What the call does to the balances, and whether that was tried out on the chain or only worked out. */
  effect: { changes: readonly Change[]; isTried: boolean }
  /** Who signs. */
  account: string
  names: Names
  words: Messages['flow']
  locale: string
}

const isAddress = (value: string) => /^0x[0-9a-f]{40}$/i.test(value)

/** The call as the bytes to be signed say it, and what it does to the balances. */
export function FlowCall({ call, effect: { changes, isTried }, account, names, words, locale }: Props) {
  const nameOf = (value: string): string | undefined => {
    if (!isAddress(value)) return undefined
    return value.toLowerCase() === account.toLowerCase()
      ? words.you
      : (names.get(value.toLowerCase()) ?? words.stranger)
  }
  return (
    <section aria-label={words.call} className="mt-4 rounded-stone border border-line bg-ground p-4 text-sm">
      <h3 className="mb-2 font-sans text-sm">{words.call}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">{words.contract}</dt>
        <Value value={call.to} name={nameOf(call.to)} />
        <dt className="text-ink-soft">{words.function}</dt>
        <dd className="font-mono wrap-anywhere">{call.functionName}</dd>
        {call.args.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="pl-4 font-mono text-ink-soft">{name}</dt>
            <Value value={value} name={nameOf(value)} />
          </div>
        ))}
        <dt className="text-ink-soft">{isTried ? words.tried : words.expected}</dt>
        {changes.length === 0 && <dd>{words.nothing}</dd>}
        {changes.map(({ token, amount, of }) => (
          <dd key={`${token} ${of}`} className="col-start-2">
            {amount < 0n ? '−' : '+'}
            {formatAmount(amount < 0n ? -amount : amount, locale, 'form')} {token}
            {of && ` ${recipientWords(locale).to}`}
          </dd>
        ))}
      </dl>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer content-center text-ink-soft">{words.bytes}</summary>
        <p className="font-mono wrap-anywhere">{call.data}</p>
      </details>
    </section>
  )
}

/** A value as it is signed; an address with the name it is known by. */
const Value = ({ value, name }: { value: string; name: string | undefined }) => (
  <dd className="wrap-anywhere">
    {name && <span className="mr-2">{name}</span>}
    <span className="font-mono">{value}</span>
  </dd>
)
