import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Started as a program of its own, so that nothing is loaded yet. */
const program = `
  import { startDevnet } from './test/devnet/start-devnet.ts'
  const devnet = await startDevnet({ offset: 2000 })
  await devnet.stop()
  process.exit()
`

async function seconds(): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The devnet ended with ${code}`)
  return (performance.now() - began) / 1000
}

/** Seconds from nothing to a seeded devnet and its end: compiled from scratch, then from the cache. */
export async function devnetSeconds(): Promise<{ cold: number; warm: number }> {
  rmSync(join(root, 'node_modules/.cache/abzu'), { recursive: true, force: true })
  return { cold: await seconds(), warm: await seconds() }
}
