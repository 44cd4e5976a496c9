import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, findSame, isOpen, ofEntry, toEntry, toJournalFile, withEnd } from './journal'

const hash = (digit: string) => `0x${digit.repeat(64)}` as const

const entry: Entry = {
  id: '1-2-x',
  chainId: 31088,
  account: '0x79F3522a1b56f22a6549e42f9cfa92eF5FEb81e8',
  to: '0x810Ef8Aa1326FB1c5Ce57cD79d549CF9B2cC32aF',
  data: '0x1234',
  nonce: 7,
  block: 100n,
  hashes: [hash('a')],
  isSeen: false,
  isContract: false,
  step: 'mintSeMetis',
  amount: 10n ** 18n + 1n,
  askedAt: 1_700_000_000_000,
  outcome: 'sent',
}

const approval = {
  to: '0xDeadDeAddeAddEAddeadDEaDDEAdDeaDDeAD0000',
  data: '0x5678',
  step: 'approveMetis',
  amount: 7n,
} as const
const { to, data, step, amount } = entry
const batched: Entry = {
  ...entry,
  hashes: [],
  batch: { id: 'of the wallet', calls: [approval, { to, data, step, amount }] },
}

describe('a journal entry', () => {
  it('comes back from storage to the wei', () => {
    expect(toEntry(ofEntry(entry))).toEqual(entry)
    const given = { ...entry, recipient: entry.to }
    expect(toEntry(ofEntry(given))).toEqual(given)
    expect(toEntry(ofEntry(batched))).toEqual(batched)
  })

  it('is refused when storage holds something else', () => {
    const broken = [
      { ...entry, account: '0x12' },
      { ...entry, recipient: '0x12' },
      { ...entry, hashes: ['0xabc'] },
      { ...entry, outcome: 'constructor' },
      { ...entry, amount: 5 },
      { ...entry, data: 'javascript:' },
      { ...entry, nonce: '7' },
      { ...entry, batch: null },
      { ...entry, batch: { id: 7, calls: [approval] } },
      { ...entry, batch: { id: 'x', calls: [] } },
      { ...entry, batch: { id: 'x', calls: [{ ...approval, to: 'javascript:' }] } },
      { ...entry, batch: { id: 'x', calls: [{ ...approval, amount: '7' }] } },
      null,
      [],
      7,
    ]
    for (const raw of broken) expect(toEntry(ofEntry(raw as Entry))).toBeNull()
    for (const text of ['', '{', 'undefined', '"x"', '{"__proto__":1}']) expect(toEntry(text)).toBeNull()
  })

  it('never makes reading fail, whatever stands in storage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const found = toEntry(text)
        expect(found === null || typeof found.id === 'string').toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('keeps every hash it was seen under, and learns its nonce', () => {
    const seen = withEnd(entry, { kind: 'waiting', nonce: 9, hash: hash('a') })
    expect(seen).toMatchObject({ nonce: 9, isSeen: true, outcome: 'waiting', hashes: [hash('a')] })
    const mined = withEnd(seen, { kind: 'mined', hash: hash('b'), block: 123n, logs: [] })
    expect(mined).toMatchObject({ outcome: 'mined', hashes: [hash('a'), hash('b')], endBlock: 123n })
    expect(isOpen(mined)).toBe(false)
  })

  it('stays a question as long as the wallet gave no hash', () => {
    for (const kind of ['unseen', 'signers'] as const)
      expect(withEnd({ ...entry, outcome: 'asked', hashes: [] }, { kind }).outcome).toBe('asked')
    expect(withEnd(entry, { kind: 'unseen' }).outcome).toBe('unseen')
  })

  it('is no question any more once the wallet has taken a batch', () => {
    expect(withEnd(batched, { kind: 'unseen' }).outcome).toBe('unseen')
  })

  it('ends where the wallet gave a batch up, or carried out a part of it', () => {
    expect(withEnd(batched, { kind: 'abandoned' })).toEqual({ ...batched, outcome: 'abandoned' })
    const partial = withEnd(batched, { kind: 'partial', hashes: [hash('b'), hash('c')] })
    expect(partial).toEqual({ ...batched, outcome: 'partial', hashes: [hash('b'), hash('c')] })
    expect([partial, withEnd(batched, { kind: 'abandoned' })].some(isOpen)).toBe(false)
  })

  it('is exported with every wei', () => {
    expect(JSON.parse(toJournalFile([entry]))).toMatchObject([{ amount: '1000000000000000001', block: '100' }])
  })
})

describe('the same call', () => {
  it('is found while the first is open, and for the same account only', () => {
    const { account, to, data } = entry
    expect(findSame([entry], { account, to, data })).toBe(entry)
    expect(findSame([entry], { account, to, data: '0x1235' })).toBeUndefined()
    expect(findSame([entry], { account: to, to, data })).toBeUndefined()
    for (const outcome of ['mined', 'reverted', 'cancelled', 'superseded', 'left'] as const)
      expect(findSame([{ ...entry, outcome }], { account, to, data })).toBeUndefined()
    for (const outcome of ['asked', 'waiting', 'unseen', 'dropped', 'signers'] as const)
      expect(findSame([{ ...entry, outcome }], { account, to, data })).toBeDefined()
  })

  it('is found inside a batch, and a batch by any of its calls', () => {
    const { account, ...rest } = entry
    expect(findSame([batched], { account, to, data })).toBe(batched)
    expect(findSame([batched], { account, to: approval.to, data: approval.data })).toBe(batched)
    expect(findSame([batched], { account, to, data: '0x1235' })).toBeUndefined()
    expect(findSame([{ account, ...rest }], batched)).toEqual(entry)
  })
})
