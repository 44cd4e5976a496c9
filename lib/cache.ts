/** How long an answer counts as fresh, and how long it may still be served while a new one is on its way (ms). */
export type Keep = { freshMs: number; keepMs: number }

/**
 * Stale-while-revalidate over one reader: callers share one request in flight, and after the first answer nobody waits.
 * A failed renewal leaves the last good answer in place until `keepMs`; after that, and before the first answer, it throws.
 */
export function memo<T>(read: () => Promise<T>, { freshMs, keepMs }: Keep, now: () => number = Date.now) {
  let good: { value: T; at: number } | undefined
  let flight: Promise<T> | undefined
  const renew = (): Promise<T> => {
    flight ??= read()
      .then((value) => {
        good = { value, at: now() }
        return value
      })
      .finally(() => {
        flight = undefined
      })
    return flight
  }
  return async (): Promise<T> => {
    const age = good ? now() - good.at : Number.POSITIVE_INFINITY
    if (!good || age > keepMs) return renew()
    // The last good answer stands when the renewal fails; the next caller tries again.
    if (age > freshMs) renew().catch(() => {})
    return good.value
  }
}

/** The answer if it comes within `ms`; undefined if it fails or takes longer. It goes on being read, for whoever asks next. */
export const soon = <T>(answer: Promise<T>, ms = 3_000): Promise<T | undefined> =>
  Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined))]).catch(() => undefined)
