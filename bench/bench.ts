import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { stakers } from '../test/devnet/accounts'
import { appEnvironment } from '../test/devnet/app-environment'
import { basePorts } from '../test/devnet/chains'
import type { World } from '../test/devnet/deploy'
import { startDevnet } from '../test/devnet/start-devnet'
import { buildApp, startApp } from '../test/e2e/serve'
import { devnetSeconds } from './devnet-start'
import { drawingTime } from './drawing'
import { firstLoadKb } from './first-load'
import { startFreshServer } from './fresh-server'
import { underLoad } from './load'
import { countRequests } from './page-requests'
import { type PageSpeed, pageSpeeds } from './page-speed'
import { viewPage } from './page-views'
import { pastTimes } from './past'
import { twoVisits } from './second-visit'
import { ownScripts, poolCosts } from './sequencer-pages'
import { writeSpeeds } from './speed-table'
import { ticketSearches } from './ticket-search'

/** `atLeast`: the budget is the least that will do, not the most. */
type Result = { what: string; value: number; budget: number | null; unit: string; atLeast?: true }

/** What can be measured by itself: `npm run bench -- speed`. */
const parts = ['starts', 'shown', 'speed', 'views', 'load', 'pool', 'tickets'] as const
type Part = (typeof parts)[number]

const resultsFile = join(import.meta.dirname, 'results.json')

/** Ports of its own, so that a devnet in use is left alone; another offset lets two checkouts test at once. */
const offset = Number(process.env.DEVNET_PORT_OFFSET ?? 1000)
const environment = { ...appEnvironment(offset), NEXT_DIST_DIR: '.next-e2e' }
const l2Url = `http://127.0.0.1:${basePorts.l2 + offset}`
const l1Url = `http://127.0.0.1:${basePorts.l1 + offset}`

/** `kb`: what the HTML asks for; `all`: whatever is loaded until the page is quiet. Forms load the wallet stack while nobody types yet. */
const routes = [
  { name: 'Overview', path: '/en', kb: 150, all: 235, requests: 0 },
  { name: 'Stake', path: '/en/stake', kb: 165, all: 490, requests: 1 },
  { name: 'Redeem', path: '/en/redeem', kb: 175, all: 495, requests: 1 },
  { name: 'Rewards', path: '/en/rewards', kb: 175, all: 255, requests: 0 },
  { name: 'Sequencers', path: '/en/sequencers', kb: 175, all: 250, requests: 0 },
  { name: 'A node', path: '/en/sequencers/5', kb: 175, all: 250, requests: 0 },
  { name: 'Contracts', path: '/en/contracts', kb: 150, all: 265, requests: 0 },
]

/** With the wallet stack, which a connected visitor needs on any page, none may weigh more (kB, all that is loaded). */
const connectedKb = 560

/** The page of RainbowKit's quick start, written anew and built with our packages: nothing of ours is in it. */
const quickStart = 'bench/quick-start'

async function bytes(app: string): Promise<Result[]> {
  const sizes = await Promise.all(routes.map(({ path }) => firstLoadKb(app + path)))
  return routes.map(({ name, kb }, i) => ({
    what: `${name}: first-load JavaScript, gzip`,
    value: sizes[i] ?? Number.NaN,
    budget: kb,
    unit: 'kB',
  }))
}

async function requests(app: string): Promise<Result[]> {
  const pages = routes.map(({ path }) => app + path)
  const counts = await countRequests(pages, [l2Url, l1Url, app])
  return routes.flatMap(({ name, requests: budget }, i) => {
    const [l2 = Number.NaN, l1 = Number.NaN, own = Number.NaN] = counts[i] ?? []
    return [
      { what: `${name}: requests from the browser to the L2 RPC`, value: l2, budget, unit: '' },
      { what: `${name}: requests from the browser to the L1 RPC`, value: l1, budget, unit: '' },
      { what: `${name}: requests from the browser to the app`, value: own, budget: null, unit: '' },
    ]
  })
}

/** RPC requests of a server that has just started, for so many views of one page. */
async function rpcRequests(path: string, views: number): Promise<number> {
  const app = await startFreshServer(environment, { l1Url, l2Url })
  try {
    await viewPage(app.url + path, views)
    // A page does not wait for all that it asks for.
    for (let before = -1; before !== app.requests(); await delay(2_000)) before = app.requests()
    return app.requests()
  } finally {
    await app.stop()
  }
}

async function views(): Promise<Result[]> {
  const results: Result[] = []
  for (const { name, path } of routes) {
    const one = await rpcRequests(path, 1)
    if (one === 0) throw new Error(`${path} was drawn without asking the RPC: nothing was measured`)
    const thousand = await rpcRequests(path, 1000)
    results.push({ what: `${name}: RPC requests of the server for 1 view`, value: one, budget: null, unit: '' })
    results.push({
      what: `${name}: RPC requests of the server for 1,000 views in one cache window`,
      value: thousand,
      budget: one,
      unit: '',
    })
  }
  return results
}

