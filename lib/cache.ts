/** How long an answer counts as fresh, and how long it may still be served while a new one is on its way (ms). */
export type Keep = { freshMs: number; keepMs: number }

/** How long after a failure the next reading is put off (ms): a chain that is down costs no more than one that answers. */
const pauseMs = 2_000

/**
 * Stale-while-revalidate over one reader: callers share one request in flight, and after the first answer nobody waits.
 * A failed renewal leaves the last good answer in place until `keepMs`; after that, and before the first answer, it throws.
 * After a failure nothing is read for a moment, however many ask; who has no good answer gets the same failure.
 */
export function memo<T>(read: () => Promise<T>, { freshMs, keepMs }: Keep, now: () => number = Date.now) {
  let good: { value: T; at: number } | undefined
  let flight: Promise<T> | undefined
  let failure: { reason: unknown; at: number } | undefined
  const renew = (): Promise<T> => {
    if (failure && now() - failure.at < pauseMs) return Promise.reject(failure.reason)
    flight ??= read()
      .then((value) => {
        good = { value, at: now() }
        return value
      })
      .catch((reason: unknown) => {
        failure = { reason, at: now() }
        throw reason
      })
      .finally(() => {
        flight = undefined
      })
    return flight
  }
  return async (): Promise<T> => {
    const age = good ? now() - good.at : Number.POSITIVE_INFINITY
    if (!good || age > keepMs) return renew()
    // The last good answer stands when the renewal fails; somebody tries again soon.
    if (age > freshMs) renew().catch(() => {})
    return good.value
  }
}

const within = <T, Late>(answer: Promise<T>, ms: number, late: Late): Promise<T | Late | undefined> =>
  Promise.race([answer, new Promise<Late>((resolve) => setTimeout(resolve, ms, late))]).catch(() => undefined)

/** The answer if it comes within `ms`. Null: it takes longer, and goes on being read for whoever asks next. Undefined: it failed. */
export const inTime = <T>(answer: Promise<T>, ms = 3_000): Promise<T | null | undefined> => within(answer, ms, null)

/** The answer if it comes within `ms`; undefined if it fails or takes longer. It goes on being read, for whoever asks next. */
export const soon = <T>(answer: Promise<T>, ms = 3_000): Promise<T | undefined> => within(answer, ms, undefined)
