import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { PageSpeed } from './page-speed'

const page = join(import.meta.dirname, '../docs/performance.md')
const [begin, end] = ['<!-- speed: written by npm run bench -->', '<!-- /speed -->']

const head = ['page, state', 'kB', 'LCP, s', 'TBT, ms', 'CLS', 'performance', 'accessibility', 'best practices']

const toCells = (name: string, speed: PageSpeed): string[] => [
  name,
  speed.kb.toFixed(0),
  (speed.lcpMs / 1000).toFixed(1),
  speed.tbtMs.toFixed(0),
  speed.cls.toFixed(3),
  speed.performance.toFixed(0),
  speed.accessibility.toFixed(0),
  speed.bestPractices.toFixed(0),
]

/** As the formatter would set it, so that it finds nothing to change. */
function toTable(rows: readonly string[][]): string {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const set = (row: readonly string[]) =>
    line(widths.map((width, i) => (i === 0 ? (row[i] ?? '').padEnd(width) : (row[i] ?? '').padStart(width))))
  const rule = line(widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)))
  return [set(head), rule, ...rows.map(set)].join('\n')
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
  const table = toTable(Object.entries(speeds).map(([name, speed]) => toCells(name, speed)))
  writeFileSync(page, `${text.slice(0, from)}\n${conditions()}\n\n${table}\n${text.slice(to)}`)
}
