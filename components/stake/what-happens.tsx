import { Steps } from '@/components/steps'
import { formatExact, formatPart, formatSpan } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Protocol } from '@/lib/protocol'
import type { MeasuredRate } from '@/lib/rate'
import type { StakeIntent } from '@/lib/stake-quote'

type Props = {
  intent: StakeIntent
  /** What the approval will be of, base units. */
  allowed: bigint
  protocol: Protocol
  rate: MeasuredRate | null
  words: Messages['stake']
  locale: string
}

const becoming = ({ give, receive }: StakeIntent, words: Messages['stake']) => {
  if (give === 'eMetis') return words.happensDeposit
  return receive === 'seMetis' ? words.happensMintShares : words.happensMint
}

/** How to leave again, with the ratios and spans in force; a part this deployment lacks leaves its sentence out. */
function leaving(intent: StakeIntent, protocol: Protocol, words: Messages['stake'], locale: string): string | null {
  const { queueSeconds, vestingRatio, vestingSeconds } = protocol
  if (queueSeconds === null) return null
  const queue = formatSpan(Number(queueSeconds), locale)
  if (intent.receive === 'eMetis') return fill(words.happensExitPlain, { queue })
  if (vestingRatio === null || vestingSeconds === null) return null
  const vested = Number(vestingRatio) / 1e6
  return fill(words.happensExit, {
    now: formatPart(1 - vested, locale),
    vested: formatPart(vested, locale),
    span: formatSpan(Number(vestingSeconds), locale),
    queue,
  })
}

/** The way of the METIS from the signature to the exit, in order. */
export function WhatHappens({ intent, allowed, protocol, rate, words, locale }: Props) {
  const { amount, give, receive } = intent
  const lines = [
    fill(words.happensApprove, {
      spender: give === 'METIS' ? words.minter : words.vault,
      amount: amount > 0n ? `${formatExact(allowed, locale)} ${give}` : fill(words.happensTyped, { token: give }),
    }),
    becoming(intent, words),
    receive === 'seMetis' &&
      rate &&
      fill(words.happensRewards, { span: formatSpan(rate.seconds / rate.payouts, locale) }),
    leaving(intent, protocol, words, locale),
  ]
  return <Steps title={words.happens} lines={lines} />
}
