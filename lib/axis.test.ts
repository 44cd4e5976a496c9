import { describe, expect, it } from 'vitest'
import { clearerEnd, formatLevel, formatTick, toPath, toSteps } from './axis'

const day = 86_400
const november = Date.UTC(2026, 10, 22) / 1000

describe('labels of an axis', () => {
  it('name the day on a short one and the month on a long one', () => {
    expect(formatTick(november, 'en', 90 * day)).toBe('22 Nov')
    expect(formatTick(november, 'en', 365 * day)).toBe('Nov 2026')
    expect(formatTick(november, 'zh-Hans', 90 * day)).toBe('11月22日')
    expect(formatTick(november, 'zh-Hans', 365 * day)).toBe('2026年11月')
  })
  it('have as many decimals as tell two neighbours apart', () => {
    expect(formatLevel(1.05, 'en', 0.05)).toBe('1.05')
    expect(formatLevel(1.1, 'en', 0.1)).toBe('1.1')
    expect(formatLevel(2000, 'en', 500)).toBe('2,000')
    expect(formatLevel(1.084, 'en', 0.002)).toBe('1.084')
  })
})

describe('a stepped line', () => {
  it('keeps a value until the next point and up to the end', () =>
    expect(
      toSteps(
        [
          [0, 1],
          [4, 2],
          [9, 5],
        ],
        12,
      ),
    ).toEqual([
      [0, 1],
      [4, 1],
      [4, 2],
      [9, 2],
      [9, 5],
      [12, 5],
    ]))
  it('is nothing without points', () => expect(toSteps([], 12)).toEqual([]))
})

describe('a path', () => {
  it('goes through its points, rounded to what can be seen', () =>
    expect(
      toPath([
        [0, 1 / 3],
        [100, 20],
      ]),
    ).toBe('M0 0.33L100 20'))
})

describe('labels on the rules of a chart', () => {
  const rules = [40, 80, 120]
  it('stand at the end that no line passes', () => {
    expect(
      clearerEnd(
        [
          [
            [0, 110],
            [30, 110],
            [30, 45],
            [100, 45],
          ],
        ],
        rules,
      ),
    ).toBe('end')
    expect(
      clearerEnd(
        [
          [
            [0, 45],
            [60, 45],
            [60, 70],
            [100, 70],
          ],
        ],
        rules,
      ),
    ).toBe('start')
  })
  it('stand at the left where both ends are alike', () => {
    expect(clearerEnd([], rules)).toBe('start')
    expect(
      clearerEnd(
        [
          [
            [0, 110],
            [100, 110],
          ],
        ],
        rules,
      ),
    ).toBe('start')
  })
})
