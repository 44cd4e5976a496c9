'use client'

import { type ComponentProps, Suspense, useEffect } from 'react'
import { loadRunner, type useFlow } from '@/hooks/use-flow'
import { useWallet } from '@/hooks/use-wallet'
import { lazily } from './lazily'

const loadDialog = () => import('./flow-dialog').then((module) => module.FlowDialog)
const FlowDialog = lazily(loadDialog)

type Flow = Pick<ReturnType<typeof useFlow>, 'view' | 'isOpen' | 'close' | 'proceed'>
type Props = Pick<ComponentProps<typeof FlowDialog>, 'words' | 'chain' | 'locale'> & { flow: Flow }

/** Stands beside the dialog: its effect waits for the dialog's code. */
function Then({ go }: { go: () => void }) {
  useEffect(go)
  return null
}

/** The dialog of what is being signed, while there is something. */
export function RunningFlow({ flow: { view, isOpen, close, proceed }, words, ...shared }: Props) {
  const { account } = useWallet()

  // With it at hand, a line that breaks before the button is pressed is a matter of the chain alone, and told as such.
  useEffect(() => {
    if (account) for (const load of [loadDialog, loadRunner]) load().catch(() => {})
  }, [account])

  if (!view) return null
  return (
    <Suspense
      fallback={
        <p role="status" className="mt-4 text-sm text-barley">
          {words.flow.fetching}
        </p>
      }
    >
      <FlowDialog view={view} open={isOpen} onClose={close} words={words} {...shared} />
      <Then go={proceed} />
    </Suspense>
  )
}
