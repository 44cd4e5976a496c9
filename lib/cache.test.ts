import { describe, expect, it } from 'vitest'
import { inTime, memo, soon } from './cache'

/** A reader that counts its calls and answers or fails when told, and a clock that stands still until moved. */
function bench() {
  const state = { reads: 0, clock: 0, fails: false }
  const read = memo(
    async () => {
      state.reads += 1
      if (state.fails) throw new Error('no answer')
      return state.reads
    },
    { freshMs: 10, keepMs: 100 },
    () => state.clock,
  )
  return { state, read }
}

describe('the shared answer', () => {
  it('is read once for any number of callers', async () => {
    const { state, read } = bench()
    const answers = await Promise.all(Array.from({ length: 1000 }, read))
    expect(new Set(answers)).toEqual(new Set([1]))
    expect(state.reads).toBe(1)
  })

  it('is served while a new one is fetched, then replaced', async () => {
    const { state, read } = bench()
    await read()
    state.clock = 11
    expect(await read()).toBe(1)
    expect(await read()).toBe(2)
    expect(state.reads).toBe(2)
  })

  it('outlives a failing source until it is too old to show', async () => {
    const { state, read } = bench()
    await read()
    state.fails = true
    state.clock = 50
    expect(await read()).toBe(1)
    state.clock = 2_051
    await expect(read()).rejects.toThrow('no answer')
    state.fails = false
    state.clock = 4_051
    expect(await read()).toBe(state.reads)
  })

  it('costs a failing source one call in a while, with and without a good answer, however many ask', async () => {
    const { state, read } = bench()
    state.fails = true
    const ask = () => Promise.allSettled(Array.from({ length: 1000 }, read))
    expect((await ask()).every(({ status }) => status === 'rejected')).toBe(true)
    await ask()
    state.clock = 1_999
    await ask()
    expect(state.reads).toBe(1)
    state.fails = false
    state.clock = 2_000
    await ask()
    expect(state.reads).toBe(2)
    state.fails = true
    state.clock = 2_050
    for (let i = 0; i < 3; i += 1) await ask()
    expect(state.reads).toBe(3)
  })

  it('does not remember a first failure for long', async () => {
    const { state, read } = bench()
    state.fails = true
    await expect(read()).rejects.toThrow('no answer')
    state.fails = false
    state.clock = 2_000
    expect(await read()).toBe(2)
  })
})

describe('an answer that is not waited for', () => {
  const never = new Promise<number>(() => {})
  const no = () => Promise.reject(new Error('no answer'))

  it('is told apart: late or failed', async () => {
    expect(await inTime(never, 1)).toBeNull()
    expect(await inTime(no(), 1_000)).toBeUndefined()
    expect(await inTime(Promise.resolve(7), 1_000)).toBe(7)
  })
  it('is missing either way', async () => {
    expect(await soon(never, 1)).toBeUndefined()
    expect(await soon(no(), 1_000)).toBeUndefined()
  })
})
