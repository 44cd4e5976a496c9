import { describe, expect, it } from 'vitest'
import { blockShares, type Epoch, spread } from './block-share'

const run = (...signers: string[]): Epoch[] =>
  signers.map((signer, i) => ({ number: BigInt(i), signer, startBlock: BigInt(i * 10), endBlock: BigInt(i * 10 + 9) }))
const repeat = (signer: string, times: number) => Array.from({ length: times }, () => signer)

describe('block shares', () => {
  it('count blocks, not epochs: a replaced epoch ends early', () => {
    const epochs: Epoch[] = [
      { number: 1n, signer: 'a', startBlock: 1n, endBlock: 3n },
      { number: 2n, signer: 'b', startBlock: 4n, endBlock: 12n },
    ]
    const [first, second] = blockShares(epochs, new Map([['a', 0.5]]))
    expect(first).toMatchObject({ holder: 'b', blocks: 9n, epochs: 1, share: 0.75, expected: null, verdict: 'unknown' })
    expect(second).toMatchObject({ holder: 'a', blocks: 3n, share: 0.25, expected: 0.5 })
  })
  it('name the spread that a hundred equal epochs leave to chance: three points at ten per cent', () => {
    expect(spread(0.1, run(...repeat('a', 100)))).toBeCloseTo(0.03, 6)
  })
  it('widen it when few long epochs weigh more than many short ones', () => {
    const long = { number: 0n, signer: 'a', startBlock: 1000n, endBlock: 1999n }
    expect(spread(0.1, [...run(...repeat('a', 99)), long])).toBeGreaterThan(0.15)
  })
  it('call usual what chance explains, and no more', () => {
    const epochs = run(...repeat('a', 16), ...repeat('b', 84))
    const stakes = (a: number) => new Map([['a', a]])
    const verdict = (a: number) => blockShares(epochs, stakes(a)).find(({ holder }) => holder === 'a')?.verdict
    expect(verdict(0.1)).toBe('above')
    expect(verdict(0.12)).toBe('usual')
    expect(verdict(0.24)).toBe('usual')
    expect(verdict(0.3)).toBe('below')
  })
  it('list a signer with stake that produced nothing', () => {
    expect(blockShares(run('a'), new Map([['b', 0.3]])).map(({ holder }) => holder)).toEqual(['a', 'b'])
  })
  it('say nothing of no epochs', () => {
    expect(blockShares([], new Map([['a', 1]]))).toMatchObject([{ share: 0, verdict: 'unknown' }])
  })
  it('know a signer in any spelling of its address', () => {
    expect(blockShares(run('0xAB'), new Map([['0xab', 1]]))).toHaveLength(1)
  })
})
