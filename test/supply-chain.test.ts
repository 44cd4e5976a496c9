import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toAudit } from './audit'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

type Locked = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  optional?: boolean
  cpu?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}
const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json'))
const { lockfileVersion, packages } = JSON.parse(read('package-lock.json')) as {
  lockfileVersion: number
  packages: Record<string, Locked>
}
const { '': own, ...locked } = packages
const entries = Object.entries(locked)

const exact = /^\d+\.\d+\.\d+$/
const flat = (tree: object): string[] =>
  Object.values(tree).flatMap((each) => (typeof each === 'string' ? [each] : flat(each)))

describe('dependencies', () => {
  it('that are shipped have one version each', () => {
    for (const [name, version] of Object.entries(dependencies)) {
      expect.soft(version, name).toMatch(exact)
      expect.soft(locked[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })
  it('come by version from the registry, never from an address, a folder or a repository', () => {
    for (const asked of [...flat(dependencies), ...flat(devDependencies)]) expect(asked).toMatch(/^\^?\d+(\.\d+){0,2}$/)
    for (const put of flat(overrides)) expect(put).toMatch(/^(\$\w+|(npm:empty-npm-package@)?\d+\.\d+\.\d+)$/)
  })
  it('in the lock are those of package.json', () => {
    expect(own).toMatchObject({ dependencies, devDependencies })
    expect(lockfileVersion).toBe(3)
  })
  it('in the lock have an exact version, and lead to no place but the public registry', () => {
    expect(entries.length).toBeGreaterThan(100)
    for (const [path, { version, resolved, link }] of entries) {
      expect.soft(version, path).toMatch(/^\d+\.\d+\.\d+/)
      expect.soft(link, path).toBeUndefined()
      if (resolved !== undefined) expect.soft(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//)
    }
  })
  it('in the lock carry a checksum, but for the builds of a tool for other platforms', () => {
    const bare = entries.filter(([, { integrity }]) => !integrity)
    for (const [path, { optional, cpu }] of bare)
      expect.soft({ path, optional, cpu }).toMatchObject({ optional: true, cpu: expect.any(Array) })
    for (const [path, { integrity }] of entries) if (integrity) expect.soft(integrity, path).toMatch(/^sha512-/)
  })
  it('are installed from the lock alone, and asked about before anything is tested', () => {
    const ci = read('.ci/run')
    expect(ci.match(/npm (?:ci|i|install|add|update)\b/g)).toEqual(['npm ci'])
    expect(ci.indexOf('npm run audit')).toBeGreaterThan(ci.indexOf('npm ci'))
    expect(ci.indexOf('npm run audit')).toBeLessThan(ci.indexOf('npm test'))
    expect(read('README.md')).not.toMatch(/npm (?:i|install|add|update)\b/)
  })
  it('are each explained in docs/dependencies.md', () => {
    const text = read('docs/dependencies.md')
    const named = new Set([...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name))
    const known = [...Object.keys(dependencies), ...Object.keys(devDependencies), ...Object.keys(overrides)]
    expect([...named].sort()).toEqual([...new Set(known)].sort())
  })
})

describe('the audit', () => {
  const report = (vulnerabilities: object) => JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: {} } })

  it('tells what is severe', () => {
    expect(toAudit(report({}))).toEqual({ asked: true, severe: [] })
    const found = { a: { severity: 'moderate' }, b: { severity: 'high' }, c: { severity: 'critical' } }
    expect(toAudit(report(found))).toEqual({ asked: true, severe: ['b', 'c'] })
  })
  it('takes no answer for no answer', () => {
    const refused = { message: '405 Method Not Allowed', error: { summary: '', detail: '' } }
    expect(toAudit(JSON.stringify(refused))).toEqual({ asked: false, reason: '405 Method Not Allowed' })
    for (const text of ['', 'null', '{}', '[]', '<html>', '{"vulnerabilities":{}}'])
      expect(toAudit(text)).toEqual({ asked: false, reason: 'no report' })
  })
})
