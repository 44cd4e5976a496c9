import type { FormObstacle } from '@/components/form-action'
import type { Exit } from '@/hooks/use-exit'
import { type ExitAct, exitFee } from '@/lib/exit-gas'
import type { ExitObstacle } from '@/lib/exit-obstacle'
import { writeFault } from '@/lib/fault'
import { formatAmount, formatDate } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { Setting } from './words'

/** What the obstacle stands in the way of: which act, of what, how much of it the account has, from when on it would be possible. */
export type Deed = { act: ExitAct; token: string; balance?: bigint; from?: bigint }

const since: Partial<Record<ExitObstacle, FormObstacle['since']>> = {
  wiring: 'always',
  code: 'always',
  implementation: 'always',
  noCode: 'always',
  noQueue: 'always',
  noVesting: 'always',
  paused: 'always',
  ratioZero: 'always',
  ratioUnknown: 'always',
  notPublic: 'connected',
  noGas: 'connected',
}

/** An obstacle in words: short on the button, and below it what can be done instead. */
export function toExitObstacle(
  obstacle: ExitObstacle,
  { act, token, balance, from }: Deed,
  { protocol, position }: Pick<Exit, 'protocol' | 'position'>,
  { words: { exit }, locale }: Pick<Setting, 'words' | 'locale'>,
): FormObstacle {
  const fault = writeFault(protocol)
  const amount = (value: bigint | undefined) => formatAmount(value ?? 0n, locale, 'form')
  const note = fill(exit.note[obstacle], {
    token,
    amount: amount(balance),
    fee: amount(position && exitFee(act, position.gasPrice)),
    date: from === undefined ? '—' : formatDate(Number(from), locale),
    check: fault?.check ?? '',
    found: fault?.found ?? '—',
    expected: fault?.expected ?? '',
  })
  return { label: fill(exit.obstacle[obstacle], { token }), note, since: since[obstacle] ?? 'typed' }
}
