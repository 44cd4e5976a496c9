import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** What stands for the `redis` package: its client's calls that the handler makes, in memory. */
const standIn = `
export const kept = new Map()
export const down = { now: false }
const answer = async (value) => { if (down.now) throw new Error('ECONNREFUSED'); return value() }
const client = {
  get: (key) => answer(() => kept.get(key) ?? null),
  set: (key, text) => answer(() => { kept.set(key, text); return 'OK' }),
}
export const createClient = () => ({ connect: async () => client })
`

type Kind = { kind: string }
type Handler = {
  get(key: string, context: Kind): Promise<{ value: unknown; lastModified: number } | null>
  set(key: string, value: Kind | null, context: object): Promise<void>
}

let folder: string
let create: new () => Handler
let redis: { kept: Map<string, string>; down: { now: boolean } }

// The documented file as it is, with a package of that name beside it.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redis-'))
  const beside = join(folder, 'node_modules/redis')
  await mkdir(beside, { recursive: true })
  await writeFile(join(beside, 'package.json'), '{ "name": "redis", "type": "module", "exports": "./index.js" }')
  await writeFile(join(beside, 'index.js'), standIn)
  const file = join(folder, 'redis-cache-handler.mjs')
  await cp(join(import.meta.dirname, '../docs/redis-cache-handler.mjs'), file)
  const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(path).href)
  redis = await load(join(beside, 'index.js'))
  create = (await load(file)).default
})

beforeEach(() => {
  redis.kept.clear()
  redis.down.now = false
})

afterAll(() => rm(folder, { recursive: true }))

const range = {
  kind: 'FETCH',
  data: { headers: {}, body: JSON.stringify('[{"block":"12n"}]'), status: 200, url: '' },
  revalidate: 31_536_000,
}

test('what one server has kept, another gets as it was', async () => {
  await new create().set('a', range, { fetchCache: true })
  const found = await new create().get('a', { kind: 'FETCH' })
  expect(found?.value).toEqual(range)
  expect(found?.lastModified).toBeLessThanOrEqual(Date.now())
  expect(await new create().get('b', { kind: 'FETCH' })).toBeNull()
})

test('what was built beforehand is neither stored nor looked for', async () => {
  const icon = { kind: 'APP_ROUTE', body: Buffer.from('<svg/>'), headers: {}, status: 200 }
  const handler = new create()
  await handler.set('/icon.svg', icon, {})
  await handler.set('/gone', null, {})
  expect(redis.kept.size).toBe(0)
  redis.kept.set('abzu:/icon.svg', JSON.stringify({ value: icon, lastModified: 0 }))
  expect(await handler.get('/icon.svg', { kind: 'APP_ROUTE' })).toBeNull()
})

test('without its Redis, everything is only read again', async () => {
  const handler = new create()
  redis.down.now = true
  await handler.set('a', range, { fetchCache: true })
  expect(await handler.get('a', { kind: 'FETCH' })).toBeNull()
})
