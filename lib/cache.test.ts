import { describe, expect, it } from 'vitest'
import { memo } from './cache'

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
    state.clock = 101
    await expect(read()).rejects.toThrow('no answer')
    state.fails = false
    expect(await read()).toBe(state.reads)
  })

  it('does not remember a first failure', async () => {
    const { state, read } = bench()
    state.fails = true
    await expect(read()).rejects.toThrow('no answer')
    state.fails = false
    expect(await read()).toBe(2)
  })
})
