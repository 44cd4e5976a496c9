import fc from 'fast-check'
import { keccak256, pad, toHex } from 'viem'
import { afterAll, describe, expect, test } from 'vitest'
import { type Call, type Evidence, fromText, limits, toJson, toText } from './evidence'
import { fromFragment, toFragment } from './evidence-link'

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((each) => toHex(each))
const address = hex(20)
const block = (id: number) =>
  fc.record({
    id: fc.constant(id),
    block: fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
    blockHash: hex(32),
    seconds: fc.nat(),
  })
const longHex = fc.uint8Array({ minLength: 4, maxLength: 300 }).map((each) => toHex(each))
const call = fc.oneof(
  fc.record({
    kind: fc.constant('call' as const),
    chainId: fc.constantFrom(1, 1088),
    to: address,
    data: longHex,
    result: fc.option(longHex),
  }),
  fc.record({
    kind: fc.constant('slot' as const),
    chainId: fc.constantFrom(1, 1088),
    to: address,
    data: hex(32),
    result: fc.option(hex(32)),
  }),
  fc.record({
    kind: fc.constant('code' as const),
    chainId: fc.constantFrom(1, 1088),
    to: address,
    data: fc.constant('0x' as const),
    result: fc.option(hex(32)),
  }),
) as fc.Arbitrary<Call>
const evidence: fc.Arbitrary<Evidence> = fc.record({
  network: fc.constantFrom('andromeda' as const, 'devnet' as const),
  chains: fc.tuple(block(1088), block(1)),
  calls: fc.array(call, { maxLength: 40 }),
})

const some: Evidence = {
  network: 'devnet',
  chains: [{ id: 1088, block: 12n, blockHash: keccak256('0x01'), seconds: 1_700_000_000 }],
  calls: [{ kind: 'code', chainId: 1088, to: pad('0x01', { size: 20 }), data: '0x', result: keccak256('0x02') }],
}

let tried = 0
afterAll(() => console.log(`${tried} records and damaged links tried`))
/** What a check may be run with, counted. */
const runs = (numRuns: number) => {
  tried += numRuns
  return { numRuns }
}

describe('evidence', () => {
  test('comes back from its link as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(evidence, async (each) => {
        expect(await fromFragment(`#${await toFragment(each)}`)).toEqual({ evidence: each })
        expect(fromText(toText(each))).toEqual({ evidence: each })
      }),
      runs(200),
    )
  })

  test('of two hundred calls fits into a link', async () => {
    const calls = Array.from({ length: 200 }, (_, i): Call => {
      const to = pad(toHex(i % 30), { size: 20 })
      return { kind: 'slot', chainId: 1088, to, data: keccak256('0x05'), result: keccak256(toHex(i)) }
    })
    const link = await toFragment({ ...some, calls })
    expect(link.length).toBeLessThan(16_000)
    expect(await fromFragment(link)).toEqual({ evidence: { ...some, calls } })
  })

  test('is a file that can be read', () => {
    expect(JSON.parse(toJson(some))).toEqual({
      abzu: 1,
      ...some,
      chains: [{ ...some.chains[0], block: '12' }],
    })
  })
})

describe('a link that anybody may have written', () => {
  const isFlaw = (parsed: unknown): void => {
    expect(parsed).toEqual({ flaw: expect.stringMatching(/^(tooLong|damaged|version|shape)$/) })
  }

  test('gives a reason, never a crash: ten thousand random texts', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.base64String({ maxLength: 200 }).map((each) => `d${each}`),
      fc.json().map((each) => `p${btoa(unescape(encodeURIComponent(each)))}`),
    )
    await fc.assert(
      fc.asyncProperty(text, async (each) => isFlaw(await fromFragment(each))),
      runs(10_000),
    )
  })

  test('gives a reason for every JSON that is no evidence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => isFlaw(fromText(JSON.stringify(value)))),
      runs(2_000),
    )
  })

  test('is refused or true after any one character was changed', async () => {
    const link = await toFragment(some)
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length - 1), fc.base64String({ minLength: 4, maxLength: 4 }), async (at, by) => {
        const parsed = await fromFragment(link.slice(0, at) + by[0] + link.slice(at + 1))
        if ('flaw' in parsed) isFlaw(parsed)
        else expect(fromText(toText(parsed.evidence))).toEqual(parsed)
      }),
      runs(500),
    )
  })

  test('unpacks to no more than the limit', async () => {
    const bytes = new Uint8Array(8 * limits.text)
    const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')))
    const text = Buffer.from(await packed.arrayBuffer()).toString('base64url')
    expect(text.length).toBeLessThan(limits.fragment)
    expect(await fromFragment(`d${text}`)).toEqual({ flaw: 'tooLong' })
  })

  const packed = () => JSON.parse(toText(some))
  const changed = (change: (rows: unknown[]) => void) => {
    const rows = packed()
    change(rows)
    return fromText(JSON.stringify(rows))
  }
  test.each([
    ['a later version', 'version', (rows) => (rows[0] = 2)],
    ['another network', 'shape', (rows) => (rows[1] = 'mainnet')],
    ['a chain twice', 'shape', (rows) => (rows[2] = [...(rows[2] as []), ...(rows[2] as [])])],
    ['three chains', 'tooLong', (rows) => (rows[2] = Array(3).fill((rows[2] as unknown[])[0]))],
    ['too many calls', 'tooLong', (rows) => (rows[4] = Array(limits.calls + 1).fill((rows[4] as unknown[])[0]))],
    ['a call of no known kind', 'shape', (rows) => (rows[4] = [[3, 0, 0, '0x', null]])],
    ['a call of a chain that is not there', 'shape', (rows) => (rows[4] = [[2, 1, 0, '0x', null]])],
    ['a call to nowhere', 'shape', (rows) => (rows[4] = [[2, 0, 7, '0x', null]])],
    ['a slot of another length', 'shape', (rows) => (rows[4] = [[1, 0, 0, '0x00', null]])],
    ['a hash of another length', 'shape', (rows) => (rows[4] = [[2, 0, 0, '0x', '0x00']])],
    ['half a byte', 'shape', (rows) => (rows[4] = [[0, 0, 0, '0x12345678', '0x0']])],
    [
      'an answer beyond the limit',
      'shape',
      (rows) => (rows[4] = [[0, 0, 0, '0x12345678', `0x${'00'.repeat(limits.hex)}`]]),
    ],
    [
      'a block that is no number',
      'shape',
      (rows) => ((rows[2] as unknown[][])[0] = [1088, '1e9', keccak256('0x01'), 0]),
    ],
  ] as [string, string, (rows: unknown[]) => unknown][])('is refused for %s', (_, flaw, change) => {
    expect(changed(change)).toEqual({ flaw })
  })

  test('is refused by its length alone', async () => {
    expect(await fromFragment(`p${'A'.repeat(limits.fragment)}`)).toEqual({ flaw: 'tooLong' })
    expect(fromText(' '.repeat(limits.text + 1))).toEqual({ flaw: 'tooLong' })
  })
})
