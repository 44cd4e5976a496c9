import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Address } from 'viem'
import { expect, it } from 'vitest'
import { DealerNote } from '@/components/contracts/dealer-note'
import { emptyBook } from '@/lib/address-book'
import { toInventory } from '@/lib/inventory'
import { contracts as words } from '@/lib/messages/contracts'
import { pinnedL1 } from '@/lib/pinned'

const other = '0x00000000000000000000000000000000000000AA'

const noteFor = (l1Dealer: Address | null) =>
  renderToStaticMarkup(
    createElement(DealerNote, { contracts: toInventory({ ...emptyBook, l1Dealer }), words: words.en.wiring }),
  )

it('names both Dealers where Config names another one, and says nothing else', () => {
  expect(noteFor(other)).toContain('Config names another Dealer')
  for (const address of [other, pinnedL1.dealer]) expect(noteFor(other)).toContain(address)
  expect(noteFor(pinnedL1.dealer)).toBe('')
  expect(noteFor(null)).toBe('')
})
