import { AllowMore } from '@/components/allow-more'
import { AmountField } from '@/components/amount-field'
import { Balance } from '@/components/balance'
import { FlowForm } from '@/components/flow-form'
import { toFormAction } from '@/components/form-action'
import { RecipientChoice } from '@/components/recipient-choice'
import { Steps } from '@/components/steps'
import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import type { useRequest } from '@/hooks/use-request'
import { formatAmount, formatDate, formatExact, formatRelative } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { wished } from '@/lib/wish'
import { toExitObstacle } from './exit-obstacle'
import { RequestResult } from './request-result'
import type { Setting } from './words'

type Request = ReturnType<typeof useRequest>
type Props = Setting & { exit: Exit; request: Request }

/** What happens between the signature and the METIS. */
function linesOf({ protocol: { queue }, now, flow }: Exit, { amount, to }: Request, { words, locale }: Setting) {
  const { happens } = words.queue
  if (!queue) return []
  const text = (value: bigint, unit: string) => `${formatAmount(value, locale, 'form')} ${unit}`
  const allowed = wished(flow.wish, 'approveQueue', amount)
  const maturity = now + Number(queue.seconds)
  return [
    fill(happens.approve, {
      amount: amount > 0n ? `${formatExact(allowed, locale)} eMetis` : happens.typed,
    }),
    to.recipient ? happens.enterGiven : happens.enter,
    fill(happens.mature, {
      date: formatDate(maturity, locale),
      relative: formatRelative(maturity - now, locale),
    }),
    fill(happens.pay, { held: text(queue.metis, 'METIS'), owed: text(queue.owed, 'METIS') }),
  ]
}

/** eMetis in, a ticket out. */
export function RequestForm({ exit, request, ...setting }: Props) {
  const { words, locale, chain } = setting
  const { queue: own, stake } = words
  const { wallet, position, flow } = exit
  const { amount, field, to, obstacle, made } = request
  const balance = position?.eMetis
  const deed = { act: 'request', token: 'eMetis', balance } as const
  const action = toFormAction({
    words: { ...stake, action: own.action, connect: own.connect },
    field,
    obstacle: obstacle && toExitObstacle(obstacle, deed, exit, setting),
    wallet,
    position,
    chain,
    stop: to.draft?.stop,
  })
  return (
    <Card aria-label={own.action}>
      <FlowForm action={action} onAct={request.request} flow={flow} words={words} chain={chain}>
        <AmountField
          field={field}
          token="eMetis"
          words={stake}
          max={balance}
          fault={action.fault}
          aside={
            <Balance
              label={stake.balance}
              value={position?.eMetis}
              unit="eMetis"
              block={position?.block}
              source={stake.source}
              locale={locale}
            />
          }
        />
        <RecipientChoice to={to} book={exit.book} words={stake.another} locale={locale} />
        <RequestResult {...setting} exit={exit} request={request} />
        <Steps title={own.happens.title} lines={linesOf(exit, request, setting)} />
        {position && (
          <AllowMore
            flow={flow}
            approval={{ step: 'approveQueue', token: 'eMetis', amount, allowance: position.queueAllowance }}
            words={words}
            locale={locale}
          />
        )}
        {made !== null && (
          <p role="status" className="border-l-2 border-water pl-3 wrap-anywhere">
            {made.recipient
              ? fill(own.madeGiven, { id: String(made.id), address: made.recipient.address })
              : fill(own.made, { id: String(made.id) })}
          </p>
        )}
      </FlowForm>
    </Card>
  )
}
