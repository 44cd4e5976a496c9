import { execFile } from 'node:child_process'

/** What `npm audit --json` found: `asked` is false when the registry does not answer such questions. */
export type Audit = { asked: false; reason: string } | { asked: true; severe: readonly string[] }

const severe = new Set(['high', 'critical'])

/** Reads npm's report. Only a whole report counts as an answer; anything else says why there is none. */
export function toAudit(text: string): Audit {
  try {
    const { vulnerabilities, metadata, message, error } = JSON.parse(text)
    if (typeof vulnerabilities !== 'object' || vulnerabilities === null || !metadata?.vulnerabilities)
      return { asked: false, reason: String(error?.summary || message || 'no report') }
    const found = Object.entries<{ severity?: string }>(vulnerabilities)
    return { asked: true, severe: found.filter(([, each]) => severe.has(each.severity ?? '')).map(([name]) => name) }
  } catch {
    return { asked: false, reason: 'no report' }
  }
}

/** npm ends with 1 for findings and for a registry that can't be asked alike; its report tells them apart. */
const report = () =>
  new Promise<string>((resolve) =>
    execFile('npm', ['audit', '--json'], { maxBuffer: 2 ** 26 }, (_, out) => resolve(out)),
  )

if (process.argv[1]?.endsWith('audit.ts')) {
  const audit = toAudit(await report())
  if (!audit.asked)
    console.warn(`The registry could not be asked for known faults, so nothing was checked: ${audit.reason}`)
  else if (audit.severe.length > 0) console.error(`Known faults, high or critical: ${audit.severe.join(', ')}`)
  else console.log('No known fault that is high or critical.')
  process.exitCode = audit.asked && audit.severe.length > 0 ? 1 : 0
}
