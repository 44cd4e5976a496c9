import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBuild, toStatus } from './status'

const notice = { en: 'Signing is off.', zh: '暂停签名。' }
const text = (value: unknown) => JSON.stringify(value)

describe('toStatus', () => {
  it('reads a minimum with and without a notice', () => {
    expect(toStatus(text({ minimumBuild: 0, notice: null }))).toEqual({ minimumBuild: 0, notice: null })
    expect(toStatus(text({ minimumBuild: 1_002_003, notice }))).toEqual({ minimumBuild: 1_002_003, notice })
  })
  it('leaves alone what a newer file adds', () => {
    const added = text({ minimumBuild: 1, notice: { ...notice, fr: 'x' }, until: 5 })
    expect(toStatus(added)).toEqual({ minimumBuild: 1, notice })
  })
  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html>'],
    ['a cut file', '{ "minimumBuild": 1, "notice": nu'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no minimum', text({ notice: null })],
    ['no notice', text({ minimumBuild: 1 })],
    ['a minimum in quotes', text({ minimumBuild: '1', notice: null })],
    ['a fraction', text({ minimumBuild: 1.5, notice: null })],
    ['a negative minimum', text({ minimumBuild: -1, notice: null })],
    ['a minimum beyond exact numbers', '{ "minimumBuild": 1e300, "notice": null }'],
    ['a notice in one language', text({ minimumBuild: 1, notice: { en: 'x' } })],
    ['an empty notice', text({ minimumBuild: 1, notice: { en: ' ', zh: '空' } })],
    ['a notice that is a text', text({ minimumBuild: 1, notice: 'x' })],
    ['an endless notice', text({ minimumBuild: 1, notice: { en: 'x'.repeat(601), zh: '空' } })],
  ])('relies on nothing of a file with %s', (_, found) => {
    expect(toStatus(found)).toBeUndefined()
  })
  it('never throws, whatever is served, and gives only what it checked', () => {
    const near = fc.record({ minimumBuild: fc.anything(), notice: fc.anything() }).map((value) => text(value) ?? '')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), near), (served) => {
        const status = toStatus(served)
        if (status === undefined) return
        expect(Number.isSafeInteger(status.minimumBuild)).toBe(true)
        expect(Object.keys(status)).toEqual(['minimumBuild', 'notice'])
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the build', () => {
  it('grows with the version', () => {
    expect(['0.1.0', '0.1.1', '0.2.0', '1.0.0', '1.0.999'].map(toBuild)).toEqual([
      1_000, 1_001, 2_000, 1_000_000, 1_000_999,
    ])
  })
  it.each(['', '1', '1.2', '1.2.3-beta', 'v1.2.3', '1.1000.0', '1.2.3.4'])('refuses the version "%s"', (version) => {
    expect(() => toBuild(version)).toThrow(`"${version}"`)
  })
  it('of this package may sign by the file that is served with it', () => {
    const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
    const status = toStatus(read('public/status.json'))
    expect(status?.minimumBuild).toBeLessThanOrEqual(toBuild(JSON.parse(read('package.json')).version))
  })
})
