import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Started as a program of its own, so that nothing is loaded yet. */
const programAt = (offset: number) => `
  import { startDevnet } from './test/devnet/start-devnet.ts'
  const devnet = await startDevnet({ offset: ${offset} })
  await devnet.stop()
  process.exit()
`

async function seconds(program: string): Promise<number> {
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
export async function devnetSeconds(offset: number): Promise<{ cold: number; warm: number }> {
  rmSync(join(root, 'node_modules/.cache/abzu'), { recursive: true, force: true })
  const program = programAt(offset)
  return { cold: await seconds(program), warm: await seconds(program) }
}
