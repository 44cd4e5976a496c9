import { describe, expect, it } from 'vitest'
import { scale, ticks, timeTicks } from './scale'

describe('scale', () => {
  it('maps ends onto ends and the middle onto the middle, also downwards', () => {
    const place = scale([10, 20], [100, 0])
    expect([10, 15, 20].map(place)).toEqual([100, 50, 0])
  })
  it('puts everything at the start when the domain is empty', () => {
    expect(scale([3, 3], [0, 100])(3)).toBe(0)
  })
})

describe('ticks', () => {
  it('are round and stay inside', () => {
    expect(ticks(0, 23.3, 4)).toEqual([0, 10, 20])
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks(97, 103, 3)).toEqual([98, 100, 102])
  })
  it('carry no dust of binary fractions', () => {
    expect(ticks(0, 0.7, 7)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
  })
  it('are none for an empty interval', () => {
    expect(ticks(5, 5, 4)).toEqual([])
    expect(ticks(5, 4, 4)).toEqual([])
  })
})

describe('timeTicks', () => {
  const day = 86_400
  it('begin at the start and keep a span people know', () => {
    expect(timeTicks(0, 90 * day, 3)).toEqual([0, 30 * day, 60 * day, 90 * day])
    expect(timeTicks(0, 20 * day, 3)).toEqual([0, 7 * day, 14 * day])
  })
  it('never become more than asked for, even over centuries', () => {
    expect(timeTicks(0, 36_500 * day, 4).length).toBeLessThanOrEqual(5)
  })
})
