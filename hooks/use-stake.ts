'use client'

import type { AddressBook } from '@/lib/address-book'
import { maxStake } from '@/lib/amount'
import type { Protocol } from '@/lib/protocol'
import { type StakeIntent, stakeObstacle } from '@/lib/stake-quote'
import { useAmountField } from './use-amount-field'
import { useFlow } from './use-flow'
import { useIdleWallet } from './use-idle-wallet'
import { useKept } from './use-kept'
import { usePosition } from './use-position'
import { useProtocol } from './use-protocol'
import { useRecipient } from './use-recipient'
import { useWallet } from './use-wallet'

const gives = ['METIS', 'eMetis'] as const
const receives = ['seMetis', 'eMetis'] as const

/** Everything the stake form knows: what was typed and chosen, what the chain says, and the running flow. */
export function useStake(book: AddressBook, initial: Protocol) {
  useIdleWallet()
  const wallet = useWallet()
  const protocol = useProtocol(book, initial).data
  const { data: position, isError: isUnread } = usePosition(book, wallet.account)
  const flow = useFlow(book)
  const field = useAmountField('abzu.stake')
  const to = useRecipient(wallet.account)
  const [give, setGive] = useKept<StakeIntent['give']>('abzu.stake.give', 'METIS', gives)
  const [receive, setReceive] = useKept<StakeIntent['receive']>('abzu.stake.receive', 'seMetis', receives)

  const amount = field.parsed.kind === 'amount' ? field.parsed.value : 0n
  const { recipient } = to
  const intent: StakeIntent =
    give === 'METIS' ? { amount, give, receive, recipient } : { amount, give, receive: 'seMetis', recipient }
  const balance = give === 'METIS' ? position?.metis : position?.eMetis
  const most = position && (give === 'METIS' ? maxStake(position.metis, position.gasPrice) : position.eMetis)
  const stake = () =>
    flow.start(async (latest, mine) => (await import('@/lib/stake')).stakeSteps(intent, latest, mine), {
      field: field.key,
      onDone: () => to.change(() => undefined),
    })
  const obstacle = stakeObstacle(intent, protocol, position)
  return {
    book,
    wallet,
    protocol,
    position,
    isUnread,
    flow,
    field,
    to,
    intent,
    setGive,
    setReceive,
    balance,
    most,
    obstacle,
    stake,
  }
}
