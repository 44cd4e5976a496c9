import { type ComponentType, lazy } from 'react'

/** How often a file that did not come is asked for again, and how long (ms) in between; sooner where the line comes back. */
const [tries, pauseMs] = [12, 5_000]

const pause = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, pauseMs)
    window.addEventListener('online', () => resolve(), { once: true })
  })

/** What a file holds, asked for again when it does not come. */
export async function persist<T>(load: () => Promise<T>, left = tries): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (left === 0) throw error
    await pause()
    return persist(load, left - 1)
  }
}

/**
 * A component whose code is fetched when it is first drawn, like React's `lazy`. There a file that does not come takes the whole
 * page with it, and all that was typed; here the fallback stands until the line is back.
 */
export const lazily = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await persist(load) }))
