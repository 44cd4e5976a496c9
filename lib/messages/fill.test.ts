import { describe, expect, it } from 'vitest'
import { fill } from './fill'

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
})
