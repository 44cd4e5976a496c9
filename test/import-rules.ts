import { posix } from 'node:path'
import { type Import, type Sources, toCycles, toImports } from './import-graph'

const features = ['overview', 'stake', 'redeem', 'rewards', 'sequencers', 'contracts']
const pure = [
  'amount',
  'format',
  'rate',
  'scale',
  'vesting',
  'redemption',
  'allocation',
  'cascade',
  'payouts',
  'lots',
  'rewards',
  'proxy',
  'code-check',
  'evidence',
  'evidence-link',
  'parameter-events',
]
const banned = ['index', 'utils', 'helpers', 'common', 'types']
const island = ['components/providers.tsx', 'lib/wagmi.ts', 'lib/demo-wallet.ts']
const maxLines = 150

/** What each room may import besides itself; `root` is next.config.ts, proxy.ts and their like. */
const allowed: Record<string, readonly string[]> = {
  app: ['components', 'lib'],
  components: ['hooks', 'lib'],
  hooks: ['lib'],
  lib: ['abi'],
  abi: [],
  root: ['lib'],
}

const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : 'root')
const isOutside = (room: string) => room === 'test' || room === 'bench'
const isTest = (path: string) => isOutside(roomOf(path)) || /\.test\.tsx?$/.test(path)
const stem = (path: string) => posix.basename(path).replace(/\..*$/, '')

/** `stake` for components/stake/form.tsx, undefined for components/amount.tsx. */
const partOf = (path: string) => /^components\/([^/]+)\//.exec(path)?.[1]

function roomRule({ from, to, ours }: Import): string | undefined {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (isOutside(room) || (isTest(from) && isOutside(target))) return undefined
  if (!ours) {
    const framework = room === 'lib' && /^(react|react-dom|next)(\/|$)/.test(to)
    return framework ? 'lib knows no React and no Next' : undefined
  }
  if (isOutside(target)) return `nothing imports ${target}`
  const rooms = allowed[room] ?? []
  if (target === room || rooms.includes(target)) return undefined
  return rooms.length > 0 ? `${room} imports only ${[room, ...rooms].join(', ')}` : `${room} imports nothing of ours`
}

function componentRule({ from, to, ours }: Import): string | undefined {
  if (!ours || roomOf(from) !== 'components') return undefined
  const [part, target] = [partOf(from), partOf(to)]
  const toFeature = target !== undefined && features.includes(target)
  if (part === 'ui' || part === 'chart') {
    if (roomOf(to) === 'hooks') return `components/${part} imports no hook`
    return toFeature ? `components/${part} imports no feature` : undefined
  }
  if (!toFeature || part === target) return undefined
  return part === undefined ? 'a shared component imports no feature' : 'a feature never imports another feature'
}

const walletRule = ({ from, to }: Import) =>
  to === 'lib/wagmi.ts' && from !== 'components/providers.tsx' && !isTest(from)
    ? 'only components/providers.tsx imports lib/wagmi.ts'
    : undefined

/** The island, and every file that nothing outside it imports. */
function toIsland(imports: readonly Import[]): Set<string> {
  const importers = new Map<string, string[]>()
  for (const { from, to, ours, kind } of imports)
    if (ours && kind !== 'type' && !isTest(from)) importers.set(to, [...(importers.get(to) ?? []), from])
  const members = new Set(island)
  const grow = (): void => {
    const joining = [...importers].filter(([file, from]) => !members.has(file) && from.every((f) => members.has(f)))
    for (const [file] of joining) members.add(file)
    if (joining.length > 0) grow()
  }
  grow()
  return members
}

function islandViolations(imports: readonly Import[]): string[] {
  const members = toIsland(imports)
  return imports
    .filter(({ from, to, kind }) => kind !== 'type' && /^(wagmi|@wagmi|@rainbow-me)(\/|$)/.test(to) && !isTest(from))
    .filter(({ from }) => !members.has(from))
    .map((found) => describe(found, 'wagmi and RainbowKit stay inside the wallet island (import types freely)'))
}

/** Pure files reach lib/rpc.ts and lib/contracts.ts neither directly nor through what they import at run time. */
function pureViolations(imports: readonly Import[]): string[] {
  const search = (file: string, trail: string[]): string[] => {
    const edges = imports.filter(({ from, ours, kind }) => from === file && ours && (kind !== 'type' || !trail[0]))
    return edges.flatMap(({ to }) => {
      const path = [...trail, file]
      if (to === 'lib/rpc.ts' || to === 'lib/contracts.ts')
        return [`${[...path, to].join(' → ')}: pure files of lib import neither rpc nor contracts`]
      return path.includes(to) ? [] : search(to, path)
    })
  }
  return pure.flatMap((name) => search(`lib/${name}.ts`, []))
}

function fileViolations(path: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length
  const long = lines > maxLines && !isTest(path) && !path.startsWith('lib/messages/')
  return [
    ...(banned.includes(stem(path))
      ? [`${path}: "${stem(path)}" says nothing; name the file after what it holds`]
      : []),
    ...(long ? [`${path}: ${lines} lines, at most ${maxLines}`] : []),
  ]
}

const describe = ({ from, line, to, kind }: Import, rule: string) =>
  `${from}:${line} imports ${to}${kind === 'lazy' ? ' (lazily)' : ''}: ${rule}`

/** One sentence per broken rule of docs/house.md; empty when the house is in order. */
export function violations(sources: Sources): string[] {
  const imports = toImports(sources)
  return [
    ...[...sources].flatMap(([path, text]) => fileViolations(path, text)),
    ...imports.flatMap((found) =>
      [roomRule, componentRule, walletRule].flatMap((rule) => {
        const broken = rule(found)
        return broken ? [describe(found, broken)] : []
      }),
    ),
    ...islandViolations(imports),
    ...pureViolations(imports),
    ...toCycles(imports).map((cycle) => `import cycle: ${cycle.join(' → ')}`),
  ]
}
