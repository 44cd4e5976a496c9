'use client'

import { Suspense } from 'react'
import { FlowForm } from '@/components/flow-form'
import { toFormAction } from '@/components/form-action'
import { lazily } from '@/components/lazily'
import { PositionCard } from '@/components/position-card'
import { RunningFlow } from '@/components/running-flow'
import { Card } from '@/components/ui/card'
import { useStake } from '@/hooks/use-stake'
import type { AddressBook } from '@/lib/address-book'
import { enterFee } from '@/lib/amount'
import type { Messages } from '@/lib/messages/en'
import type { Protocol } from '@/lib/protocol'
import type { MeasuredRate } from '@/lib/rate'
import { wished } from '@/lib/wish'
import { approvalOf } from './approval-of'
import { StakeFields } from './stake-fields'
import { toStakeObstacle } from './stake-obstacle'
import { StakeResult } from './stake-result'
import { WhatHappens } from './what-happens'

const RecipientChoice = lazily(() => import('./once-connected').then((module) => module.RecipientChoice))
const Allowances = lazily(() => import('./once-connected').then((module) => module.Allowances))
const LargerAllowance = lazily(() => import('./once-connected').then((module) => module.LargerAllowance))

type Props = {
  book: AddressBook
  protocol: Protocol
  rate: MeasuredRate | null
  words: Pick<Messages, 'stake' | 'flow' | 'failure' | 'shell'>
  locale: string
  chain: { id: number; name: string; explorer?: string }
}

/** Give, get, what happens next, one button; the position below. */
export function StakeForm({ book, protocol: initial, rate, words, locale, chain }: Props) {
  const stake = useStake(book, initial)
  const { wallet, protocol, position, intent, flow, obstacle, field } = stake
  const own = intent.recipient ? { ...words.stake, ...words.stake.given } : words.stake
  const shared = { intent, protocol, words: own, locale }
  const isConnected = wallet.account !== undefined
  const action = toFormAction({
    words: words.stake,
    field,
    obstacle: obstacle && toStakeObstacle(obstacle, stake, words.stake, locale),
    wallet,
    position,
    chain,
    stop: stake.to.draft?.stop,
  })
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <FlowForm action={action} onAct={stake.stake} flow={flow} words={words} chain={chain}>
          <StakeFields stake={stake} fault={action.fault} words={words.stake} locale={locale} />
          {isConnected && (
            <Suspense fallback={<div className="h-11" />}>
              <RecipientChoice to={stake.to} book={book} words={words.stake.another} locale={locale} />
            </Suspense>
          )}
          <StakeResult {...shared} rate={rate} networkFee={position && enterFee(position.gasPrice)} />
          <WhatHappens {...shared} allowed={wished(flow.wish, approvalOf[intent.give], intent.amount)} rate={rate} />
          {position && (
            <Suspense fallback={null}>
              <LargerAllowance stake={stake} position={position} words={words} locale={locale} />
            </Suspense>
          )}
          <p role="status" className="text-sm text-ink-soft empty:hidden">
            {stake.isUnread && words.stake.positionUnread}
          </p>
        </FlowForm>
      </Card>
      <PositionCard
        position={position}
        isConnected={isConnected}
        words={words}
        loading={words.shell.loading}
        locale={locale}
      />
      {position && (
        <Suspense fallback={null}>
          <Allowances stake={stake} position={position} words={words} locale={locale} />
        </Suspense>
      )}
      <RunningFlow flow={flow} words={words} chain={chain} locale={locale} />
    </div>
  )
}
