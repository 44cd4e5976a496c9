import type { FormObstacle } from '@/components/form-action'
import { enterFee } from '@/lib/amount'
import { writeFault } from '@/lib/fault'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import type { StakeIntent, StakeObstacle } from '@/lib/stake-quote'

type Facts = { intent: StakeIntent; protocol: Protocol; position: Position | undefined }

const since: Partial<Record<StakeObstacle, FormObstacle['since']>> = {
  wiring: 'always',
  code: 'always',
  implementation: 'always',
  noCode: 'always',
  paused: 'always',
  notPublic: 'connected',
  noGas: 'connected',
}

/** Why the button can't be pressed, and what can be done instead. */
export function toStakeObstacle(
  obstacle: StakeObstacle,
  { intent, protocol, position }: Facts,
  words: Messages['stake'],
  locale: string,
): FormObstacle {
  const fault = writeFault(protocol)
  const balance = intent.give === 'METIS' ? position?.metis : position?.eMetis
  const note = fill(words.obstacleNote[obstacle], {
    amount: formatAmount(balance ?? 0n, locale, 'form'),
    token: intent.give,
    fee: formatAmount(enterFee(position?.gasPrice ?? 0n), locale, 'form'),
    check: fault?.check ?? '',
    found: fault?.found ?? '—',
    expected: fault?.expected ?? '',
  })
  return { label: fill(words.obstacle[obstacle], { token: intent.give }), note, since: since[obstacle] ?? 'typed' }
}
