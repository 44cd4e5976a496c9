import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** An undefined variable is not passed on. */
type Environment = Record<string, string | undefined>

const root = join(import.meta.dirname, '../..')

/** Runs a package's script with this Node; it ends with this process at the latest. */
export function launch(script: string, args: string[], environment: Environment): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  child.once('exit', () => process.off('exit', stop))
  return child
}

const next = (args: string[], environment: Environment): ChildProcess =>
  launch('next/dist/bin/next', args, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment })

/** Ends a child by its own id and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** What stands in a build's folder once all of it is there: Next's own marks come before its cache is written. */
export const builtMark = (folder: string): string => join(folder, 'built')

/** `next build` into NEXT_DIST_DIR of the environment given; the app unless another folder is named. */
export async function buildApp(environment: Environment, folder = '.'): Promise<void> {
  const build = next(['build', folder], environment)
  const [code] = await once(build, 'exit')
  if (code !== 0) throw new Error(`next build ended with ${code}`)
  await writeFile(builtMark(join(root, folder, environment.NEXT_DIST_DIR ?? '.next')), '')
}

const isFree = (port: number) =>
  new Promise<boolean>((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen(port, () => server.close(() => answer(true)))
  })

/** The first free port from `port` on. */
export const freePort = async (port: number): Promise<number> => ((await isFree(port)) ? port : freePort(port + 1))

async function answers(url: string, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`next start ended with ${child.exitCode}`)
  const up = await fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  )
  if (up) return
  await delay(100)
  return answers(url, child)
}

/** Where the ports of apps under test begin: a run with chains of its own has hundreds of its own. */
const firstPort = 3100 + (Number(process.env.DEVNET_PORT_OFFSET ?? 0) % 1000) * 5

/** `next start` on the first free port from `from` on; resolves when it answers. */
export async function startApp(
  environment: Environment,
  from = firstPort,
  folder = '.',
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const port = await freePort(from)
  const server = next(['start', folder, '-p', String(port), '-H', '127.0.0.1'], environment)
  const url = `http://127.0.0.1:${port}`
  await answers(`${url}/robots.txt`, server).catch(async (reason) => {
    await end(server)
    throw reason
  })
  return { url, pid: server.pid ?? 0, stop: () => end(server) }
}
