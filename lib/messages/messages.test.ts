import { describe, expect, it } from 'vitest'
import { en } from './en'
import { journal } from './journal'
import { recipientWords } from './recipient'
import { zh } from './zh'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  )
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

// All words of a language, those loaded later among them.
const english: Tree = { ...en, journal: journal.en, recipient: recipientWords('en') }
const chineseTree: Tree = { ...zh, journal: journal.zh, recipient: recipientWords('zh-Hans') }

describe('messages', () => {
  const chinese = new Map(leaves(chineseTree))

  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual(
      leaves(english)
        .map(([key]) => key)
        .sort(),
    )
  })
  it.each(leaves(english))('%s has the same placeholders in both languages', (key, text) => {
    expect(placeholders(chinese.get(key) ?? '')).toEqual(placeholders(text))
  })
  it.each(leaves(english).concat(leaves(chineseTree)))('%s is not empty and does not shout', (_, text) => {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/[!！]/)
  })
})
