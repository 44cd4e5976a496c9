import { AmountField } from '@/components/amount-field'
import { Balance } from '@/components/balance'
import { Choice } from '@/components/choice'
import { FlowForm } from '@/components/flow-form'
import { toFormAction } from '@/components/form-action'
import { PositionCard } from '@/components/position-card'
import { RecipientChoice } from '@/components/recipient-choice'
import { Card } from '@/components/ui/card'
import type { Exit } from '@/hooks/use-exit'
import { useUnstake } from '@/hooks/use-unstake'
import { mostNow } from '@/lib/unstake-quote'
import { Columns } from './columns'
import { toExitObstacle } from './exit-obstacle'
import { UnstakeResult } from './unstake-result'
import { UnstakeSteps } from './unstake-steps'
import type { Setting } from './words'

type Props = Setting & { exit: Exit }

/** seMetis in, eMetis out: a part now, the rest through Vesting. Beside it stands what the account has. */
export function UnstakePanel({ exit, ...setting }: Props) {
  const { words, locale, chain } = setting
  const { unstake: own, stake } = words
  const { wallet, protocol, position, flow } = exit
  const unstake = useUnstake(exit)
  const { field, to, kind, setKind, most, quote, obstacle } = unstake
  const token = kind === 'shares' ? 'seMetis' : 'eMetis'
  const balance = position && (kind === 'shares' ? position.shares : mostNow(protocol, position))
  const action = toFormAction({
    words: { ...stake, action: own.action, connect: own.connect },
    field,
    obstacle: obstacle && toExitObstacle(obstacle, { act: 'unstake', token, balance }, exit, setting),
    wallet,
    position,
    chain,
    stop: to.draft?.stop,
  })
  return (
    <Columns>
      <Card>
        <FlowForm action={action} onAct={unstake.unstake} flow={flow} words={words} chain={chain}>
          <Choice
            legend={own.means}
            name="means"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'shares', label: own.meansShares, note: 'seMetis' },
              { value: 'now', label: own.meansNow, note: 'eMetis' },
            ]}
          />
          <AmountField
            field={field}
            token={token}
            words={stake}
            max={most}
            fault={action.fault}
            aside={
              <Balance
                label={kind === 'shares' ? stake.balance : own.atMost}
                value={balance}
                unit={token}
                block={position?.block}
                source={stake.source}
                locale={locale}
              />
            }
          />
          <RecipientChoice to={to} book={exit.book} words={stake.another} locale={locale} />
          <UnstakeResult {...setting} exit={exit} unstake={unstake} />
          <UnstakeSteps {...setting} exit={exit} quote={quote} isGiven={to.recipient !== undefined} />
        </FlowForm>
      </Card>
      <PositionCard
        position={position}
        isConnected={wallet.account !== undefined}
        words={words}
        loading={words.shell.loading}
        locale={locale}
      />
    </Columns>
  )
}
