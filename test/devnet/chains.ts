import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createTestClient, defineChain, http, publicActions, walletActions } from 'viem'
import { accountCount, mnemonic } from './accounts'
import { placed } from './addresses'

const require = createRequire(import.meta.url)

/** Ids and ports without the offset; the ids never move, so nothing signed here is valid on a real chain. */
export const basePorts = { l2: 31088, l1: 31001, control: 31080 } as const

const platforms: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' }

/** Anvil itself, not its launcher: a signal then reaches the right process. */
function findAnvil(): string {
  const name = `@foundry-rs/anvil-${process.platform}-${platforms[process.arch] ?? process.arch}`
  try {
    const file = process.platform === 'win32' ? 'anvil.exe' : 'anvil'
    return join(dirname(require.resolve(`${name}/package.json`)), 'bin', file)
  } catch {
    throw new Error(`There is no anvil for this machine (${name} is not installed): run npm ci`)
  }
}

const isTaken = (port: number) =>
  new Promise<boolean>((answer) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })

const names = { l1: 'Ethereum devnet', l2: 'Metis devnet' } as const
const coins = { l1: { name: 'Ether', symbol: 'ETH' }, l2: { name: 'Metis', symbol: 'METIS' } } as const

function createClient(layer: 'l1' | 'l2', url: string) {
  const chain = defineChain({
    id: basePorts[layer],
    name: names[layer],
    nativeCurrency: { ...coins[layer], decimals: 18 },
    rpcUrls: { default: { http: [url] } },
    contracts: { multicall3: { address: placed.multicall3 } },
  })
  const transport = http(url, { timeout: 120_000, retryCount: 0 })
  return createTestClient({ mode: 'anvil', chain, transport, pollingInterval: 20, cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions)
}

/** One of the two chains. `waiting` lists sent transactions whose receipts nobody has looked at yet. */
export type Chain = {
  url: string
  client: ReturnType<typeof createClient>
  waiting: Map<string, string>
  stop(): Promise<void>
}

/** A chain that is running already and that somebody else ends. */
export const connectChain = (layer: 'l1' | 'l2', url: string): Chain => ({
  url,
  client: createClient(layer, url),
  waiting: new Map(),
  stop: async () => {},
})

/** A moment of chain time (unix seconds) for empty chains, or the files with the state to go on from. */
type Beginning = number | { l1: string; l2: string }

async function untilReady(child: ChildProcess, client: Chain['client'], errors: () => string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (child.exitCode !== null) throw new Error(`anvil ended with ${child.exitCode}: ${errors()}`)
    const id = await client.getChainId().catch(() => undefined)
    if (id !== undefined) return
    await delay(25)
  }
  throw new Error('anvil did not answer within 10 seconds')
}

async function startChain(layer: 'l1' | 'l2', offset: number, from: Beginning): Promise<Chain> {
  const port = basePorts[layer] + offset
  if (await isTaken(port)) throw new Error(`Port ${port} is taken. Is another devnet running?`)
  const settings = {
    port,
    'chain-id': basePorts[layer],
    hardfork: 'shanghai',
    mnemonic,
    accounts: accountCount,
    ...(typeof from === 'number' ? { timestamp: from } : { 'load-state': from[layer] }),
    order: 'fifo',
    'gas-limit': 1_000_000_000,
    // States of older blocks are dropped: keeping them makes mining a year four times slower. Blocks and logs stay.
    'prune-history': 64,
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(findAnvil(), [...args, '--silent'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (text: Buffer) => {
    errors = (errors + text).slice(-2000)
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const chain = connectChain(layer, `http://127.0.0.1:${port}`)
  const stop = async () => {
    process.off('exit', kill)
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  await untilReady(child, chain.client, () => errors).catch(async (reason: unknown) => {
    await stop()
    throw reason
  })
  return { ...chain, stop }
}

export async function startChains(offset: number, from: Beginning): Promise<{ l1: Chain; l2: Chain }> {
  const [l1, l2] = await Promise.allSettled([startChain('l1', offset, from), startChain('l2', offset, from)])
  if (l1.status === 'fulfilled' && l2.status === 'fulfilled') return { l1: l1.value, l2: l2.value }
  for (const chain of [l1, l2]) if (chain.status === 'fulfilled') await chain.value.stop()
  throw l1.status === 'rejected' ? l1.reason : (l2 as PromiseRejectedResult).reason
}
