import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Protocol } from '@/lib/protocol'
import type { StakeIntent, StakeObstacle } from '@/lib/stake-quote'
import { wiringFault } from '@/lib/wiring'

type Props = {
  obstacle: StakeObstacle
  intent: StakeIntent
  protocol: Protocol
  /** Base units of what would be given. */
  balance: bigint | undefined
  words: Messages['stake']
  locale: string
}

/** Why the button can't be pressed, and what can be done instead. */
export function ObstacleNote({ obstacle, intent, protocol, balance, words, locale }: Props) {
  const fault = wiringFault(protocol.checks)
  return (
    <p className="text-sm text-barley wrap-anywhere">
      {fill(words.obstacleNote[obstacle], {
        amount: formatAmount(balance ?? 0n, locale, 'form'),
        token: intent.give,
        check: fault?.id ?? '',
        found: fault?.found ?? '—',
        expected: fault?.expected ?? '',
      })}
    </p>
  )
}
