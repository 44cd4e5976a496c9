import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import type { Exit } from '@/hooks/use-exit'
import type { useUnstake } from '@/hooks/use-unstake'
import { exitFee } from '@/lib/exit-gas'
import { formatAmount, formatSpan } from '@/lib/format'
import { fill, sentences } from '@/lib/messages/fill'
import { SplitStrip } from './split-strip'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; unstake: ReturnType<typeof useUnstake> }

/** What arrives now, what vests and what that needs, and the gross figure that the contract's preview shows. */
export function UnstakeResult({ exit, unstake, words: { unstake: words, stake }, locale }: Props) {
  const { kind, to } = unstake
  // Nothing was typed yet: nothing is known, which is not the same as none.
  const quote = unstake.quote?.gross ? unstake.quote : undefined
  const { protocol, position } = exit
  const { vestingRatio, vestingSeconds } = protocol
  const text = (value: bigint | undefined) => formatAmount(value ?? 0n, locale, 'form')
  const figure = (value: bigint | undefined, unit: string) =>
    value === undefined ? (
      '—'
    ) : (
      <Figure value={value} unit={unit} block={protocol.block} source={stake.source} locale={locale} style="form" />
    )
  return (
    <div>
      <dl className="flex flex-wrap items-baseline justify-between gap-x-4 pb-2">
        <dt className="text-ink-soft">{to.recipient ? words.given.get : words.get}</dt>
        <dd className="figure ml-auto text-right text-xl">{figure(quote?.now, 'eMetis')}</dd>
      </dl>
      {vestingRatio !== null && <SplitStrip ratio={vestingRatio} words={words} locale={locale} />}
      <dl>
        <Row
          label={words.vests}
          note={
            vestingSeconds !== null &&
            fill(to.recipient ? words.given.vestsNote : words.vestsNote, {
              span: formatSpan(Number(vestingSeconds), locale),
            })
          }
        >
          {figure(quote?.vest, 'eMetis')}
        </Row>
        <Row
          label={words.enki}
          note={
            to.recipient
              ? words.given.enkiNote
              : sentences(
                  quote?.enki === 0n && quote.vest > 0n ? words.enkiNone : words.enkiNote,
                  position
                    ? fill(words.enkiHeld, { held: text(position.enki), staked: text(position.vesting?.enki) })
                    : words.enkiUnknown,
                )
          }
        >
          {figure(to.recipient ? undefined : quote?.enki, 'ENKI')}
        </Row>
        {kind === 'now' && <Row label={words.shares}>{figure(quote?.shares, 'seMetis')}</Row>}
        <Row label={words.whole} note={words.wholeNote}>
          {figure(quote?.gross, 'eMetis')}
        </Row>
        <Row
          label={words.fee}
          note={position && fill(stake.feeGas, { amount: text(exitFee('unstake', position.gasPrice)) })}
        >
          {stake.feeNone}
        </Row>
      </dl>
    </div>
  )
}
