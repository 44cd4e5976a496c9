import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import type { Exit } from '@/hooks/use-exit'
import type { useRequest } from '@/hooks/use-request'
import { exitFee } from '@/lib/exit-gas'
import { formatAmount, formatDate, formatPart, formatRelative } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; request: ReturnType<typeof useRequest> }

/** What the ticket would pay and when it would mature, and what the queue takes for it. */
export function RequestResult({ exit, request: { quote, to }, words: { queue: words, stake }, locale }: Props) {
  const { protocol, position, now } = exit
  const figure = (value: bigint, unit: string) => (
    <Figure value={value} unit={unit} block={protocol.block} source={stake.source} locale={locale} style="form" />
  )
  if (!quote || !protocol.queue) return null
  const maturity = Number(quote.maturity)
  const part = (ratio: bigint) => formatPart(Number(ratio) / 1e6, locale)
  return (
    <div>
      <dl className="flex flex-wrap items-baseline justify-between gap-x-4 pb-2">
        <dt className="text-ink-soft">{to.recipient ? words.getGiven : words.get}</dt>
        <dd className="figure ml-auto text-right text-xl">{quote.amount > 0n ? figure(quote.amount, 'METIS') : '—'}</dd>
      </dl>
      <dl>
        <Row label={words.matures} note={formatRelative(maturity - now, locale)}>
          {formatDate(maturity, locale)}
        </Row>
        <Row
          label={words.fee}
          note={protocol.queue.fee > 0n && fill(words.feeNote, { percent: part(protocol.queue.fee) })}
        >
          {protocol.queue.fee === 0n ? words.feeNone : figure(quote.fee, 'eMetis')}
        </Row>
        <Row label={words.cancel}>
          {quote.cancelFee === 0n ? words.cancelFree : fill(words.cancelNote, { percent: part(quote.cancelFee) })}
        </Row>
        {position && (
          <Row label={words.network}>
            {fill(words.networkValue, { amount: formatAmount(exitFee('request', position.gasPrice), locale, 'form') })}
          </Row>
        )}
      </dl>
    </div>
  )
}
