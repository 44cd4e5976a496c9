import { spawn } from 'node:child_process'

type Run = { script: string; args?: string[]; environment?: Record<string, string>; speaks?: boolean }

/** Runs one of the project's scripts; its exit code. What it prints is kept until it has ended, unless it is the one that may speak. */
const run = ({ script, args = [], environment, speaks = false }: Run): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', script, '--', ...args], {
      stdio: ['ignore', speaks ? 'inherit' : 'pipe', speaks ? 'inherit' : 'pipe'],
      env: { ...process.env, ...environment },
    })
    const printed: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => printed.push(text))
    child.on('error', (reason) => {
      console.error(reason)
      resolve(1)
    })
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed))
      console.log(['npm run', script, ...args, 'ended with', code].join(' '))
      resolve(code ?? 1)
    })
  })

// Two at a time: each has chains and ports of its own, and neither keeps two processors busy alone. The later half of the browser's
// tests has the quicker ones, and leaves time for those on the chains.
const beside = { DEVNET_PORT_OFFSET: '1200', NEXT_DIST_DIR: '.next-e2e-beside' }
const [longer, shorter] = await Promise.all([
  run({ script: 'e2e', args: ['--shard=1/2'], speaks: true }),
  run({ script: 'chain' }).then(
    async (code) => (await run({ script: 'e2e', args: ['--shard=2/2'], environment: beside })) || code,
  ),
])
process.exitCode = longer || shorter
