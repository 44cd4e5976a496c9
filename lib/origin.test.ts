import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toOrigin } from './origin'

describe('toOrigin', () => {
  it.each([
    ['https', 'abzu.example', 'https://abzu.example'],
    [null, 'localhost:3000', 'http://localhost:3000'],
    ['http', '[::1]:3000', 'http://[::1]:3000'],
    ['https', 'Abzu.Example:443', 'https://abzu.example'],
  ])('takes %s and %s', (scheme, name, origin) => {
    expect(toOrigin(scheme, name)).toBe(origin)
  })
  it.each([
    ['javascript', 'abzu.example'],
    ['https', null],
    ['https', ''],
    ['https', 'a b'],
    ['https', 'abzu.example/path'],
    ['https', 'me@abzu.example'],
    ['https', 'one.example, two.example'],
    ['https', '1.2.3.4.5.999'],
    ['https', 'a:99999'],
    ['https://evil.example/?', 'abzu.example'],
  ])('gives localhost for %s and %s', (scheme, name) => {
    expect(toOrigin(scheme, name)).toBe('http://localhost')
  })
  it('gives an http origin and nothing else, whatever is sent', () => {
    const header = fc.option(
      fc.oneof(fc.string(), fc.webAuthority({ withPort: true, withUserInfo: true }), fc.domain()),
    )
    fc.assert(
      fc.property(fc.option(fc.oneof(fc.constantFrom('http', 'https'), fc.string())), header, (scheme, name) => {
        const origin = toOrigin(scheme, name)
        expect(new URL(origin).origin).toBe(origin)
        expect(origin).toMatch(/^https?:\/\/[a-z0-9.:[\]-]+$/)
      }),
      { numRuns: 2_000 },
    )
  })
})
