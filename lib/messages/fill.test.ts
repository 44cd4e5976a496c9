import { describe, expect, it } from 'vitest'
import { fill, sentences } from './fill'

describe('fill', () => {
  it('puts each value where its name stands, as often as it stands there', () => {
    expect(fill('{a} of {b}, {a} again', { a: 1, b: 'two' })).toBe('1 of two, 1 again')
  })
  it('keeps zero and the empty text', () => {
    expect(fill('[{a}{b}]', { a: 0, b: '' })).toBe('[0]')
  })
  it('leaves a placeholder without a value visible', () => {
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}')
  })
  it('does not read placeholders out of the values', () => {
    expect(fill('{a}', { a: '{b}', b: 'no' })).toBe('{b}')
  })
  it('sets Chinese without a space where two of its characters meet, and keeps those around Latin letters', () => {
    expect(fill('取用 {a}，在 {b} 之后', { a: '任意数额', b: '9月2日' })).toBe('取用任意数额，在 9月2日之后')
    expect(fill('取用 {a}，一分不多', { a: '2 METIS' })).toBe('取用 2 METIS，一分不多')
  })
})

describe('sentences', () => {
  it('stand one after the other, with a space where the language has one', () => {
    expect(sentences('One.', false, null, 'Two.')).toBe('One. Two.')
    expect(sentences('一。', '二。')).toBe('一。二。')
  })
})
