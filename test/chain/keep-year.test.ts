import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hexToBytes } from 'viem'
import { expect, it } from 'vitest'
import { startChains } from '../devnet/chains'
import { catchUp } from '../devnet/keep-year'
import { mineSlots, readTime, slotSeconds } from '../devnet/time'

/** Beside the ports of the chains that all tests share. */
const offset = Number(process.env.DEVNET_PORT_OFFSET ?? 600) + 700

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
