import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import { formatAmount, formatRate } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Protocol } from '@/lib/protocol'
import { afterYear, type MeasuredRate } from '@/lib/rate'
import { sharePrice, toAssets } from '@/lib/shares'
import { type StakeIntent, stakeResult } from '@/lib/stake-quote'

type Props = {
  intent: StakeIntent
  protocol: Protocol
  rate: MeasuredRate | null
  /** Network fee in base units of METIS, once it is known. */
  networkFee?: bigint
  words: Messages['stake']
  locale: string
}

/** What the amount gives now, what it is worth, what it might be in a year, and what it costs. */
export function StakeResult({ intent, protocol, rate, networkFee, words, locale }: Props) {
  const result = stakeResult(intent, protocol)
  const { block } = protocol
  const shared = { block, source: words.source, locale }
  const assets = toAssets(result, protocol)
  const isTyped = intent.amount > 0n
  return (
    <dl>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-2">
        <dt className="text-ink-soft">{words.get}</dt>
        <dd className="figure ml-auto text-right text-xl">
          {isTyped ? <Figure {...shared} value={result} unit={intent.receive} style="form" /> : '—'}
        </dd>
      </div>
      {intent.receive === 'seMetis' && (
        <>
          <Row label={words.price}>
            <Figure {...shared} value={sharePrice(protocol)} unit={words.priceUnit} style="price" />
          </Row>
          <Row label={words.worth}>
            {isTyped ? <Figure {...shared} value={assets} unit="eMetis" style="form" /> : '—'}
          </Row>
          <Row
            label={words.year}
            note={rate ? fill(words.yearNote, { rate: formatRate(rate.fraction, locale) }) : words.yearNone}
          >
            {rate && isTyped
              ? fill(words.yearValue, { amount: formatAmount(afterYear(assets, rate.fraction), locale, 'form') })
              : '—'}
          </Row>
        </>
      )}
      <Row
        label={words.fee}
        note={networkFee !== undefined && fill(words.feeGas, { amount: formatAmount(networkFee, locale, 'form') })}
      >
        {words.feeNone}
      </Row>
    </dl>
  )
}
