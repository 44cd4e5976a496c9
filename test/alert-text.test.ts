import { expect, it } from 'vitest'
import { alertText } from '@/components/alert-text'
import { sequencers } from '@/lib/messages/sequencers'
import { toNodes } from '@/lib/nodes'
import type { Sequencer } from '@/lib/sequencer'

const account = '0x00000000000000000000000000000000000000AA'
const node = (id: number): Sequencer => ({
  id,
  amount: 9n,
  reward: 0n,
  owner: account,
  signer: account,
  recipient: account,
  status: 'active',
  exit: null,
})
const nodes = toNodes({ sequencers: [node(11), node(12)], maxLock: 9n, dealer: null })

it('names one full node, or several, in words that fit', () => {
  const text = (count: number) => alertText({ kind: 'atCap', nodes: nodes.slice(0, count) }, sequencers.en, 'en')
  expect(text(1)).toMatch(/^Sequencer 11 holds as much/)
  expect(text(2)).toMatch(/^Sequencer 11 and Sequencer 12 hold as much/)
})
