import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  )
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe('messages', () => {
  const chinese = new Map(leaves(zh))

  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual(
      leaves(en)
        .map(([key]) => key)
        .sort(),
    )
  })
  it.each(leaves(en))('%s has the same placeholders in both languages', (key, text) => {
    expect(placeholders(chinese.get(key) ?? '')).toEqual(placeholders(text))
  })
  it.each(leaves(en).concat(leaves(zh)))('%s is not empty and does not shout', (_, text) => {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/[!！]/)
  })
})
