'use client'

import { useSearchParams } from 'next/navigation'
import { Suspense, useState } from 'react'
import { lazily } from '@/components/lazily'
import { RunningFlow } from '@/components/running-flow'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { useExit } from '@/hooks/use-exit'
import type { AddressBook } from '@/lib/address-book'
import type { Liquidity } from '@/lib/liquidity'
import type { Market } from '@/lib/market'
import type { Protocol } from '@/lib/protocol'
import { UnstakePanel } from './unstake-panel'
import type { Setting } from './words'

// A tab's code comes with the tab, and what belongs to an account with the account.
const VestingPanel = lazily(() => import('./vesting-panel').then((module) => module.VestingPanel))
const RedeemPanel = lazily(() => import('./redeem-panel').then((module) => module.RedeemPanel))
const FoundMoney = lazily(() => import('./found-money').then((module) => module.FoundMoney))

type Props = Setting & {
  book: AddressBook
  protocol: Protocol
  market: Market | undefined
  liquidity: Liquidity | null | undefined
}

const keys = ['unstake', 'redeem', 'vesting'] as const
type Key = (typeof keys)[number]

const isKey = (value: string | null): value is Key => keys.some((key) => key === value)

/**
 * The open tab, and how another is opened in place, at an address that can be linked to. The router takes note of an address
 * when it has time; until then the press counts, or one could go on typing into a form that is about to leave.
 */
function useTab(): [Key, (key: Key) => void] {
  const param = useSearchParams().get('tab')
  const asked = isKey(param) ? param : 'unstake'
  const [pressed, setPressed] = useState({ from: asked, to: asked })
  if (asked === pressed.to && asked !== pressed.from) setPressed({ from: asked, to: asked })
  const open = (to: Key) => {
    setPressed({ from: asked, to })
    history.replaceState(null, '', `?tab=${to}`)
  }
  return [asked === pressed.from ? pressed.to : asked, open]
}

/** Three ways out in three tabs, and the one dialog that shows what is being signed. */
export function RedeemView({ book, protocol: initial, market, liquidity, ...setting }: Props) {
  const { words, locale, chain } = setting
  const exit = useExit(book, initial, market?.lpTokens ?? [])
  const { flow, isUnread } = exit
  const [tab, open] = useTab()
  const labels = { unstake: words.redeem.unstake, redeem: words.redeem.queue, vesting: words.redeem.vesting }
  return (
    <>
      {exit.wallet.account && (
        <Suspense fallback={null}>
          <FoundMoney {...setting} exit={exit} lpTokens={market?.lpTokens ?? []} onOpen={open} />
        </Suspense>
      )}
      <Tabs
        label={words.redeem.tabs}
        tabs={keys.map((key) => ({ key, label: labels[key], href: `?tab=${key}` }))}
        selected={tab}
        onSelect={open}
      >
        {tab === 'unstake' && <UnstakePanel {...setting} exit={exit} />}
        <Suspense fallback={<Skeleton label={words.shell.loading} />}>
          {tab === 'vesting' && <VestingPanel {...setting} exit={exit} />}
          {tab === 'redeem' && <RedeemPanel {...setting} exit={exit} market={market} liquidity={liquidity} />}
        </Suspense>
      </Tabs>
      <p role="status" className="mt-4 text-sm text-barley empty:hidden">
        {isUnread && words.stake.positionUnread}
      </p>
      <RunningFlow flow={flow} words={words} chain={chain} locale={locale} />
    </>
  )
}
