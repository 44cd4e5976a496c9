import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hexToBytes } from 'viem'
import type { Chain } from './chains'
import type { NamedContracts } from './named-contracts'
import { mineSlots, readTime, slotSeconds } from './time'
import { rpc } from './transact'

/** A seeded year on disk: anvil's state files, and where the contracts are. */
export type KeptYear = { l1: string; l2: string; contracts: NamedContracts }

const usual = join(import.meta.dirname, '../../node_modules/.cache/abzu')
/** An older year is lived through again: the gap to now would be a time in which nothing happened. */
const oldestSeconds = 12 * 3600

const filesOf = (year: string) => ({
  l1: join(year, 'l1.json'),
  l2: join(year, 'l2.json'),
  contracts: join(year, 'contracts.json'),
})

/** Everything that decides what a year looks like: contracts, this folder's code, the seed. */
async function readKey(seed: number): Promise<string> {
  const names = (await readdir(import.meta.dirname, { recursive: true })).filter((name) => /\.(ts|sol)$/.test(name))
  const hash = createHash('sha256').update(String(seed))
  for (const name of [...names, '../../package-lock.json'].sort())
    hash.update(name).update(await readFile(join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 32)
}

/** Infinite when it has gone. */
const ageSeconds = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => (Date.now() - mtimeMs) / 1000,
    () => Number.POSITIVE_INFINITY,
  )

/** Paths of what was kept, the newest first. */
async function listKept(folder: string, prefix: string): Promise<{ path: string; age: number }[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix))
  const paths = names.map((name) => join(folder, name))
  const aged = await Promise.all(paths.map(async (path) => ({ path, age: await ageSeconds(path) })))
  return aged.sort((a, b) => a.age - b.age)
}

/** Throws away years that are too old or were never written to their end, and all but the newest three: each takes thirty megabytes. */
async function clearOldYears(folder: string): Promise<void> {
  const [years, unfinished] = await Promise.all([listKept(folder, 'year-'), listKept(folder, 'writing-')])
  const old = [...years.slice(3), ...[...years, ...unfinished].filter(({ age }) => age > oldestSeconds)]
  for (const { path } of old) await rm(path, { recursive: true, force: true })
}

/**
 * Keeps both chains as they are for later starts. Two processes may live through the same year at once, each with a beginning of
 * its own: a year is a folder, written aside and renamed, so that nobody finds the one's L1 beside the other's L2.
 */
export async function keepYear(
  chains: { l1: Chain; l2: Chain },
  contracts: NamedContracts,
  seed: number,
  folder = usual,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const aside = await mkdtemp(join(folder, 'writing-'))
  for (const layer of ['l1', 'l2'] as const)
    await writeFile(filesOf(aside)[layer], gunzipSync(hexToBytes(await chains[layer].client.dumpState())))
  await writeFile(filesOf(aside).contracts, JSON.stringify(contracts))
  await rename(aside, join(folder, `year-${await readKey(seed)}-${aside.slice(-6)}`))
  await clearOldYears(folder)
}

/** The newest year of this seed, if one was kept and is young enough. */
export async function findYear(seed: number, folder = usual): Promise<KeptYear | undefined> {
  const [newest] = await listKept(folder, `year-${await readKey(seed)}-`)
  if (!newest || newest.age > oldestSeconds) return undefined
  const { l1, l2, contracts } = filesOf(newest.path)
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
