'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import type { useFlow } from '@/hooks/use-flow'

// Its code comes with the first press of a button.
const FlowDialog = lazy(() => import('./flow-dialog').then((module) => ({ default: module.FlowDialog })))

type Props = Pick<ComponentProps<typeof FlowDialog>, 'words' | 'chain' | 'locale'> & {
  flow: ReturnType<typeof useFlow>
}

/** The dialog of what is being signed, while there is something. */
export function RunningFlow({ flow: { view, isOpen, close }, ...shared }: Props) {
  if (!view) return null
  return (
    <Suspense fallback={null}>
      <FlowDialog view={view} open={isOpen} onClose={close} {...shared} />
    </Suspense>
  )
}