/** A crowd on every page while both RPCs are gone half of the time. */
async function load(): Promise<Result[]> {
  const found = await underLoad(environment, { l2: l2Url, l1: l1Url }, { clients: 200, seconds: 60, turnMs: 3_000 })
  const what = '200 clients for 60 s, RPCs down half of the time'
  for (const fault of new Set(found.faults)) console.error(fault)
  return [
    { what: `${what}: answers`, value: found.answers, budget: null, unit: '' },
    { what: `${what}: faults`, value: found.faults.length, budget: 0, unit: '' },
    { what: `${what}: RPC requests of the server`, value: found.requests, budget: found.bound, unit: '' },
    { what: `${what}: memory of the server before`, value: found.beforeMb, budget: null, unit: 'MB' },
    ...found.thirdsMb.map((value, i) => ({
      what: `${what}: memory of the server after ${((i + 1) * 60) / found.thirdsMb.length} s`,
      value,
      budget: 1_024,
      unit: 'MB',
    })),
    // It fills what it is given and stays there: what leaked would go on growing.
    { what: `${what}: growth of memory in the last third`, value: found.lastGrowthMb, budget: 100, unit: 'MB' },
  ]
}

async function starts(): Promise<Result[]> {
  const { cold, warm } = await devnetSeconds(offset)
  return [
    { what: 'Devnet, cold start', value: cold, budget: 90, unit: 's' },
    { what: 'Devnet, warm start', value: warm, budget: 15, unit: 's' },
  ]
}

async function tickets(world: World): Promise<Result[]> {
  const found = await ticketSearches(world)
  return found.flatMap(({ ids, logs, requests: value, seconds }) => {
    const what = `Tickets among ${ids.toLocaleString('en')} ids, ${logs ? 'with' : 'without'} logs`
    return [
      { what: `${what}: requests`, value, budget: null, unit: '' },
      { what: `${what}: time`, value: seconds * 1000, budget: null, unit: 'ms' },
    ]
  })
}

/** What the past costs: to compute, to draw, and to read in a browser that knows the account or does not. */
async function past(app: string): Promise<Result[]> {
  const { first, second } = await twoVisits(`${app}/en/rewards?account=${stakers[0]}`, l2Url)
  const times = pastTimes([100, 1_000, 10_000, 100_000])
  const [most, tenth] = [times.at(-1), times.at(-2)]
  return [
    { what: 'Rewards of an account, first visit: requests to the L2 RPC', value: first.all, budget: null, unit: '' },
    { what: 'Rewards of an account, second visit: requests to the L2 RPC', value: second.all, budget: 3, unit: '' },
    { what: 'Rewards of an account, second visit: of these for its history', value: second.logs, budget: 1, unit: '' },
    ...times.flatMap(({ count, history, rewards }) => [
      { what: `History of ${count.toLocaleString('en')} events`, value: history, budget: null, unit: 'ms' },
      { what: `Rewards from ${count.toLocaleString('en')} events`, value: rewards, budget: null, unit: 'ms' },
    ]),
    ...(['history', 'rewards'] as const).map((of) => ({
      what: `${of === 'history' ? 'History of' : 'Rewards from'} 100,000 events: times that of 10,000`,
      value: (most?.[of] ?? Number.NaN) / (tenth?.[of] ?? Number.NaN),
      // Ten times the events; what grows with their square would be a hundred.
      budget: 25,
      unit: '',
    })),
    { what: 'A chart of 10,000 points, in the browser', value: await drawingTime(10_000), budget: null, unit: 'ms' },
  ]
}

/** The Sequencers page as the pool grows, and the scripts that no other page asks for. */
async function pool(world: World): Promise<Result[]> {
  const costs = await poolCosts(world, () => startFreshServer(environment, { l1Url, l2Url }))
  return costs.flatMap(({ sequencers, requests: value, kb }) => {
    const what = `Sequencers with ${sequencers.toLocaleString('en')} of them`
    return [
      { what: `${what}: RPC requests of the server for 1 view`, value, budget: costs[0]?.requests ?? null, unit: '' },
      { what: `${what}: HTML, gzip`, value: kb, budget: null, unit: 'kB' },
    ]
  })
}

async function ownBytes(app: string): Promise<Result[]> {
  const { table, whatIf } = await ownScripts(app)
  return [
    { what: 'Sequencers: JavaScript of its own for tables and pictures, gzip', value: table, budget: 0, unit: 'kB' },
    { what: 'Sequencers: JavaScript of its own for "What if", gzip', value: whatIf, budget: 3, unit: 'kB' },
  ]
}

async function shown(app: string): Promise<Result[]> {
  const found = await Promise.all([bytes(app), ownBytes(app), requests(app), past(app)])
  return found.flat()
}

