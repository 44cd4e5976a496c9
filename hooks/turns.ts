'use client'

import { createTurns } from '@/lib/turns'
import { whenSeen } from './when-seen'

/** The newest block of L2 as our server knows it, which asks for all visitors together. */
const readHead = (): Promise<number | undefined> =>
  fetch('/head.json', { cache: 'no-store', signal: AbortSignal.timeout(3_000) })
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .then((found) => (Number.isSafeInteger(found?.l2) ? found.l2 : undefined))
    .catch(() => undefined)

/** On Andromeda a block comes every 18 s on average; the devnet makes its own when they are wanted. */
const [roundMs, blockMs] = process.env.NEXT_PUBLIC_NETWORK === 'devnet' ? [500, 2_500] : [2_000, 20_000]

/** The page's one line for all that asks a chain unasked. */
export const turns = createTurns({ whenSeen, readHead, roundMs, blockMs })
