'use client'

import { type ReactNode, useState } from 'react'
import { isEnded } from '@/hooks/flow-view'
import type { useFlow } from '@/hooks/use-flow'
import { connectWallet, switchWallet, wantWallet } from '@/hooks/use-wallet'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { FormAction } from './form-action'
import { Button } from './ui/button'

type Props = {
  action: FormAction
  /** Starts the flow. */
  onAct: () => void
  flow: ReturnType<typeof useFlow>
  words: Pick<Messages, 'stake' | 'failure'>
  chain: { id: number; name: string }
  /** What is given, got, and happens next. */
  children: ReactNode
}

/** A form with one button that says what it does, or why it can't. While a flow runs, the button shows it again. */
export function FlowForm({ action, onAct, flow, words, chain, children }: Props) {
  const [isSwitchRefused, setSwitchRefused] = useState(false)
  const isRunning = flow.view !== null && !isEnded(flow.view)
  const press = {
    connect: connectWallet,
    switch: () => {
      setSwitchRefused(false)
      switchWallet(chain.id).catch(() => setSwitchRefused(true))
    },
    act: onAct,
    wait: () => {},
  }[action.kind]
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      {children}
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
        {action.note && <p className="text-sm text-barley wrap-anywhere">{action.note}</p>}
        <p role="status" className="text-sm text-ink-soft empty:hidden">
          {flow.isDeclined && words.stake.declined}
          {isSwitchRefused && fill(words.failure.wrongChain, { chain: chain.name })}
        </p>
        <noscript>{words.stake.noScript}</noscript>
      </div>
    </form>
  )
}
