import type { Position } from './position'
import type { Protocol } from './protocol'

/** What a plan is made from, as one host tells it. */
export type Told = { protocol: Protocol; position: Position }

/** When it was read, how old that is, and what a node would like to be paid for gas, may differ between honest hosts. */
const own: readonly string[] = ['readAt', 'age', 'gasPrice']

/** Two hosts do not say the same of what a call would do. */
export class HostsDiffer extends Error {
  override name = 'HostsDiffer'
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The path of the first field in which two answers differ; undefined: they agree. Pure. */
export function firstDifference(one: unknown, other: unknown, path = ''): string | undefined {
  if (!isPlain(one) || !isPlain(other)) return Object.is(one, other) ? undefined : path
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const field of fields) {
    if (own.includes(field)) continue
    const found = firstDifference(one[field], other[field], path ? `${path}.${field}` : field)
    if (found !== undefined) return found
  }
  return undefined
}
