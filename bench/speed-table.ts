import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { PageSpeed } from './page-speed'

const page = join(import.meta.dirname, '../docs/performance.md')
const [begin, end] = ['<!-- speed: written by npm run bench -->', '<!-- /speed -->']

const toRow = (name: string, speed: PageSpeed): string => {
  const cells = [
    name,
    speed.kb.toFixed(0),
    (speed.lcpMs / 1000).toFixed(1),
    speed.tbtMs.toFixed(0),
    speed.cls.toFixed(3),
    speed.performance.toFixed(0),
    speed.accessibility.toFixed(0),
    speed.bestPractices.toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}

/** When and where: a busy machine makes every time longer. */
const conditions = (): string => {
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
  return `Measured ${day}: ${machine}; load average of the last 15 minutes ${loadavg()[2]?.toFixed(1)}.`
}

/** Puts what was measured into docs/performance.md, in place of what was measured before. */
export function writeSpeeds(speeds: Readonly<Record<string, PageSpeed>>): void {
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)]
  if (to < from) throw new Error(`docs/performance.md has no place for the table: ${begin} … ${end}`)
  const head = '| page, state | kB | LCP, s | TBT, ms | CLS | performance | accessibility | best practices |'
  const rows = Object.entries(speeds).map(([name, speed]) => toRow(name, speed))
  const table = [conditions(), '', head, '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |', ...rows]
  writeFileSync(page, `${text.slice(0, from)}\n${table.join('\n')}\n${text.slice(to)}`)
}
