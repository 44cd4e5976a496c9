import { AllowMore } from '@/components/allow-more'
import { AmountField } from '@/components/amount-field'
import { Balance } from '@/components/balance'
import { Figure } from '@/components/figure'
import { FlowForm } from '@/components/flow-form'
import { toFormAction } from '@/components/form-action'
import { Row } from '@/components/row'
import { Steps } from '@/components/steps'
import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import type { useVesting } from '@/hooks/use-vesting'
import { formatAmount, formatDate, formatExact, formatRelative } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { wished } from '@/lib/wish'
import { toExitObstacle } from './exit-obstacle'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; vesting: ReturnType<typeof useVesting> }

/** What the typed ENKI, or what is missing for the full pace, would do. */
function Result({ exit: { position, now }, vesting: { state }, words: { vest: words, stake }, locale }: Props) {
  if (!state || !position) return null
  const { missing, withMore } = state
  return (
    <dl>
      <Row
        label={words.missing}
        note={missing > 0n ? words.missingNote : state.account.locked > 0n ? words.missingNone : words.missingIdle}
      >
        <Figure value={missing} unit="ENKI" block={position.block} source={stake.source} locale={locale} style="form" />
      </Row>
      <Row label={words.withMore}>
        {fill(words.paceValue, { amount: formatAmount(withMore.perDay, locale, 'form') })}
      </Row>
      <Row label={words.finishWith} note={withMore.finish !== null && formatRelative(withMore.finish - now, locale)}>
        {withMore.finish === null ? '—' : formatDate(withMore.finish, locale)}
      </Row>
    </dl>
  )
}

/** ENKI in, a faster release out. */
export function VestForm(props: Props) {
  const { exit, vesting, ...setting } = props
  const { words, locale, chain } = setting
  const { vest: own, stake } = words
  const { wallet, position, flow } = exit
  const { field, amount, state } = vesting
  const intent = { kind: 'stake', amount } as const
  const obstacle = vesting.obstacle(intent)
  const deed = { act: 'stakeEnki', token: 'ENKI', balance: position?.enki } as const
  const action = toFormAction({
    words: { ...stake, action: own.action, connect: own.connect },
    field,
    obstacle: obstacle && toExitObstacle(obstacle, deed, exit, setting),
    wallet,
    position,
    chain,
  })
  // More than the full pace needs would lie there for nothing.
  const most =
    position && state && (state.missing > 0n && state.missing < position.enki ? state.missing : position.enki)
  const allowed = wished(flow.wish, 'approveEnki', amount)
  const typed = amount > 0n ? `${formatExact(allowed, locale)} ENKI` : own.happens.typed
  return (
    <Card aria-label={own.stake}>
      <h2 className="mb-4 text-lg">{own.stake}</h2>
      <FlowForm action={action} onAct={() => vesting.act(intent)} flow={flow} words={words} chain={chain}>
        <AmountField
          field={field}
          token="ENKI"
          words={stake}
          max={most ?? undefined}
          fault={action.fault}
          aside={
            <Balance
              label={stake.balance}
              value={position?.enki}
              unit="ENKI"
              block={position?.block}
              source={stake.source}
              locale={locale}
            />
          }
        />
        <Result {...props} />
        <Steps
          title={own.happens.title}
          lines={[fill(own.happens.approve, { amount: typed }), own.happens.stake, own.happens.claim]}
        />
        {position && (
          <AllowMore
            flow={flow}
            approval={{ step: 'approveEnki', token: 'ENKI', amount, allowance: position.enkiAllowance }}
            words={words}
            locale={locale}
          />
        )}
      </FlowForm>
    </Card>
  )
}
