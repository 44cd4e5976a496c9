import { enterFee } from '@/lib/amount'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import type { StakeIntent, StakeObstacle } from '@/lib/stake-quote'
import { wiringFault } from '@/lib/wiring'

type Props = {
  obstacle: StakeObstacle
  intent: StakeIntent
  protocol: Protocol
  position: Position | undefined
  words: Messages['stake']
  locale: string
}

/** Why the button can't be pressed, and what can be done instead. */
export function ObstacleNote({ obstacle, intent, protocol, position, words, locale }: Props) {
  const fault = wiringFault(protocol.checks)
  const balance = intent.give === 'METIS' ? position?.metis : position?.eMetis
  return (
    <p className="text-sm text-barley wrap-anywhere">
      {fill(words.obstacleNote[obstacle], {
        amount: formatAmount(balance ?? 0n, locale, 'form'),
        token: intent.give,
        fee: formatAmount(enterFee(position?.gasPrice ?? 0n), locale, 'form'),
        check: fault?.id ?? '',
        found: fault?.found ?? '—',
        expected: fault?.expected ?? '',
      })}
    </p>
  )
}
