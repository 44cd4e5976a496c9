import { buildApp, freePort, startApp } from '../e2e/serve'
import { appEnvironment } from './app-environment'
import { onSignal } from './on-signal'
import { readPortOffset } from './port-offset'
import { startDevnet } from './start-devnet'

/** The devnet and the built app, served; runs until a signal ends it. */
async function run(): Promise<void> {
  const offset = readPortOffset()
  const port = Number(process.env.PORT ?? 3000)
  if ((await freePort(port)) !== port)
    throw new Error(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm run demo`)
  const endings: (() => Promise<void>)[] = []
  onSignal(async () => {
    console.log('Stopping the app and both chains…')
    for (const each of endings.splice(0).reverse()) await each()
  })
  const started = Date.now()
  console.log(
    'Starting two chains with a year of history, and building the app. This takes a minute or two the first time…',
  )
  const environment = appEnvironment(offset)
  const starting = startDevnet({ offset, auto: true }).then((devnet) => endings.push(devnet.stop))
  await Promise.all([starting, buildApp(environment)])
  const app = await startApp(environment, port)
  endings.push(app.stop)
  console.log(`
  Abzu is ready after ${Math.round((Date.now() - started) / 1000)} s:  ${app.url}

  Connect wallet, then "Demo account": it holds invented METIS, nothing is real.
  About eight hours pass on the chains per minute. Ctrl-C ends everything.
`)
}

run().catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  // Whatever was started ends with this process.
  process.exit(1)
})
