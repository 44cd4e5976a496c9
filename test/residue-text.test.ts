import { describe, expect, it } from 'vitest'
import { residueText } from '@/components/sequencers/residue-text'
import { sequencers } from '@/lib/messages/sequencers'

const metis = 10n ** 18n
const text = (residue: number | null, unreported = 0) =>
  residueText(
    { residue: residue === null ? null : BigInt(residue) * metis, unreported: BigInt(unreported) * metis },
    sequencers.en.allocation,
    'en',
  ).join(' ')

describe('the words for a difference', () => {
  it('say that nothing is missing only where the sum is the supply and nothing in it is unheard of', () => {
    expect(text(0)).toBe('Nothing is missing, to the wei.')
    expect(text(0, 5)).not.toContain('Nothing is missing')
    expect(text(null)).not.toContain('Nothing is missing')
  })
  it('call rewards on their way a part of it only where it is as large', () => {
    expect(text(5, 5)).toMatch(/^5.00 METIS of it is reward .* It will.$/)
    expect(text(7, 5)).toMatch(/^5.00 METIS of it is reward .* a gift/)
    for (const residue of [0, 3, -2]) expect(text(residue, 5)).not.toContain('of it is reward')
  })
  it('name what such rewards hide', () => {
    expect(text(0, 5)).toMatch(/the difference would be −5.00 METIS. eMetis that this count finds no METIS for/)
    expect(text(-2, 5)).toContain('the difference would be −7.00 METIS.')
  })
  it('give each sign its causes', () => {
    expect(text(1)).toContain('a gift')
    expect(text(-1)).toContain('a transfer older than 45 days')
  })
})
