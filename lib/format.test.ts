import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAmount,
  formatDate,
  formatDays,
  formatExact,
  formatPrice,
  formatRate,
  formatRelative,
  formatSpan,
} from './format'
import { listFormat } from './intl'

const unit = 10n ** 18n

describe('amounts', () => {
  it.each([
    [0n, '0.00', '0'],
    [1n, '<0.0001', '<0.0001'],
    [10n ** 14n, '0.0001', '0.0001'],
    [1234567n * 10n ** 15n, '1,234.56', '1,234.56'],
    [999_999n * unit + unit - 1n, '999,999.99', '999,999'],
    [unit / 3n, '0.33', '0.333333'],
  ])('%s reads %s in a summary and %s in a form', (value, summary, form) => {
    expect(formatAmount(value, 'en')).toBe(summary)
    expect(formatAmount(value, 'en', 'form')).toBe(form)
  })

  it.each([
    [0n, '0.0000'],
    [12_345n * 10n ** 13n, '0.1234'],
    [1234n * unit, '1,234.0000'],
  ])('%s reads %s in a column', (value, text) => expect(formatAmount(value, 'en', 'column')).toBe(text))

  it('are exact to the last digit when asked', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), (value) => {
        const [whole = '', fraction = ''] = formatExact(value, 'en').replaceAll(',', '').split('.')
        return BigInt(whole) * unit + BigInt(fraction.padEnd(18, '0')) === value
      }),
    ))

  it('never show more than there is', () =>
    fc.assert(
      fc.property(fc.bigInt(10n ** 14n, 10n ** 30n), (value) => {
        const [whole = '', fraction = ''] = formatAmount(value, 'en', 'form').replaceAll(',', '').split('.')
        return BigInt(whole) * unit + BigInt(fraction.padEnd(18, '0')) <= value
      }),
    ))
})

describe('other figures', () => {
  it('name the zone of a date', () => expect(formatDate(1_797_084_300, 'en')).toBe('12 Dec 2026, 14:05 UTC'))
  it('keep six decimals of a price', () => expect(formatPrice(1_034_567_890_123_456_789n, 'en')).toBe('1.034567'))
  it('keep two decimals of a rate', () => expect(formatRate(0.08456, 'en')).toBe('8.46%'))
  it('say times relative to now', () => {
    expect(formatRelative(20 * 86_400, 'en')).toBe('in 20 days')
    expect(formatRelative(-90, 'en')).toBe('1 minute ago')
    expect(formatRelative(20 * 86_400, 'zh')).toBe('20 天后')
  })
  it('say lengths of time', () => {
    expect(formatSpan(63 * 86_400, 'en')).toBe('63 days')
    expect(formatSpan(7200, 'zh')).toBe('2 小时')
  })
  it('say a length of time in days, never more than it is', () => {
    expect(formatDays(11.99 * 86_400, 'en')).toBe('11.9 days')
    expect(formatDays(86_400, 'zh')).toBe('1 天')
  })
})

describe('lists', () => {
  const join = (words: string[], locale: string) => listFormat(locale).format(words)
  it('have spaces around the word that joins Latin names in Chinese, and nowhere else', () => {
    expect(join(['Metis Genesis3', 'HashKey'], 'zh-Hans')).toBe('Metis Genesis3 和 HashKey')
    expect(join(['A', '以太坊', 'B'], 'zh-Hans')).toBe('A、以太坊和 B')
    expect(join(['以太坊', '另外 2 个'], 'zh-Hans')).toBe('以太坊和另外 2 个')
    expect(join(['A', 'B', 'C'], 'en')).toBe('A, B, and C')
  })
})
