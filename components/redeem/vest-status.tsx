import type { ReactNode } from 'react'
import { Figure } from '@/components/figure'
import { Row } from '@/components/row'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import type { Exit } from '@/hooks/use-exit'
import type { useVesting } from '@/hooks/use-vesting'
import { formatAmount, formatDate, formatRelative } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { toExitObstacle } from './exit-obstacle'
import { VestChart } from './vest-chart'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; vesting: ReturnType<typeof useVesting> }

/** One button that is off with its reason beside it. */
function Deed({
  kind,
  exit,
  vesting,
  children,
  ...setting
}: Props & { kind: 'claim' | 'unstake'; children: ReactNode }) {
  const found = vesting.obstacle({ kind })
  const act = kind === 'claim' ? 'claimVest' : 'unstakeEnki'
  const why = found && toExitObstacle(found, { act, token: 'ENKI' }, exit, setting)
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        variant={kind === 'claim' ? 'primary' : 'secondary'}
        disabled={found !== null}
        onClick={() => vesting.act({ kind })}
      >
        {children}
      </Button>
      {why && (
        <p className="text-sm text-ink-soft">
          <span className="block text-ink">{why.label}</span>
          {why.note}
        </p>
      )}
    </div>
  )
}

function Facts({ exit, vesting, words: { vest: words, stake }, locale }: Props) {
  const { position, now } = exit
  const { state } = vesting
  if (!state || !position) return null
  const figure = (value: bigint, unit: string) => (
    <Figure value={value} unit={unit} block={position.block} source={stake.source} locale={locale} style="form" />
  )
  const { finish, perDay } = state.asItIs
  return (
    <dl>
      <Row label={words.claimable}>
        <span className="figure text-xl">{figure(state.claimable, 'eMetis')}</span>
      </Row>
      <Row label={words.locked} note={words.lockedNote}>
        {figure(state.account.locked, 'eMetis')}
      </Row>
      <Row label={words.released} note={words.releasedNote}>
        {figure(state.account.released, 'eMetis')}
      </Row>
      <Row label={words.enki}>{figure(state.account.enki, 'ENKI')}</Row>
      <Row label={words.pace} note={perDay === 0n && state.account.locked > 0n && words.paceNone}>
        {fill(words.paceValue, { amount: formatAmount(perDay, locale, 'form') })}
      </Row>
      <Row label={words.finish} note={finish !== null && formatRelative(finish - now, locale)}>
        {state.account.locked === 0n
          ? words.finishDone
          : finish === null
            ? words.finishNever
            : formatDate(finish, locale)}
      </Row>
    </dl>
  )
}

/** How it stands with what vests, and what can be done about it. */
function Vesting(props: Props) {
  const { exit, vesting, ...setting } = props
  const { vest: own } = setting.words
  const { state } = vesting
  if (!state) return null
  const { locked, enki } = state.account
  const isBare = locked === 0n && state.claimable === 0n
  if (isBare && enki === 0n) return <p className="text-ink-soft">{own.none}</p>
  return (
    <>
      {isBare && <p className="text-ink-soft">{own.none}</p>}
      <Facts {...props} />
      <Deed {...props} kind="claim">
        {own.claim}
      </Deed>
      {locked > 0n && <VestChart {...setting} state={state} now={exit.now} />}
      <div className="flex flex-col gap-2 border-t border-line pt-4">
        <Deed {...props} kind="unstake">
          {own.unstake}
        </Deed>
        <p className="text-sm text-ink-soft">{own.unstakeNote}</p>
      </div>
    </>
  )
}

/** What vests, how fast, what can be claimed, and the release drawn. */
export function VestStatus(props: Props) {
  const { exit, words } = props
  const { vest: own, shell } = words
  const isConnected = exit.wallet.account !== undefined
  return (
    <Card aria-label={own.title} className="flex flex-col gap-6">
      <h2 className="text-lg">{own.title}</h2>
      {!isConnected && <p className="text-ink-soft">{own.connectFirst}</p>}
      {isConnected && !exit.position && <Skeleton label={shell.loading} className="w-full" />}
      <Vesting {...props} />
    </Card>
  )
}
