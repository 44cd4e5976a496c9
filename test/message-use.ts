export type Words = { readonly [key: string]: string | Words }

/**
 * Read by a value (`words.step[id]`): the compiler says when a key is missing, never when there is one too many. Of a section
 * named here the section itself must be read somewhere, and some source must know each of its keys as a value or a property.
 */
const byValue = [
  'contracts.list.job',
  'contracts.list.name',
  'contracts.record.slot',
  'contracts.wiring.steps',
  'dashboard.stepNote',
  'exit.note',
  'exit.obstacle',
  'flow.allow.spender',
  'journal.outcome',
  'journal.step',
  'recipient.belongs',
  'recipient.done',
  'recipient.fault',
  'recipient.first',
  'recipient.like',
  'recipient.lookAlike',
  'rewards.action',
  'sequencers.allocation.dealerNote',
  'sequencers.allocation.minterNote',
  'sequencers.allocation.queueNote',
  'sequencers.allocation.toL1Note',
  'sequencers.allocation.toL2Note',
  'sequencers.detail.claimed',
  'sequencers.detail.relocked',
  'sequencers.nodes.left',
  'stake.allowances.may',
  'stake.obstacle',
  'stake.obstacleNote',
  'tickets.fundedNote',
  'tickets.goneState',
]

/** Names under which components hold words; besides these, the names of the sections themselves. */
const holders = ['words', 'own', 'messages']

/** What has to be read somewhere: every message not read by a value, a plural once for its forms, a section read by a value once. */
const paths = (words: Words, path: readonly string[] = []): string[][] =>
  Object.entries(words).flatMap(([key, value]) => {
    const here = [...path, key]
    const isByValue = byValue.includes(here.join('.'))
    if (typeof value === 'string') return isByValue ? [] : [here]
    return isByValue || 'other' in value ? [here] : paths(value, here)
  })

/** Does the source read `words.key`, take `key` out of words, or name it as one of several? */
function reads(source: string, key: string, sections: readonly string[]): boolean {
  if (!source.includes(key)) return false
  const bases = [...holders, ...sections].join('|')
  return new RegExp(
    `\\b(${bases}|\\w+Words\\(\\w+\\))\\??\\.${key}\\b|'${key}'|\\{[^{}()]*\\b${key}\\b[^{}()]*\\} = `,
  ).test(source)
}

/** Names a source and what it imports directly: the type of the words it is given may be declared next door. */
function scope(path: string, sources: ReadonlyMap<string, string>): string {
  const source = sources.get(path) ?? ''
  const near = [...source.matchAll(/from '(?:@\/|\.\/)([^']+)'/g)].map(([, name = '']) => name)
  const found = [...sources].filter(([other]) => near.some((name) => other.replace(/\.tsx?$/, '').endsWith(name)))
  return [source, ...found.map(([, text]) => text)].join('\n')
}

/** Keys of the sections read by a value that no source knows, as dotted paths. */
export function unknownKeys(words: Words, sources: ReadonlyMap<string, string>): string[] {
  const named = [...sources.values()].flatMap((text) => [...text.matchAll(/'([\w-]+)'|\b(\w+)\??:/g)])
  const known = new Set(named.map(([, value, property]) => value ?? property))
  return byValue.flatMap((section) => {
    let found: string | Words | undefined = words
    for (const key of section.split('.')) found = typeof found === 'object' ? found[key] : undefined
    return Object.keys(typeof found === 'object' ? found : {})
      .filter((key) => !known.has(key))
      .map((key) => `${section}.${key}`)
  })
}

/** Messages that no source reads, as dotted paths. A source counts for a section that it or a file it imports names. */
export function unusedMessages(words: Words, sources: ReadonlyMap<string, string>): string[] {
  const scoped = [...sources.keys()].map((path) => ({ source: sources.get(path) ?? '', near: scope(path, sources) }))
  return paths(words)
    .filter((path) => {
      const key = path.at(-1) ?? ''
      const sections = path.slice(0, -1)
      const section = new RegExp(`\\b${sections.at(-1) ?? ''}\\b`)
      return !scoped.some(({ source, near }) => reads(source, key, sections) && section.test(near))
    })
    .map((path) => path.join('.'))
}
