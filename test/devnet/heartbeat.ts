import { setTimeout as delay } from 'node:timers/promises'
import type { World } from './deploy'
import type { Keeper } from './keeper'
import { createRandom } from './random'
import { readTime, slotSeconds } from './time'

/** Wall-clock seconds between two blocks of both chains, and how many of them make a round of the keeper. */
const beatSeconds = 15
const beatsPerRound = 4

/** Lets chain time run at eight hours a minute, and the keeper make a round about once a minute. Returns how to end it. */
export function startHeartbeat(
  world: World,
  keeper: Keeper,
  inTurn: <T>(job: () => Promise<T>) => Promise<T>,
): () => Promise<void> {
  const ending = new AbortController()
  const random = createRandom(7)
  let price = 3.4
  const beat = async (count: number) => {
    price += (3.4 - price) * 0.05 + (random.fraction() - 0.5) * 0.04
    const now = Math.max(await readTime(world.l1), await readTime(world.l2))
    await keeper.beat(now + slotSeconds, count % beatsPerRound === 0, price)
  }
  const run = async () => {
    for (let count = 1; !ending.signal.aborted; count++) {
      await delay(beatSeconds * 1000, undefined, { signal: ending.signal }).catch(() => undefined)
      if (ending.signal.aborted) return
      // A round can fail for reasons of its user's making, such as a pause; the next one tries again.
      await inTurn(() => beat(count)).catch((reason: unknown) =>
        console.error(`keeper: ${reason instanceof Error ? reason.message.split('\n')[0] : reason}`),
      )
    }
  }
  const running = run()
  return async () => {
    ending.abort()
    await running
  }
}
