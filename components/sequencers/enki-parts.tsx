import { Section } from '@/components/section'
import type { Room } from '@/lib/allocation'
import { chainNow } from '@/lib/chain-now'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { PoolFacts } from '@/lib/pool-facts'
import type { Reserves } from '@/lib/reserves'
import type { Situation } from '@/lib/what-if'
import { AllocationView } from './allocation-view'
import { DealerView } from './dealer-view'
import type { PoolPage } from './pool-page'
import { RoomView } from './room-view'
import { TransferList } from './transfer-list'
import { WhatIf } from './what-if'

type Props = {
  page: PoolPage
  facts: PoolFacts
  messages: Messages
  locale: string
  /** Address of this page. */
  path: string
}

const toSituation = ({ pool, stake, enkiStake, pay }: PoolFacts, reserves: Reserves, room: Room): Situation => ({
  room,
  minter: reserves.minter,
  minLock: pool.minLock,
  maxLock: pool.maxLock,
  supply: reserves.supply,
  stake,
  enkiStake,
  rewardPerBlock: pool.rewardPerBlock,
  secondsPerBlock: pay?.secondsPerBlock ?? null,
})

/** ENKI's own part: where its METIS is, what is on the bridge, what room is left, and what a stake would do. */
export function EnkiParts({ page: { placement, past }, facts, messages, locale, path }: Props) {
  const { sequencers: words, shell, stake } = messages
  if (!placement)
    return (
      <Section id="allocation" title={words.allocation.title} lead={words.allocation.lead}>
        <p className="max-w-measure text-barley">{fill(words.allocation.unread, { chain: network.l2.name })}</p>
        <DealerView facts={facts} past={past} messages={messages} locale={locale} path={path} />
      </Section>
    )
  const { crossings, reserves, room } = placement
  const shared = { words, locale }
  const fieldWords = { ...stake, amount: words.whatIf.amount }
  return (
    <>
      <Section id="allocation" title={words.allocation.title} lead={words.allocation.lead}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <AllocationView placement={placement} nodes={facts.nodes} block={facts.pool.block} {...shared} />
          </div>
          <div>
            {crossings && (
              <TransferList crossings={crossings} now={Math.floor(chainNow(reserves.block, Date.now()))} {...shared} />
            )}
          </div>
        </div>
        <DealerView facts={facts} past={past} messages={messages} locale={locale} path={path} />
      </Section>
      <Section id="room" title={words.room.title}>
        {room ? (
          <>
            <RoomView room={room} pool={facts.pool} loading={shell.loading} {...shared} />
            <h3 className="mt-10 mb-3 text-lg">{words.whatIf.title}</h3>
            <WhatIf
              situation={toSituation(facts, reserves, room)}
              field={fieldWords}
              words={words.whatIf}
              locale={locale}
            />
          </>
        ) : (
          <p className="max-w-measure text-barley">
            {reserves.liabilities === null
              ? fill(words.room.queueUnread, { chain: network.l2.name })
              : words.room.wayUnread}
          </p>
        )}
      </Section>
    </>
  )
}
