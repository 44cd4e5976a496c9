import { spawn } from 'node:child_process'

/** Runs one of the project's scripts; its exit code. What it prints is kept until it has ended, unless it is the one that may speak. */
const run = (script: string, speaks: boolean): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', script], { stdio: ['ignore', speaks ? 'inherit' : 'pipe', 'inherit'] })
    const printed: Buffer[] = []
    child.stdout?.on('data', (text: Buffer) => printed.push(text))
    child.on('error', (reason) => {
      console.error(reason)
      resolve(1)
    })
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed))
      console.log(`npm run ${script} ended with ${code}`)
      resolve(code ?? 1)
    })
  })

// Each has chains and ports of its own, and neither keeps two processors busy alone.
const [chain, browser] = await Promise.all([run('chain', false), run('e2e', true)])
process.exitCode = chain || browser
