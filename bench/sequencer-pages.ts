import { setTimeout as delay } from 'node:timers/promises'
import type { World } from '../test/devnet/deploy'
import { gzipKb, scriptAt, scriptsOf } from './first-load'
import type { FreshServer } from './fresh-server'
import { lockMany } from './lock-many'

/** `requests`: to build the page, and what it goes on reading meanwhile; `kb`: its HTML, gzipped. */
type PoolCost = { sequencers: number; requests: number; kb: number }

const sizes = [10, 100, 1_000]

/** Until no request has come for a second. */
async function quiet(app: FreshServer): Promise<void> {
  const before = app.requests()
  await delay(1_000)
  if (app.requests() !== before) return quiet(app)
}

async function costOf(app: FreshServer, sequencers: number): Promise<PoolCost> {
  const view = async () => {
    const response = await fetch(`${app.url}/en/sequencers`)
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
    return response.text()
  }
  await view()
  await quiet(app)
  const requests = app.requests()
  const html = await view()
  if (!html.includes(`of ${sequencers} ever opened`))
    throw new Error(`the page knows nothing of ${sequencers} sequencers`)
  return { sequencers, requests, kb: gzipKb(new TextEncoder().encode(html)) }
}

/** What one view of the Sequencers page costs as the pool grows; the devnet is left as it was. */
export async function poolCosts(world: World, start: () => Promise<FreshServer>): Promise<PoolCost[]> {
  const { client } = world.l1
  const id = await client.snapshot()
  const costs: PoolCost[] = []
  for (const sequencers of sizes) {
    await lockMany(world, sequencers)
    const app = await start()
    costs.push(await costOf(app, sequencers).finally(app.stop))
  }
  await client.revert({ id })
  return costs
}

const others = ['', '/stake', '/redeem', '/rewards', '/contracts', '/sequencers/5']
/** Under this name the one interactive part keeps what was typed. */
const mark = 'abzu.what-if'

/** kB of the scripts that the Sequencers page asks for and no other page does: with the what-if form in them, and without. */
export async function ownScripts(app: string): Promise<{ table: number; whatIf: number }> {
  const page = `${app}/en/sequencers`
  const shared = new Set((await Promise.all(others.map((path) => scriptsOf(`${app}/en${path}`)))).flat())
  const own = (await scriptsOf(page)).filter((source) => !shared.has(source))
  const sums = { table: 0, whatIf: 0 }
  for (const source of own) {
    const script = await scriptAt(source, page)
    sums[new TextDecoder().decode(script).includes(mark) ? 'whatIf' : 'table'] += gzipKb(script)
  }
  if (sums.whatIf === 0) throw new Error('the what-if form was not found: nothing was measured')
  return sums
}
