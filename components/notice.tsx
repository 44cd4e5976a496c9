'use client'

import { type ComponentProps, lazy, Suspense } from 'react'

// Read after the page is there: there is hardly ever anything to say.
const StatusNotice = lazy(() => import('./status-notice').then((module) => ({ default: module.StatusNotice })))

/** Where the operators' word to readers appears. */
export const Notice = (props: ComponentProps<typeof StatusNotice>) => (
  <Suspense fallback={null}>
    <StatusNotice {...props} />
  </Suspense>
)
