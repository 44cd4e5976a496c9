import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import type { Change, SignedCall } from '@/lib/step'

type Props = { call: SignedCall; changes: readonly Change[]; words: Messages['flow']; locale: string }

/** The call as the bytes to be signed say it, and what it is expected to do to the balances. */
export function FlowCall({ call, changes, words, locale }: Props) {
  return (
    <section aria-label={words.call} className="mt-4 rounded-stone border border-line bg-ground p-4 text-sm">
      <h3 className="mb-2 font-sans text-sm">{words.call}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">{words.contract}</dt>
        <dd className="font-mono wrap-anywhere">{call.to}</dd>
        <dt className="text-ink-soft">{words.function}</dt>
        <dd className="font-mono wrap-anywhere">{call.functionName}</dd>
        {call.args.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="pl-4 font-mono text-ink-soft">{name}</dt>
            <dd className="font-mono wrap-anywhere">{value}</dd>
          </div>
        ))}
        {changes.length > 0 && <dt className="text-ink-soft">{words.expected}</dt>}
        {changes.map(({ token, amount }) => (
          <dd key={token} className="col-start-2">
            {amount < 0n ? '−' : '+'}
            {formatAmount(amount < 0n ? -amount : amount, locale, 'form')} {token}
          </dd>
        ))}
      </dl>
    </section>
  )
}
