import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hexToBytes } from 'viem'
import type { Chain } from './chains'
import type { World } from './deploy'
import { type NamedContracts, nameContracts } from './named-contracts'
import { mineSlots, readTime, slotSeconds } from './time'
import { rpc } from './transact'

/** A seeded year on disk: anvil's state files, and where the contracts are. */
export type KeptYear = { l1: string; l2: string; contracts: NamedContracts }

const folder = join(import.meta.dirname, '../../node_modules/.cache/abzu')
/** An older year is lived through again: the gap to now would be a time in which nothing happened. */
const oldestSeconds = 12 * 3600

/** Everything that decides what a year looks like: contracts, this folder's code, the seed. */
async function readKey(seed: number): Promise<string> {
  const names = (await readdir(import.meta.dirname, { recursive: true })).filter((name) => /\.(ts|sol)$/.test(name))
  const hash = createHash('sha256').update(String(seed))
  for (const name of [...names, '../../package-lock.json'].sort())
    hash.update(name).update(await readFile(join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 32)
}

/** Infinite when the file has gone. */
const ageSeconds = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => (Date.now() - mtimeMs) / 1000,
    () => Number.POSITIVE_INFINITY,
  )

const filesOf = (path: string) => ({ l1: `${path}-l1.json`, l2: `${path}-l2.json`, contracts: `${path}.json` })

/** Written aside and renamed: a second process never reads half a file. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.${process.pid}`, content)
  await rename(`${path}.${process.pid}`, path)
}

/** Throws away years that are too old and all but the newest three: each takes thirty megabytes. */
async function clearOldYears(): Promise<void> {
  const paths = (await readdir(folder)).flatMap((name) => {
    const [, year] = /^(year-[0-9a-f]+)\.json$/.exec(name) ?? []
    return year ? [join(folder, year)] : []
  })
  const aged = await Promise.all(paths.map(async (path) => ({ path, age: await ageSeconds(filesOf(path).contracts) })))
  const old = aged.sort((a, b) => a.age - b.age).filter(({ age }, i) => i >= 3 || age > oldestSeconds)
  for (const { path } of old) for (const file of Object.values(filesOf(path))) await rm(file, { force: true })
}

/** Keeps both chains as they are for later starts. */
export async function keepYear(world: World, seed: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = filesOf(join(folder, `year-${await readKey(seed)}`))
  for (const layer of ['l1', 'l2'] as const)
    await put(files[layer], gunzipSync(hexToBytes(await world[layer].client.dumpState())))
  // Last: without it there is no year.
  await put(files.contracts, JSON.stringify(nameContracts(world)))
  await clearOldYears()
}

/** The year of this seed, if it was kept and is young enough. */
export async function findYear(seed: number): Promise<KeptYear | undefined> {
  const { l1, l2, contracts } = filesOf(join(folder, `year-${await readKey(seed)}`))
  if ((await ageSeconds(contracts)) > oldestSeconds) return undefined
  return { l1, l2, contracts: JSON.parse(await readFile(contracts, 'utf8')) }
}

/** Brings chains that were started with a kept year up to now, in blocks at the usual pace. */
export async function catchUp(chains: { l1: Chain; l2: Chain }): Promise<void> {
  for (const chain of [chains.l1, chains.l2]) {
    const end = await readTime(chain)
    // With a state that it loaded, anvil goes by the wall clock and refuses any earlier block until it is set back.
    await rpc(chain, 'evm_setTime', [end])
    await mineSlots(chain, end + slotSeconds, Math.floor((Date.now() / 1000 - end) / slotSeconds))
  }
}
