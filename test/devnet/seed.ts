import { planArtemis } from './artemis-life'
import { planCrowd, sendGifts } from './crowd-life'
import type { World } from './deploy'
import { planEnki, planNews } from './enki-life'
import { planGovernance } from './governance-life'
import { planPool } from './pool-life'
import { createRandom } from './random'
import { slotsPerYear } from './time'
import { createTimeline } from './timeline'
import { rpc } from './transact'

/**
 * Lives through a year: every event in one of the blocks that come every two hours of chain time, so blocks are as regular as on a
 * real chain. Only `seed` decides what happens; real time enters through `genesis` (unix seconds) alone.
 * `onMined` may look at each block while its state is there.
 */
export async function seedYear(
  world: World,
  genesis: number,
  seed: number,
  onMined?: () => Promise<void>,
): Promise<void> {
  const { l1, l2 } = world
  for (const chain of [l1, l2]) await rpc(chain, 'evm_setAutomine', [false])
  const timeline = createTimeline({ l1, l2 }, genesis, onMined)
  planEnki(world, timeline, createRandom(seed), slotsPerYear - 8)
  planPool(world, timeline, slotsPerYear - 3)
  planCrowd(world, timeline, createRandom(seed + 1_000_003), slotsPerYear - 10)
  planArtemis(world, timeline)
  planGovernance(world, timeline)
  planNews(world, timeline)
  timeline.at('l2', slotsPerYear - 2, () => sendGifts(world))
  await timeline.run(slotsPerYear)
  for (const chain of [l1, l2]) {
    await rpc(chain, 'evm_setAutomine', [true])
    await rpc(chain, 'anvil_autoImpersonateAccount', [false])
  }
}
