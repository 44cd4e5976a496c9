import type { Chain } from './chains'
import { rpc } from './transact'

/** Chain time between two blocks, on both chains. */
export const slotSeconds = 7200
export const slotsPerDay = 12
/** Blocks of a year at that pace. */
export const slotsPerYear = 4380

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** `20d`, `36h`, `90m`, `30s` to seconds. Throws on anything else and on more than a year. */
export function toSeconds(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text.trim()) ?? []
  const seconds = Number(count) * (units[unit] ?? Number.NaN)
  if (!(seconds > 0 && seconds <= 366 * 86_400))
    throw new Error(`"${text}" is not a time: write 20d, 36h, 90m or 30s, at most 366d`)
  return seconds
}

/** Mines `count` empty blocks, the first at `timestamp`, each later one a slot after the one before. */
export async function mineSlots(chain: Chain, timestamp: number, count: number): Promise<void> {
  if (count <= 0) return
  await rpc(chain, 'evm_setNextBlockTimestamp', [timestamp])
  await rpc(chain, 'anvil_mine', [count, slotSeconds])
}

/** Timestamp (unix seconds) of the newest block. */
export async function readTime(chain: Chain): Promise<number> {
  const { timestamp } = await chain.client.getBlock()
  return Number(timestamp)
}

/** Moves both chains by `seconds` from the later of the two, in blocks at the usual pace; they end at one moment, returned. */
export async function advance(chains: { l1: Chain; l2: Chain }, seconds: number): Promise<number> {
  const from = Math.max(await readTime(chains.l1), await readTime(chains.l2))
  const whole = Math.floor(seconds / slotSeconds)
  const rest = seconds - whole * slotSeconds
  await Promise.all(
    [chains.l1, chains.l2].map(async (chain) => {
      // Anvil adds the time that mining itself takes; a last block of its own ends both chains at the same second.
      await mineSlots(chain, from + slotSeconds, rest > 0 ? whole : whole - 1)
      await rpc(chain, 'evm_mine', [{ timestamp: from + seconds }])
    }),
  )
  return from + seconds
}

/** Lets chain time go on from the wall clock's: mining with given timestamps leaves it behind by as long as the mining took. */
export async function followClock(chains: { l1: Chain; l2: Chain }): Promise<void> {
  for (const chain of [chains.l1, chains.l2]) {
    const now = Math.floor(Date.now() / 1000)
    if (now > (await readTime(chain))) await rpc(chain, 'evm_setTime', [now])
  }
}