/** Times depend on the machine and have no budget; what does not, has. */
function toSpeedRows(name: string, speed: PageSpeed, kb: number | null): Result[] {
  const isOurs = kb !== null
  const full = isOurs ? ({ budget: 100, atLeast: true } as const) : { budget: null }
  return [
    { what: `${name}: bytes over the network`, value: speed.kb, budget: kb, unit: 'kB' },
    { what: `${name}: largest contentful paint`, value: speed.lcpMs, budget: null, unit: 'ms' },
    { what: `${name}: total blocking time`, value: speed.tbtMs, budget: null, unit: 'ms' },
    { what: `${name}: layout shift`, value: speed.cls, budget: isOurs ? 0.1 : null, unit: '' },
    { what: `${name}: performance`, value: speed.performance, budget: null, unit: 'of 100' },
    { what: `${name}: accessibility`, value: speed.accessibility, ...full, unit: 'of 100' },
    { what: `${name}: best practices`, value: speed.bestPractices, ...full, unit: 'of 100' },
    { what: `${name}: other hosts asked`, value: speed.outside.length, budget: isOurs ? 0 : null, unit: '' },
  ]
}

type Speeds = Record<string, PageSpeed>

/** Every page in one state. */
async function ownSpeeds(app: string, visitor: 'no wallet' | 'connected'): Promise<Speeds> {
  const pages = routes.map(({ path }) => app + path)
  const speeds = await pageSpeeds(pages, visitor)
  return Object.fromEntries(speeds.map((each, i) => [`${routes[i]?.name}, ${visitor}`, each]))
}

/** The page that RainbowKit's own introduction leads to, and its first-load JavaScript in kB. */
async function quickStartSpeed(): Promise<{ speed: PageSpeed; kb: number }> {
  await buildApp({}, quickStart)
  const page = await startApp({}, undefined, quickStart)
  try {
    const [found] = await pageSpeeds([page.url], 'no wallet')
    if (!found) throw new Error('The quick start was not measured')
    return { speed: found, kb: await firstLoadKb(page.url) }
  } finally {
    await page.stop()
  }
}

/** Pages by Lighthouse, as a table too: the rows here, and what they mean in docs/performance.md. */
async function speed(app: string): Promise<Result[]> {
  const visited = await ownSpeeds(app, 'no wallet')
  const connected = await ownSpeeds(app, 'connected')
  const start = await quickStartSpeed()
  const name = 'RainbowKit quick start'
  const beside: Speeds = { ...visited, ...connected, [name]: start.speed }
  console.table(beside)
  writeSpeeds(beside)
  return [
    ...Object.values(visited).flatMap((each, i) =>
      toSpeedRows(`${routes[i]?.name}, no wallet`, each, routes[i]?.all ?? Number.NaN),
    ),
    ...Object.entries(connected).flatMap(([page, each]) => toSpeedRows(page, each, connectedKb)),
    { what: `${name}: first-load JavaScript, gzip`, value: start.kb, budget: null, unit: 'kB' },
    ...toSpeedRows(name, start.speed, null),
  ]
}

async function measure(wanted: readonly Part[]): Promise<Result[]> {
  const only = async (part: Part, act: () => Promise<Result[]>) => (wanted.includes(part) ? act() : [])
  const started = await only('starts', starts)
  const devnet = await startDevnet({ offset })
  try {
    await buildApp(environment)
    const app = await startApp(environment)
    const served = async () => [
      ...(await only('shown', () => shown(app.url))),
      ...(await only('speed', () => speed(app.url))),
    ]
    return [
      ...(await served().finally(app.stop)),
      ...(await only('views', views)),
      ...(await only('load', load)),
      ...(await only('pool', () => pool(devnet.world))),
      ...(await only('tickets', () => tickets(devnet.world))),
      ...started,
    ]
  } finally {
    await devnet.stop()
  }
}

const isBroken = ({ value, budget, atLeast }: Result) =>
  budget !== null && !(atLeast ? value >= budget : value <= budget)

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

/** One decimal, but what is below one in thousandths. */
const round = (value: number) => Number(value.toFixed(Math.abs(value) < 1 ? 3 : 1))

/** What was measured now takes the place of what was measured before; a whole run leaves nothing else. */
function keep(figures: readonly Result[], isWhole: boolean): void {
  const before: Result[] = isWhole ? [] : JSON.parse(readFileSync(resultsFile, 'utf8'))
  const now = new Map(figures.map((figure) => [figure.what, figure]))
  const known = new Set(before.map(({ what }) => what))
  const all = [...before.map((old) => now.get(old.what) ?? old), ...figures.filter(({ what }) => !known.has(what))]
  writeFileSync(resultsFile, `${JSON.stringify(all, null, 2)}\n`)
}

function report(results: readonly Result[], isWhole: boolean): void {
  const figures = results.map((result) => ({ ...result, value: round(result.value) }))
  // By what was measured, not by what is left of it in a table.
  console.table(results.map((result, i) => ({ ...figures[i], verdict: isBroken(result) ? 'OVER BUDGET' : 'ok' })))
  keep(figures, isWhole)
  process.exitCode = results.some(isBroken) ? 1 : 0
}

async function run(asked: readonly string[]): Promise<void> {
  const strange = asked.filter((part) => !parts.some((known) => known === part))
  if (strange.length > 0) throw new Error(`There is no ${strange.join(', ')}: ${parts.join(', ')}, or nothing for all`)
  const wanted = asked.length === 0 ? parts : parts.filter((part) => asked.includes(part))
  report(await measure(wanted), asked.length === 0)
}

run(process.argv.slice(2)).catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
})
