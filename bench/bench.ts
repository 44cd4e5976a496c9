import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stakers } from '../test/devnet/accounts'
import { appEnvironment } from '../test/devnet/app-environment'
import { basePorts } from '../test/devnet/chains'
import type { World } from '../test/devnet/deploy'
import { startDevnet } from '../test/devnet/start-devnet'
import { buildApp, startApp } from '../test/e2e/serve'
import { devnetSeconds } from './devnet-start'
import { firstLoadKb } from './first-load'
import { startFreshServer } from './fresh-server'
import { underLoad } from './load'
import { countRequests } from './page-requests'
import { viewPage } from './page-views'
import { drawingTime, pastTimes } from './past'
import { twoVisits } from './second-visit'
import { ownScripts, poolCosts } from './sequencer-pages'
import { ticketSearches } from './ticket-search'

type Result = { what: string; value: number; budget: number | null; unit: string }

/** Ports of its own, so that a devnet in use is left alone; another offset lets two checkouts test at once. */
const offset = Number(process.env.DEVNET_PORT_OFFSET ?? 1000)
const environment = { ...appEnvironment(offset), NEXT_DIST_DIR: '.next-e2e' }
const l2Url = `http://127.0.0.1:${basePorts.l2 + offset}`
const l1Url = `http://127.0.0.1:${basePorts.l1 + offset}`

const routes = [
  { name: 'Overview', path: '/en', kb: 150, requests: 0 },
  { name: 'Stake', path: '/en/stake', kb: 165, requests: 1 },
  { name: 'Redeem', path: '/en/redeem', kb: 175, requests: 1 },
  { name: 'Rewards', path: '/en/rewards', kb: 175, requests: 0 },
  { name: 'Sequencers', path: '/en/sequencers', kb: 175, requests: 0 },
  { name: 'Contracts', path: '/en/contracts', kb: 150, requests: 0 },
]

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
    { what: `${what}: memory of the server after`, value: found.afterMb, budget: 1_024, unit: 'MB' },
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
  return [
    { what: 'Rewards of an account, first visit: requests to the L2 RPC', value: first.all, budget: null, unit: '' },
    { what: 'Rewards of an account, second visit: requests to the L2 RPC', value: second.all, budget: 2, unit: '' },
    { what: 'Rewards of an account, second visit: of these for its history', value: second.logs, budget: 1, unit: '' },
    ...times.flatMap(({ count, history, rewards }) => [
      { what: `History of ${count.toLocaleString('en')} events`, value: history, budget: null, unit: 'ms' },
      { what: `Rewards from ${count.toLocaleString('en')} events`, value: rewards, budget: null, unit: 'ms' },
    ]),
    { what: 'A chart of 10,000 points', value: drawingTime(10_000), budget: null, unit: 'ms' },
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

async function measure(): Promise<Result[]> {
  const started = await starts()
  const devnet = await startDevnet({ offset })
  try {
    await buildApp(environment)
    const app = await startApp(environment)
    const shown = await Promise.all([bytes(app.url), ownBytes(app.url), requests(app.url), past(app.url)]).finally(
      app.stop,
    )
    return [
      ...shown.flat(),
      ...(await views()),
      ...(await load()),
      ...(await pool(devnet.world)),
      ...(await tickets(devnet.world)),
      ...started,
    ]
  } finally {
    await devnet.stop()
  }
}

const isBroken = ({ value, budget }: Result) => budget !== null && !(value <= budget)

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

function report(results: readonly Result[]): void {
  const figures = results.map((result) => ({ ...result, value: Math.round(result.value * 10) / 10 }))
  console.table(figures.map((figure) => ({ ...figure, verdict: isBroken(figure) ? 'OVER BUDGET' : 'ok' })))
  writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(figures, null, 2)}\n`)
  process.exitCode = results.some(isBroken) ? 1 : 0
}

measure().then(report, (reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
})
