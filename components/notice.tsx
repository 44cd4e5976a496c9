'use client'

import { type ComponentProps, Suspense } from 'react'
import { lazily } from './lazily'

// Read after the page is there: there is hardly ever anything to say.
const StatusNotice = lazily(() => import('./status-notice').then((module) => module.StatusNotice))

/** Where the operators' word to readers appears. */
export const Notice = (props: ComponentProps<typeof StatusNotice>) => (
  <Suspense fallback={null}>
    <StatusNotice {...props} />
  </Suspense>
)
