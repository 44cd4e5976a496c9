import { useSyncExternalStore } from 'react'

const subscribe = (tick: () => void) => {
  const timer = setInterval(tick, 1_000)
  return () => clearInterval(timer)
}

/** Unix seconds. While the server's HTML is taken over it is the server's time, `initial`; then it moves on in steps. */
export function useNow(initial: number, step = 1): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / 1_000 / step) * step,
    () => initial,
  )
}
