import { spawn } from 'node:child_process'
import { access, cp, rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { startDevnet } from './devnet/start-devnet'
import { builtMark } from './e2e/serve'

type Run = { script: string; args?: string[]; environment?: Record<string, string>; speaks?: boolean }
/** What became of a script: its exit code, and all that it printed. */
type Ended = { name: string; code: number; printed: string }

/** Runs one of the project's scripts. What it prints is kept until it has ended, unless it is the one that may speak. */
const run = ({ script, args = [], environment, speaks = false }: Run): Promise<Ended> =>
  new Promise((resolve) => {
    const name = ['npm run', script, ...args].join(' ')
    const child = spawn('npm', ['run', script, '--', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        if (speaks) process.stdout.write(text)
      })
    child.on('error', (reason) => {
      printed += reason.message
    })
    child.on('close', (code) => {
      if (!speaks) process.stdout.write(printed)
      console.log(`${name} ended with ${code}`)
      resolve({ name, code: code ?? 1, printed })
    })
  })

/** Where only the end of what is printed is kept, it has to be the end of what failed. */
function sayAgain({ name, printed }: Ended): void {
  const last = printed.trimEnd().split('\n').slice(-60)
  console.log([`\n${name} FAILED. The last it said:`, ...last.map((line) => line.slice(0, 300))].join('\n'))
}

/** Lives through the seeded year, so that the chains of all tests begin with the same one. */
const liveYear = async () => (await startDevnet({ offset: 600 })).stop()

const folders = ['.next-e2e', '.next-e2e-beside'] as const

/** Waits until the first lane has built the app, and gives the second what its build can take over. */
async function handOver(first: Promise<Ended>): Promise<void> {
  const [from, to] = folders
  const isBuilt = () =>
    access(builtMark(from)).then(
      () => true,
      () => false,
    )
  let isOver = false
  first.then(() => {
    isOver = true
  })
  while (!isOver && !(await isBuilt())) await delay(500)
  await cp(`${from}/cache/turbopack`, `${to}/cache/turbopack`, { recursive: true, force: true }).catch(() => {})
}

/** Each lane has chains and ports of its own; two of the three wait often enough for two processors. */
async function test(): Promise<Ended[]> {
  const [check] = await Promise.all([run({ script: 'check', speaks: true }), liveYear()])
  if (check.code !== 0) return [check]
  await rm(builtMark(folders[0]), { force: true })
  // The browser's tests by their names' first letter: the halves take about as long.
  const first = run({ script: 'e2e', args: ['e2e/[a-o]'], speaks: true })
  const beside = { DEVNET_PORT_OFFSET: '1200', NEXT_DIST_DIR: folders[1] }
  const second = handOver(first).then(() => run({ script: 'e2e', args: ['e2e/[p-z]'], environment: beside }))
  return Promise.all([first, second, run({ script: 'chain' })])
}

const failed = (await test()).filter(({ code }) => code !== 0)
for (const each of failed) sayAgain(each)
process.exitCode = failed.length > 0 ? 1 : 0
