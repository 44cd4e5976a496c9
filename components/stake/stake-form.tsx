'use client'

import { useState } from 'react'
import { FlowDialog } from '@/components/flow-dialog'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { isEnded } from '@/hooks/use-flow'
import { useStake } from '@/hooks/use-stake'
import { connectWallet, switchWallet, wantWallet } from '@/hooks/use-wallet'
import type { AddressBook } from '@/lib/address-book'
import { enterFee } from '@/lib/amount'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Protocol } from '@/lib/protocol'
import type { MeasuredRate } from '@/lib/rate'
import { ObstacleNote } from './obstacle-note'
import { PositionCard } from './position-card'
import { toStakeAction } from './stake-action'
import { StakeFields } from './stake-fields'
import { StakeResult } from './stake-result'
import { WhatHappens } from './what-happens'

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
  const [isSwitchRefused, setSwitchRefused] = useState(false)
  const shared = { intent, protocol, words: words.stake, locale }
  const isConnected = wallet.account !== undefined
  const action = toStakeAction({
    words: words.stake,
    field,
    token: intent.give,
    obstacle,
    isConnected,
    isOnChain: wallet.chainId === chain.id,
    hasPosition: position !== undefined,
    chain: chain.name,
  })
  const isRunning = flow.view !== null && !isEnded(flow.view)
  const press = {
    connect: connectWallet,
    switch: () => {
      setSwitchRefused(false)
      switchWallet(chain.id).catch(() => setSwitchRefused(true))
    },
    stake: stake.stake,
    wait: () => {},
  }[action.kind]
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <form
          className="flex flex-col gap-6"
          onSubmit={(event) => {
            event.preventDefault()
            press()
          }}
        >
          <StakeFields stake={stake} words={words.stake} locale={locale} />
          <StakeResult {...shared} rate={rate} networkFee={position && enterFee(position.gasPrice)} />
          <WhatHappens {...shared} rate={rate} />
          <div className="flex flex-col gap-2">
            {isRunning ? (
              <Button onClick={flow.reopen}>{words.stake.show}</Button>
            ) : (
              <Button
                type="submit"
                disabled={action.kind === 'wait'}
                onPointerEnter={wantWallet}
                onFocus={wantWallet}
                className="needs-script w-full"
              >
                {action.label}
              </Button>
            )}
            {action.obstacle && <ObstacleNote {...shared} obstacle={action.obstacle} position={position} />}
            <p role="status" className="text-sm text-ink-soft empty:hidden">
              {flow.isDeclined && words.stake.declined}
              {isSwitchRefused && fill(words.failure.wrongChain, { chain: chain.name })}
              {stake.isUnread && words.stake.positionUnread}
            </p>
            <noscript>{words.stake.noScript}</noscript>
          </div>
        </form>
      </Card>
      <PositionCard
        position={position}
        isConnected={isConnected}
        words={words.stake}
        loading={words.shell.loading}
        locale={locale}
      />
      {flow.view && (
        <FlowDialog
          view={flow.view}
          open={flow.isOpen}
          onClose={flow.close}
          words={words}
          chain={chain}
          locale={locale}
        />
      )}
    </div>
  )
}
