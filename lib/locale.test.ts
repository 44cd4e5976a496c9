import { describe, expect, it } from 'vitest'
import { inLocale, toLocale } from './locale'

describe('toLocale', () => {
  it.each([
    ['zh', 'en', 'zh'],
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    [undefined, 'zh-TW', 'zh'],
    [undefined, 'en;q=0.5, zh;q=0.9', 'zh'],
    [undefined, 'fr-FR, zh;q=0.4, en;q=0.6', 'en'],
    [undefined, 'zh;q=0, en;q=0.1', 'en'],
    [undefined, 'fr', 'en'],
    [undefined, null, 'en'],
    ['de', 'zh', 'zh'],
  ] as const)('chosen %s, accepting %s: %s', (chosen, accepted, locale) => {
    expect(toLocale(chosen, accepted)).toBe(locale)
  })
})

describe('inLocale', () => {
  it.each([
    ['/en/stake', '/zh/stake'],
    ['/en', '/zh'],
    ['/en/en/x', '/zh/en/x'],
    ['/english', '/english'],
  ])('%s becomes %s', (from, to) => {
    expect(inLocale(from, 'zh')).toBe(to)
  })
})
