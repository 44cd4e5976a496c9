import fc from 'fast-check'
import { isAddress } from 'viem'
import { afterAll, describe, expect, it } from 'vitest'
import { toAccount } from './account-text'
import { parseAmount } from './amount'
import { toCsv } from './csv'
import { toBuildNumber, toFlag, toProjectId, toUrls } from './env'
import { toEntry } from './journal'
import { inLocale, toLocale } from './locale'
import { fill } from './messages/fill'
import { orderKeys, toOrder, toPage } from './node-order'
import { ranges, toRange } from './ranges'
import { parseRecipient } from './recipient'
import { fromWire } from './wire'

/** What a stranger may put into an address, a header, a cookie or the browser's storage. */
const curious = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "';alert(1)//",
  'javascript:alert(1)',
  '//evil.example',
  '\\\\evil.example',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\u202e0x',
  '\ud800',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x',
  '９'.repeat(300),
  '0'.repeat(100_000),
  `0.${'0'.repeat(100_000)}1`,
  `1${',000'.repeat(30_000)}`,
  `en;q=${'9'.repeat(10_000)}`,
  'en,'.repeat(20_000),
  ' '.repeat(100_000),
  '{"a":'.repeat(5_000),
]
const hostile = fc.oneof(
  fc.constantFrom(...curious),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 100 }),
  fc.stringMatching(/^[0-9.,'e xX+-]{0,40}$/),
  fc.tuple(fc.constantFrom(...curious), fc.string()).map((parts) => parts.join('')),
  fc.json(),
  fc.webUrl(),
)
/** How much each reader was given, and stood. */
const tried: Record<string, number> = {}
afterAll(() => console.log('Hostile inputs tried:', tried))

/** 10,000 inputs for each reader; one that takes the square of a long text's time runs into the test's own limit. */
function tryOut<Inputs>(reader: string, property: fc.IProperty<Inputs>, numRuns = 10_000): void {
  fc.assert(property, { numRuns })
  tried[reader] = (tried[reader] ?? 0) + numRuns
}
const each = (reader: string, check: (text: string) => void) => tryOut(reader, fc.property(hostile, check))

/** Either a value or the sentence that refuses it: nothing else is thrown. */
function orRefusal<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toContain('See .env.example.')
    return undefined
  }
}

describe('input from outside', () => {
  it('is an account only as 20 bytes in hexadecimal', () => {
    each('account', (text) => {
      const account = toAccount(text)
      if (account) expect(account).toBe(text.toLowerCase())
      if (account) expect(account).toMatch(/^0x[0-9a-f]{40}$/)
    })
    tryOut(
      'account',
      fc.property(fc.stringMatching(/^0[xX][0-9a-fA-F]{40}$/), hostile, (account, more) => {
        // What viem takes, whatever the case.
        expect(isAddress(toAccount(account) ?? '')).toBe(true)
        if (more !== '') expect([account + more, more + account].some(toAccount)).toBe(false)
      }),
      1_000,
    )
  })

  it('is a recipient only as 20 bytes in hexadecimal, spaces apart', () => {
    const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
    each('recipient', (text) => {
      const parsed = parseRecipient(text, { account, contracts: [] })
      if (parsed.kind === 'address')
        expect(`0x${text.replace(/\s/g, '').slice(2).toLowerCase()}`).toBe(parsed.address.toLowerCase())
    })
  })

  it('is an amount within what a token can hold, or a question, or nothing', () =>
    each('amount', (text) => {
      const parsed = parseAmount(text)
      if (parsed.kind === 'amount') expect(parsed.value >= 0n && parsed.value < 2n ** 256n).toBe(true)
      if (parsed.kind === 'ambiguous') for (const one of parsed.readings) expect(one).toMatch(/^[0-9.]+$/)
    }))

  it('sorts and pages by what there is', () =>
    tryOut(
      'order and page',
      fc.property(fc.option(hostile, { nil: undefined }), fc.option(hostile, { nil: undefined }), (first, second) => {
        const { key, isDown } = toOrder(first, second)
        expect(orderKeys).toContain(key)
        expect(typeof isDown).toBe('boolean')
        expect(Number.isSafeInteger(toPage(first)) && toPage(first) >= 1).toBe(true)
        expect(toPage(first)).toBeLessThan(1_000_000)
      }),
    ))

  it('shows a range that there is', () =>
    tryOut(
      'range',
      fc.property(fc.oneof(hostile, fc.array(hostile, { maxLength: 3 })), (asked) => {
        expect(ranges).toContain(toRange(asked))
      }),
    ))

  it('chooses one of our languages, and leads nowhere else', () =>
    tryOut(
      'language',
      fc.property(hostile, hostile, (cookie, header) => {
        expect(['en', 'zh']).toContain(toLocale(cookie, header))
        const path = `/en/${cookie}`
        expect(inLocale(path, 'zh')).toBe(`/zh/${cookie}`)
      }),
      2_000,
    ))

  it('from storage is an entry of the journal with all its parts, or none', () =>
    each('journal', (text) => {
      const entry = toEntry(text)
      if (entry) expect([typeof entry.amount, typeof entry.nonce]).toEqual(['bigint', 'number'])
    }))

  it('from storage changes no prototype', () => {
    for (const text of ['{"__proto__":{"isOpen":true}}', '{"constructor":{"prototype":{"isOpen":true}}}'])
      fromWire(text)
    expect('isOpen' in {}).toBe(false)
  })

  it('stands in a sentence as it is, and fills no other gap', () =>
    each('sentence', (text) => {
      expect(fill('{a} and {b}', { a: text, b: 'x' })).toBe(`${text} and x`)
    }))

  it('stays one cell of a table in a file', () =>
    each('cell', (text) => {
      const lines = toCsv([[text, 'x']])
      expect(
        lines
          .replace(/"(?:[^"]|"")*"/g, '')
          .split('\r\n')
          .filter(Boolean).length,
      ).toBeLessThanOrEqual(1)
    }))

  it('in the environment is usable, or refused by a sentence that names it', () =>
    each('environment', (text) => {
      for (const url of orRefusal(() => toUrls('L2_RPC_URLS', text)) ?? [])
        expect(new URL(url).protocol).toMatch(/^https?:$/)
      const id = orRefusal(() => toProjectId(text))
      if (id) expect(id).toMatch(/^[0-9a-f]{32}$/)
      const build = orRefusal(() => toBuildNumber(text))
      if (build !== undefined) expect(Number.isSafeInteger(build)).toBe(true)
      orRefusal(() => toFlag('NEXT_PUBLIC_SAFE_APP', text))
    }))
})
