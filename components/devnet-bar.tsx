'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWallet } from '@/hooks/use-wallet'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { Button } from './ui/button'

/** Moves the two test chains: time, rewards, funds. In devnet builds only. */
export function DevnetBar({ words }: { words: Messages['devnet'] }) {
  const { account } = useWallet()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  async function ask(path: string) {
    setBusy(true)
    setSaid(words.working)
    const reason = await post(path)
    setSaid(reason === null ? words.done : fill(words.failed, { reason }))
    setBusy(false)
    if (reason !== null) return
    router.refresh()
    // Fetched here, because pages that read nothing in the browser load without it.
    const { queryClient } = await import('@/hooks/query-client')
    await queryClient().invalidateQueries()
  }

  const actions = [
    { label: words.day, path: '/devnet/advance?for=1d' },
    { label: words.days, path: '/devnet/advance?for=20d' },
    { label: words.reward, path: '/devnet/reward' },
    { label: words.faucet, path: account && `/devnet/faucet?to=${account}` },
  ]
  return (
    <section aria-label={words.label} className="border-t border-dashed border-ink-soft bg-surface print:hidden">
      <div className="page flex flex-col gap-3 py-4 text-sm">
        <p>
          <strong className="mr-2">{words.label}</strong>
          <span className="text-ink-soft">{words.what}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          {actions.map(({ label, path }) => (
            <Button
              key={label}
              variant="secondary"
              size="compact"
              disabled={!path}
              onClick={() => path && !busy && ask(path)}
            >
              {label}
            </Button>
          ))}
        </div>
        <p role="status" className="min-h-[1.5em] text-ink-soft">
          {said || (account ? '' : words.connectFirst)}
        </p>
      </div>
    </section>
  )
}

/** Null when the control server did as asked, else what went wrong. */
async function post(path: string): Promise<string | null> {
  try {
    const answer = await fetch(path, { method: 'POST' })
    return answer.ok ? null : `${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
