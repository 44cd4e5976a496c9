'use client'

import { saveFile } from '@/components/save-file'
import { Button } from '@/components/ui/button'
import type { AccountHistory } from '@/lib/account-history'
import type { Method } from '@/lib/lots'
import type { RewardRow } from '@/lib/reward-rows'
import type { Setting } from './words'

type Props = Pick<Setting, 'words'> & {
  history: AccountHistory
  rows: readonly RewardRow[]
  method: Method
  /** Name and id of the chain. */
  chain: string
}

const csv = 'text/csv'

/** The history as files: one with everything, one in the layout that Koinly imports. */
export function Downloads({ history, rows, method, chain, words: { rewards: own } }: Props) {
  const { account, block } = history
  const name = `abzu-${account.slice(0, 8)}-${block.number}`
  const saveAll = async () => {
    const { toRewardsCsv } = await import('@/lib/rewards-csv')
    const origin = { account, chain, block: block.number, seconds: block.seconds, method }
    saveFile(`${name}.csv`, csv, toRewardsCsv(rows, origin))
  }
  const saveKoinly = async () => {
    const { toKoinlyCsv } = await import('@/lib/koinly')
    saveFile(`${name}-koinly.csv`, csv, toKoinlyCsv(history.deeds))
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={saveAll}>
          {own.csv}
        </Button>
        <Button variant="secondary" onClick={saveKoinly}>
          {own.koinly}
        </Button>
      </div>
      <p className="max-w-measure text-sm text-ink-soft">{own.koinlyNote}</p>
    </div>
  )
}
