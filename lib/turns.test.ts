import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTurns } from './turns'

const [roundMs, blockMs] = [2_000, 20_000]
let head: number | undefined
let isSeen: boolean
let asked: number

/** A line on a clock of its own, before a page that can be hidden. */
function start() {
  const whenSeen = async (ms: number) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    while (!isSeen) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const readHead = async () => {
    asked += 1
    return head
  }
  return createTurns({ whenSeen, readHead, roundMs, blockMs })
}

/** Goes on taking turns; gives when each came, in seconds from the start. */
function take(next: () => Promise<unknown>): number[] {
  const [since, at]: [number, number[]] = [Date.now(), []]
  const go = async () => {
    for (;;) {
      await next()
      at.push(Math.round((Date.now() - since) / 1_000))
    }
  }
  go().catch(() => {})
  return at
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  head = 100
  isSeen = true
  asked = 0
})
afterEach(() => vi.useRealTimers())

describe('turns at a chain', () => {
  test('come once for each block, soon after it, to who waits for a transaction', async () => {
    const at = take(start().watch())
    for (const seconds of [7, 12, 18, 4]) {
      await pass(seconds)
      head = (head ?? 0) + 1
    }
    await pass(3)
    // Blocks came at 7, 19, 37 and 41.
    expect(at).toEqual([8, 20, 38, 42])
  })

  test('come as often as blocks do on average when nobody can say whether one has come', async () => {
    head = undefined
    const at = take(start().watch())
    await pass(119)
    expect(at).toEqual([20, 40, 60, 80, 100])
  })

  test('come by the clock after two minutes, and then nobody is asked for the newest block', async () => {
    const at = take(start().watch())
    await pass(141)
    const before = asked
    await pass(200)
    expect(asked).toBe(before)
    const late = at.filter((each) => each > 141)
    expect(late).toHaveLength(10)
    for (const [i, each] of late.entries()) if (i > 0) expect(each - (late[i - 1] ?? 0)).toBeGreaterThanOrEqual(20)
  })

  test('are shared by all that ask, in their order, and never two of one block', async () => {
    const { watch } = start()
    const all = [take(watch()), take(watch()), take(watch())]
    for (let block = 0; block < 6; block += 1) {
      await pass(10)
      head = (head ?? 0) + 1
      await pass(8)
    }
    expect(all.map((at) => at.length)).toEqual([2, 2, 2])
    const blocks = all.flat().map((at) => Math.floor((at - 10) / 18))
    expect(blocks.sort()).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('stand in nobody’s way when who waited has left', async () => {
    const { watch, next } = start()
    const left = watch(() => {
      throw new Error('left')
    })()
    const rejected = expect(left).rejects.toThrow('left')
    await pass(2)
    await rejected
    const at = take(next)
    await pass(41)
    expect(at).toEqual([18, 38])
  })

  test('do not come while the page is hidden, and one comes at once when it is seen again', async () => {
    const at = take(start().next)
    await pass(1)
    isSeen = false
    await pass(300)
    head = 200
    expect(at).toEqual([0])
    isSeen = true
    await pass(1)
    expect(at).toHaveLength(2)
  })

  test('come first to who waits for what was just signed, and to nobody else before two minutes are over', async () => {
    const { watch, next } = start()
    const figures = take(next)
    await pass(1)
    const followed = take(watch())
    for (let block = 0; block < 10; block += 1) {
      await pass(18)
      head = (head ?? 0) + 1
    }
    const [first, ...further] = figures
    expect(first).toBe(0)
    expect(further.length).toBeGreaterThan(0)
    for (const at of further) expect(at).toBeGreaterThan(121)
    expect(followed.filter((at) => at < 120)).toHaveLength(6)
  })
})
