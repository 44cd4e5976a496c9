import { env } from '@/lib/env'
import { type Status, toStatus } from '@/lib/status'

/** `damaged`: the file is there but can't be relied on. Undefined: it could not be read. */
export async function readStatus(cache: RequestCache): Promise<Status | 'damaged' | undefined> {
  try {
    const answer = await fetch('/status.json', { cache, signal: AbortSignal.timeout(3_000) })
    return answer.ok ? (toStatus(await answer.text()) ?? 'damaged') : undefined
  } catch {
    return undefined
  }
}

/** Whether this build is one that the operators have stopped. */
export const isStopped = ({ minimumBuild }: Status): boolean => env.build < minimumBuild

/**
 * Why the wallet must not be asked now, read past every cache. A file that can't be reached stops nobody: an app server
 * that is down is no sign of danger, and people must be able to leave. One that is there but damaged does: it is only
 * ever written by hand when something is wrong.
 */
export async function whyNot(): Promise<'oldBuild' | 'statusDamaged' | undefined> {
  const status = await readStatus('no-store')
  if (status === 'damaged') return 'statusDamaged'
  return status && isStopped(status) ? 'oldBuild' : undefined
}
