import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hexToBytes } from 'viem'
import { expect, it } from 'vitest'
import { type Chain, startChains } from '../devnet/chains'
import { catchUp, findYear, keepYear } from '../devnet/keep-year'
import { mineSlots, readTime, slotSeconds } from '../devnet/time'
import { offsetBeside } from './ports'

const offset = offsetBeside(0)

it('chains kept some slots ago go on from there, at the usual pace, up to now', async () => {
  const [lived, missed] = [4, 5]
  const now = Math.floor(Date.now() / 1000)
  const kept = await startChains(offset, now - (lived + missed) * slotSeconds)
  const folder = await mkdtemp(join(tmpdir(), 'abzu-year-'))
  const files = { l1: join(folder, 'l1.json'), l2: join(folder, 'l2.json') }
  for (const layer of ['l1', 'l2'] as const) {
    await mineSlots(kept[layer], now - (lived + missed - 1) * slotSeconds, lived)
    await writeFile(files[layer], gunzipSync(hexToBytes(await kept[layer].client.dumpState())))
    await kept[layer].stop()
  }
  const again = await startChains(offset, files)
  try {
    const end = await readTime(again.l2)
    await catchUp(again)
    expect(await again.l2.client.getBlockNumber()).toBe(BigInt(lived + missed))
    expect((await readTime(again.l2)) - end).toBe(missed * slotSeconds)
    expect(Math.abs((await readTime(again.l1)) - now)).toBeLessThan(slotSeconds)
  } finally {
    await Promise.all([again.l1.stop(), again.l2.stop(), rm(folder, { recursive: true })])
  }
})

it('of two that keep the same year at once, whole ones are left', async () => {
  const [seed, folder] = [1, await mkdtemp(join(tmpdir(), 'abzu-years-'))]
  const beginnings = [1_700_000_000, 1_710_000_000] as const
  const [first, second] = await Promise.all(beginnings.map((from, i) => startChains(offsetBeside(i), from)))
  if (!first || !second) throw new Error('There are not two pairs of chains')
  /** The second is written while the first is between its chains, and the first is done after it. */
  const dumpState: Chain['client']['dumpState'] = async () => {
    await keepYear(second, { onL1: {}, onL2: {} }, seed, folder)
    return first.l2.client.dumpState()
  }
  const slow = { ...first, l2: { ...first.l2, client: { ...first.l2.client, dumpState } } }
  try {
    await keepYear(slow, { onL1: {}, onL2: {} }, seed, folder)
  } finally {
    await Promise.all([first, second].flatMap(({ l1, l2 }) => [l1.stop(), l2.stop()]))
  }
  const found = await findYear(seed, folder)
  if (!found) throw new Error('No year was kept')
  const kept = await startChains(offset, found)
  const times = await Promise.all([kept.l1, kept.l2].map(({ client }) => client.getBlock({ blockNumber: 0n })))
  await Promise.all([kept.l1.stop(), kept.l2.stop(), rm(folder, { recursive: true })])
  expect(beginnings.map(BigInt)).toContain(times[0]?.timestamp)
  expect(times[1]?.timestamp).toBe(times[0]?.timestamp)
})
