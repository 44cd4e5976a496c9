import { basePorts } from './chains'
import { onSignal } from './on-signal'
import { readPortOffset } from './port-offset'
import { startDevnet } from './start-devnet'

const usage = `npm run devnet                    starts both chains (--manual: time moves only when told; --seed=2: another year)
npm run devnet -- advance 20d     moves both chains of a running devnet (d, h, m, s)
npm run devnet -- reward          one round of rewards
npm run devnet -- reset           back to the end of the seeded year`

const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')

type Answer = { error?: string; time?: number; totalAssets?: string }

/** Tells a running devnet what to do; the process's exit code. */
async function tell(path: string): Promise<number> {
  const url = `http://127.0.0.1:${basePorts.control + readPortOffset()}${path}`
  const response = await fetch(url, { method: 'POST' }).catch(() => undefined)
  if (!response) {
    console.error('No devnet is running here. Start one with: npm run devnet')
    return 1
  }
  const { error, time, totalAssets } = (await response.json()) as Answer
  if (error) console.error(error)
  else if (time && totalAssets)
    console.log(
      `It is ${day(time)} UTC on both chains; the vault holds ${(Number(totalAssets) / 1e18).toFixed(4)} eMetis.`,
    )
  return error ? 1 : 0
}

async function run(auto: boolean, seed: number): Promise<void> {
  const started = Date.now()
  console.log('Starting two chains and living through a year of history…')
  let stop = async () => {}
  onSignal(() => stop())
  const devnet = await startDevnet({ offset: readPortOffset(), auto, seed })
  stop = () => {
    console.log('Stopping both chains…')
    return devnet.stop()
  }
  console.log(`Ready after ${((Date.now() - started) / 1000).toFixed(1)} s.
  L2, Metis devnet     ${devnet.l2Url}
  L1, Ethereum devnet  ${devnet.l1Url}
  control              ${devnet.controlUrl}
${auto ? 'About eight hours of chain time pass per minute, with a round of rewards.' : 'Time moves only when told.'} Ctrl-C ends both chains.`)
}

async function main(words: readonly string[]): Promise<number> {
  const [command, time] = words.filter((word) => !word.startsWith('--'))
  const seed = Number(words.find((word) => word.startsWith('--seed='))?.slice(7) ?? 1)
  if (!Number.isSafeInteger(seed)) throw new Error('A seed is a whole number: --seed=2')
  if (command === undefined) await run(!words.includes('--manual'), seed)
  else if (command === 'advance' && time) return tell(`/advance?for=${encodeURIComponent(time)}`)
  else if (command === 'reward' || command === 'reset') return tell(`/${command}`)
  else {
    console.error(usage)
    return 1
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2)).catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  return 1
})
