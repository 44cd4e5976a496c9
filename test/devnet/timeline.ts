import type { Chain } from './chains'
import { mineSlots, slotSeconds } from './time'
import { mineBlock } from './transact'

/** Something that sends transactions; they are mined together when all jobs of the slot have run. */
export type Job = (moment: { slot: number; timestamp: number }) => Promise<void>
export type Layer = 'l1' | 'l2'

/** A plan of what happens in which slot (a block every two hours, on both chains), and the means to carry it out. */
export type Timeline = {
  at(layer: Layer, slot: number, job: Job): void
  every(layer: Layer, period: number, first: number, job: Job): void
  /** Runs on the other layer in every slot in which this one has done something. */
  after(layer: Layer, job: Job): void
  run(slots: number): Promise<void>
}

/**
 * Within a slot L1 is mined before L2, so L2 can hear of it at once. Slot 0 is the genesis block's time.
 * `onMined` hears of every block, at the latest a few dozen blocks later, while the chain still has its state.
 */
export function createTimeline(chains: Record<Layer, Chain>, genesis: number, onMined?: () => Promise<void>): Timeline {
  const plans: Record<Layer, Map<number, Job[]>> = { l1: new Map(), l2: new Map() }
  const mined: Record<Layer, number> = { l1: 0, l2: 0 }
  const cycles: { layer: Layer; period: number; first: number; job: Job }[] = []
  const echoes: Partial<Record<Layer, Job>> = {}
  const timeOf = (slot: number) => genesis + slot * slotSeconds

  const at = (layer: Layer, slot: number, job: Job) => {
    const jobs = plans[layer].get(slot)
    if (jobs) jobs.push(job)
    else plans[layer].set(slot, [job])
  }

  const skipTo = async (layer: Layer, slot: number) => {
    await mineSlots(chains[layer], timeOf(mined[layer] + 1), slot - mined[layer])
    mined[layer] = slot
  }

  const runSlot = async (layer: Layer, slot: number) => {
    const jobs = plans[layer].get(slot)
    if (!jobs) return
    if (echoes[layer]) at(layer === 'l1' ? 'l2' : 'l1', slot, echoes[layer])
    await skipTo(layer, slot - 1)
    // A job may add to the slot it runs in.
    for (const job of jobs) await job({ slot, timestamp: timeOf(slot) })
    // A slot without transactions is mined together with its neighbours.
    if (chains[layer].waiting.size === 0) return
    await mineBlock(chains[layer], timeOf(slot))
    mined[layer] = slot
  }

  return {
    at,
    every: (layer, period, first, job) => cycles.push({ layer, period, first, job }),
    after: (layer, job) => {
      echoes[layer] = job
    },
    run: async (slots) => {
      for (const { layer, period, first, job } of cycles)
        for (let slot = first; slot <= slots; slot += period) at(layer, slot, job)
      for (let slot = 1; slot <= slots; slot++) {
        await runSlot('l1', slot)
        await runSlot('l2', slot)
        await onMined?.()
      }
      await Promise.all([skipTo('l1', slots), skipTo('l2', slots)])
      await onMined?.()
    },
  }
}
