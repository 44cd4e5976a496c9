import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gasReserve, maxStake, parseAmount, toText } from './amount'

const unit = 10n ** 18n
const amount = (text: string) => {
  const parsed = parseAmount(text)
  return parsed.kind === 'amount' ? parsed.value : parsed
}

describe('reading an amount', () => {
  it.each([
    ['1234.5', 12345n * 10n ** 17n],
    ['  7 ', 7n * unit],
    ['.5', unit / 2n],
    ['5.', 5n * unit],
    ['0', 0n],
    ['007', 7n * unit],
    ['1.000', unit],
    ['1,5', (unit * 3n) / 2n],
    ['0,500', unit / 2n],
    ['1234,500', (unit * 2469n) / 2n],
    ['1,000,000', 1_000_000n * unit],
    ['1.000.000', 1_000_000n * unit],
    ['1,234.5', 12345n * 10n ** 17n],
    ['1.234,5', 12345n * 10n ** 17n],
    ['1 234.5', 12345n * 10n ** 17n],
    ["12'345", 12345n * unit],
    ['12\u202f345,25', (unit * 1234525n) / 100n],
    ['１２３４．５', 12345n * 10n ** 17n],
    ['１２。５', (unit * 25n) / 2n],
    ['0.000000000000000001', 1n],
    ['1.50000000000000000000000', (unit * 3n) / 2n],
  ])('reads %j', (text, value) => expect(amount(text)).toBe(value))

  it.each([
    ['1,000', ['1000', '1.000']],
    ['12,345', ['12345', '12.345']],
    ['１，０００', ['1000', '1.000']],
  ])('asks about %j', (text, readings) => expect(parseAmount(text)).toEqual({ kind: 'ambiguous', readings }))

  it.each([
    '-1',
    '1e5',
    '0x10',
    'abc',
    '1..2',
    '1,00,000',
    '1 00',
    '.',
    ',',
    '1,234,5',
    '12,34.5',
    '1.234.5',
    '+1',
    '½',
  ])('refuses %j', (text) => expect(parseAmount(text)).toEqual({ kind: 'invalid', reason: 'characters' }))

  it('tells too many decimals and too large a number apart', () => {
    expect(parseAmount('0.0000000000000000001')).toEqual({ kind: 'invalid', reason: 'decimals' })
    expect(parseAmount(`1${'0'.repeat(60)}`)).toEqual({ kind: 'invalid', reason: 'size' })
    expect(parseAmount('')).toEqual({ kind: 'empty' })
    expect(parseAmount('\u3000')).toEqual({ kind: 'empty' })
  })

  it('reads back every amount it writes', () =>
    fc.assert(fc.property(fc.bigInt(0n, 2n ** 256n - 1n), (value) => amount(toText(value)) === value)))

  it('reads full-width text as it reads ASCII text', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 30n), (value) => {
        const text = toText(value)
        const wide = text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        return amount(wide.replace('.', '。')) === value
      }),
    ))

  it('offers only readings that it reads without asking again', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,' ]{0,12}$/), (text) => {
        const parsed = parseAmount(text)
        if (parsed.kind !== 'ambiguous') return true
        const [a, b] = parsed.readings.map(amount)
        return typeof a === 'bigint' && typeof b === 'bigint' && a !== b
      }),
    ))
})

describe('the most that can be staked', () => {
  it('keeps the reserve, and never goes below zero', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 24n), fc.bigInt(0n, 10n ** 12n), (balance, price) => {
        const most = maxStake(balance, price)
        return most >= 0n && (most === 0n || balance - most === gasReserve(price))
      }),
    ))
})
