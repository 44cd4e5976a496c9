import { posix } from 'node:path'
import { parseSync } from 'vite'

/** Source text by path, relative to the repository root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

export type Import = {
  from: string
  line: number
  /** A file of ours, or the bare name of a package. */
  to: string
  ours: boolean
  /** `type` disappears when compiled; `lazy` is `import()`. */
  kind: 'type' | 'static' | 'lazy'
}

const tails = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

/** The file an import names, or the path as written when it is no TypeScript of ours (a style sheet, JSON). */
function resolve(from: string, specifier: string, sources: Sources): string | undefined {
  const path = specifier.startsWith('@/')
    ? posix.normalize(specifier.slice(2))
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined
  if (path === undefined) return undefined
  const stem = path.replace(/\.js$/, '')
  return tails.map((tail) => stem + tail).find((candidate) => sources.has(candidate)) ?? path
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length

function importsOf(from: string, text: string, sources: Sources): Import[] {
  const { module, errors } = parseSync(from, text)
  if (errors[0]) throw new Error(`${from} does not parse: ${errors[0].message}`)
  const toImport = (specifier: string, offset: number, kind: Import['kind']): Import => {
    const file = resolve(from, specifier, sources)
    return { from, line: lineAt(text, offset), to: file ?? specifier, ours: file !== undefined, kind }
  }
  const statics = module.staticImports.map(({ moduleRequest, start, entries }) => {
    const erased = entries.length > 0 && entries.every((entry) => entry.isType)
    return toImport(moduleRequest.value, start, erased ? 'type' : 'static')
  })
  const exports = module.staticExports.flatMap(({ start, entries }) => {
    const from = entries.filter((entry) => entry.moduleRequest)
    const specifiers = new Set(from.map((entry) => entry.moduleRequest?.value ?? ''))
    return [...specifiers].map((specifier) => {
      const erased = from.every((entry) => entry.isType || entry.moduleRequest?.value !== specifier)
      return toImport(specifier, start, erased ? 'type' : 'static')
    })
  })
  const lazies = module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    return literal?.[2] ? [toImport(literal[2], start, 'lazy')] : []
  })
  return [...statics, ...exports, ...lazies]
}

export const toImports = (sources: Sources): Import[] =>
  [...sources].flatMap(([path, text]) => importsOf(path, text, sources))

/** Every import cycle once, as the files along it; lazy and type imports count. */
export function toCycles(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const { from, to, ours } of imports) if (ours) next.set(from, (next.get(from) ?? new Set()).add(to))
  const cycles: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, trail: string[]) => {
    const seenAt = trail.indexOf(file)
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), file])
    if (seenAt >= 0 || done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return cycles
}
