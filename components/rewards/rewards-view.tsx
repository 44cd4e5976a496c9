'use client'

import { Button } from '@/components/ui/button'
import { useRewards } from '@/hooks/use-rewards'
import { useWallet } from '@/hooks/use-wallet'
import { toAccount } from '@/lib/account-text'
import { AccountField } from './account-field'
import { PositionStats } from './position-stats'
import { ReadingProgress } from './reading-progress'
import { RewardsReport } from './rewards-report'
import type { ServerPart, Setting } from './words'

type Props = Setting & { server: ServerPart; asked: string | undefined; path: string }

/** What the page is for, while it is about nobody. */
const Shows = ({ words }: { words: Setting['words']['rewards']['shows'] }) => (
  <section className="max-w-measure border-t border-line pt-4">
    <h2 className="mb-2 text-lg">{words.title}</h2>
    <ul className="flex list-disc flex-col gap-2 pl-6 marker:text-ink-soft">
      {[words.now, words.earned, words.rate, words.next, words.file].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
)

/** The rewards of the account in the address, or where none is named there of the connected one. */
export function RewardsView({ server, asked, path, ...setting }: Props) {
  const { words, locale } = setting
  const own = words.rewards
  const wallet = useWallet()
  const account = asked === undefined ? wallet.account : toAccount(asked)
  const state = useRewards(server.book, account, server.past)
  const { history, rewards, progress, isError, retry } = state
  return (
    // A screen high from the start: the footer would jump when the account's figures arrive.
    <div className="flex min-h-dvh flex-col gap-12 print:min-h-0">
      <div className="print:hidden">
        <AccountField key={asked} asked={asked} path={path} words={own} />
      </div>
      {account && (
        <p className="hidden print:block">
          {own.account} <span className="font-mono">{account}</span>
        </p>
      )}
      {asked === undefined && !account && <Shows words={own.shows} />}
      {account && (
        <>
          <PositionStats {...setting} state={state} server={server} />
          {isError && history && (
            <p role="status" className="text-sm text-barley">
              {own.old}
            </p>
          )}
          {history && rewards ? (
            <RewardsReport {...setting} state={{ ...state, history, rewards }} server={server} />
          ) : isError ? (
            <p role="alert" className="flex max-w-measure flex-col items-start gap-3 border-l-2 border-carnelian pl-4">
              {own.failed}
              <Button variant="secondary" onClick={retry}>
                {own.again}
              </Button>
            </p>
          ) : server.past ? (
            <ReadingProgress fraction={progress} words={own} locale={locale} />
          ) : (
            <p role="status" className="max-w-measure border-l-2 border-barley pl-4">
              {server.book.rewardDispatcher ? own.partial : own.noDispatcher}
            </p>
          )}
        </>
      )}
    </div>
  )
}
