import { describe, expect, it } from 'vitest'
import { chainNow } from './chain-now'

describe('chainNow', () => {
  const block = { seconds: 1_000, readAt: 5_000_000 }
  it('moves on from the block by as much as our clock has since it was read', () => {
    expect(chainNow(block, 5_007_500)).toBe(1_007.5)
  })
  it('does not go back when our clock was set back', () => {
    expect(chainNow(block, 4_000_000)).toBe(1_000)
  })
})
