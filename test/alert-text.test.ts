import { describe, expect, it } from 'vitest'
import { alertText } from '@/components/alert-text'
import type { Alert } from '@/lib/alerts'
import { sequencers } from '@/lib/messages/sequencers'
import { toNodes } from '@/lib/nodes'
import type { Sequencer } from '@/lib/sequencer'

const account = '0x00000000000000000000000000000000000000AA'
const [began, claimable] = [Date.UTC(2026, 0, 2) / 1000, Date.UTC(2026, 0, 23) / 1000]
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
const pool = { maxLock: 9n, dealer: null }
const nodes = toNodes({ ...pool, block: { seconds: began }, sequencers: [node(11), node(12)] })
const metis = 10n ** 18n

const leavingAt = (seconds: number): Alert => {
  const one: Sequencer = { ...node(11), status: 'leaving', exit: { began, claimable } }
  return { kind: 'leaving', nodes: toNodes({ ...pool, block: { seconds }, sequencers: [one] }), claimable }
}
const payer = (days: number, limit: 'balance' | 'allowance'): Alert => ({ kind: 'payerShort', days, limit })

const sentences: readonly (readonly [name: string, alert: Alert, en: string, zh: string])[] = [
  [
    'one full node of others',
    { kind: 'atCap', nodes: nodes.slice(0, 1), isEnkiFull: false },
    'Sequencer 11 holds as much as a node may.',
    '11 号排序器的锁定量已到节点上限。',
  ],
  [
    'several full nodes, with all of ENKI’s among them',
    { kind: 'atCap', nodes, isEnkiFull: true },
    'Sequencer 11 and Sequencer 12 hold as much as a node may. ENKI has no node with more room: METIS staked with it beyond that waits until another one opens.',
    '11 号排序器和 12 号排序器的锁定量已到节点上限。ENKI 已没有空余的节点，再质押的 METIS 要等新节点开出来才能锁入排序器。',
  ],
  [
    'a node a second before its METIS is free',
    leavingAt(claimable - 1),
    'Sequencer 11 is leaving. Its METIS is locked until 23 Jan 2026 and makes no blocks.',
    '11 号排序器正在退出，其 METIS 锁定到 2026年1月23日，期间不出块。',
  ],
  [
    'a node whose METIS could be taken and was not',
    leavingAt(claimable),
    'Sequencer 11 is leaving. Its METIS makes no blocks, could be taken out since 23 Jan 2026, and has not been yet.',
    '11 号排序器正在退出，不再出块；其 METIS 自 2026年1月23日起即可取回，但至今没有取回。',
  ],
  [
    'rewards that nobody can claim',
    { kind: 'noRecipient', nodes, reward: 1_234n * metis },
    'Sequencer 11 and Sequencer 12 named nobody to be paid on Metis. 1,234.00 METIS of rewards has piled up there and cannot be claimed.',
    '11 号排序器和 12 号排序器没有指定在 Metis 上的收款账户，已积压 1,234.00 METIS 奖励无法领取。',
  ],
  [
    'a payer that has little',
    payer(12.9, 'balance'),
    'The account that pays all sequencers has enough for 12 days. When it is empty, rewards stop.',
    '支付全部排序器奖励的账户，余额只够再付 12 天。一旦用完，奖励就会停发。',
  ],
  [
    'a payer that allows little',
    payer(1.9, 'allowance'),
    'The account that pays all sequencers lets the pool take enough for 1 day. Once that is taken, rewards stop until it allows more.',
    '支付全部排序器奖励的账户，允许排序器池划走的数额只够再付 1 天。用完后若不提高额度，奖励就会停发。',
  ],
  [
    'a queue that is short',
    { kind: 'queueShort', missing: 7n * metis },
    'Open redemption tickets ask for 7.00 METIS more than there is on Metis or on its way back there. Before they can all be paid, that much has to be brought back from Ethereum or newly staked.',
    '兑付全部赎回凭证所需的 METIS，比 Metis 上现有的和正在转回 Metis 的合计还多 7.00 METIS。要全部兑付，得先从以太坊转回这么多，或者有这么多新的质押。',
  ],
  [
    'a party above a third',
    { kind: 'third', party: 'Artemis', fraction: 0.523 },
    'Artemis has 52.3% of the active stake. More than a third can halt the pool alone.',
    'Artemis 占有效质押的 52.3%。超过三分之一就能单独让排序器池停摆。',
  ],
]

describe('an alert is worded in both languages:', () => {
  it.each(sentences)('%s', (_, alert, en, zh) => {
    expect(alertText(alert, sequencers.en, 'en')).toBe(en)
    expect(alertText(alert, sequencers.zh, 'zh-Hans')).toBe(zh)
  })
})
