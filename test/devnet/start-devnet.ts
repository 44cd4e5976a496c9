import { type Address, parseEther } from 'viem'
import { benefactor } from './accounts'
import { basePorts, startChains } from './chains'
import { compile } from './compile'
import { type Controls, type Report, startControl } from './control'
import { deploy, type World } from './deploy'
import { startHeartbeat } from './heartbeat'
import { catchUp, findYear, keepYear } from './keep-year'
import { createKeeper, type Keeper } from './keeper'
import { nameContracts, toWorld } from './named-contracts'
import { seedYear } from './seed'
import { advance, followClock, readTime, slotSeconds, slotsPerYear, toSeconds } from './time'
import { execute, read } from './transact'

export type DevnetOptions = { offset?: number; auto?: boolean; seed?: number }

/** Two running chains with a year of history behind them. */
export type Devnet = Controls & {
  l1Url: string
  l2Url: string
  controlUrl: string
  world: World
  keeper: Keeper
  stop(): Promise<void>
}

/** One thing at a time: what moves the chains switches automine off and on. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const next = last.then(job, job)
    last = next.catch(() => undefined)
    return next
  }
}

/** Remembers the state of both chains, and goes back to it as often as asked. */
async function createReset(world: World): Promise<() => Promise<void>> {
  const { l1, l2 } = world
  const take = () => Promise.all([l1, l2].map((chain) => chain.client.snapshot()))
  let snapshots = await take()
  return async () => {
    for (const [i, chain] of [l1, l2].entries()) {
      const id = snapshots[i]
      if (id) await chain.client.revert({ id })
    }
    snapshots = await take()
    await followClock(world)
  }
}

async function give({ l1, l2, onL2 }: World, to: Address): Promise<void> {
  await execute({ from: benefactor, on: onL2.metis, fn: 'devnetMint', args: [to, parseEther('1000')] })
  for (const chain of [l1, l2]) {
    const value = (await chain.client.getBalance({ address: to })) + parseEther('10')
    await chain.client.setBalance({ address: to, value })
  }
}

/** Chains with a seeded year: the one that was kept, or a new one, lived through from the first block. */
async function startWorld(offset: number, seed: number): Promise<World> {
  const [artifacts, kept] = await Promise.all([compile(), findYear(seed)])
  const genesis = Math.floor(Date.now() / 1000) - slotsPerYear * slotSeconds
  const chains = await startChains(offset, kept ?? genesis)
  try {
    const world = kept ? toWorld(chains, artifacts, kept.contracts) : await deploy(chains, artifacts)
    if (kept) await catchUp(world)
    else {
      await seedYear(world, genesis, seed)
      await keepYear(world, nameContracts(world), seed)
    }
    await followClock(world)
    return world
  } catch (reason) {
    await Promise.all([chains.l1.stop(), chains.l2.stop()])
    throw reason
  }
}

/** Starts both chains, deploys, lives through the seeded year, and opens the control server. */
export async function startDevnet({ offset = 0, auto = false, seed = 1 }: DevnetOptions = {}): Promise<Devnet> {
  const world = await startWorld(offset, seed)
  const endings = [world.l1.stop, world.l2.stop]
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end()
  }
  try {
    const keeper = createKeeper(world)
    const reset = await createReset(world)
    const inTurn = createTurns()
    const report = async (): Promise<Report> => ({
      time: Math.max(await readTime(world.l1), await readTime(world.l2)),
      totalAssets: await read<bigint>(world.onL2.seMetis, 'totalAssets'),
    })
    const acting = (job: () => Promise<unknown>) =>
      inTurn(async () => {
        await job()
        return report()
      })
    const [l1Url, l2Url] = [world.l1.url, world.l2.url]
    const controls: Controls = {
      advance: (time: string) => acting(() => advance(world, toSeconds(time))),
      reward: () => acting(keeper.rewardRound),
      reset: () => acting(reset),
      faucet: (to: Address) => acting(() => give(world, to)),
      health: async () => ({ ready: true, ...(await report()), l1Url, l2Url, seed, auto }),
    }
    const control = await startControl(controls, basePorts.control + offset)
    endings.push(control.stop)
    if (auto) endings.push(startHeartbeat(world, keeper, inTurn))
    return { ...controls, l1Url, l2Url, controlUrl: control.url, world, keeper, stop }
  } catch (reason) {
    await stop()
    throw reason
  }
}
