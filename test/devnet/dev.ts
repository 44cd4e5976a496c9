import { once } from 'node:events'
import { end, launch } from '../e2e/serve'
import { appEnvironment } from './app-environment'
import { onSignal } from './on-signal'
import { readPortOffset } from './port-offset'
import { startDevnet } from './start-devnet'

/** The devnet, and the app in development mode against it; what is given on the command line goes to `next dev`. */
async function run(args: readonly string[]): Promise<number> {
  const offset = readPortOffset()
  const endings: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of endings.splice(0).reverse()) await each()
  }
  onSignal(stop)
  console.log('Starting the devnet…')
  const devnet = await startDevnet({ offset, auto: true })
  endings.push(devnet.stop)
  console.log(`Devnet: L2 ${devnet.l2Url}, L1 ${devnet.l1Url}, control ${devnet.controlUrl}`)
  const environment = { NEXT_TELEMETRY_DISABLED: '1', ...appEnvironment(offset) }
  const app = launch('next/dist/bin/next', ['dev', ...args], environment)
  endings.push(() => end(app))
  const [code] = await once(app, 'exit')
  await stop()
  return typeof code === 'number' ? code : 1
}

process.exitCode = await run(process.argv.slice(2)).catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  return 1
})
