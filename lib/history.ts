import type { Address } from 'viem'
import { type Archive, createLogbook } from './logbook'
import { network } from './network'
import { countHolders, type Payout, type Totals, undo, type VaultEvent } from './payouts'
import { pinned } from './pinned'
import type { Protocol } from './protocol'
import type { Block, Client } from './rpc'
import { readVaultEvents } from './vault-events'

/** The protocol's past as far as it has been read. */
export type History = {
  /** The block it reaches up to. */
  block: Block
  /** Oldest first. */
  payouts: readonly Payout[]
  /** Accounts that hold shares now; null while the history is not whole. */
  holders: number | null
  /** Undoing every event leads to an empty vault, so none is missing and the first is the first of all. */
  isWhole: boolean
  /** Number of events it rests on, and the block of the first. */
  events: number
  since: bigint
}

const isEmpty = ({ totalAssets, totalShares }: Totals) => totalAssets === 0n && totalShares === 0n

function toHistory(block: Block, events: readonly VaultEvent[], { payouts, start }: ReturnType<typeof undo>): History {
  const isWhole = isEmpty(start)
  const holders = isWhole ? countHolders(events) : null
  return {
    block,
    isWhole,
    events: events.length,
    since: events[0]?.block ?? block.number,
    holders: holders?.now ?? null,
    payouts: payouts.map((payout, i) => ({ ...payout, holders: holders?.atPayouts[i] ?? null })),
  }
}

/** A reader of the past up to a snapshot; it goes back to a payout at least `days` old, or to the first deposit of all. */
export function createHistory({
  client,
  dispatcher,
  archive,
}: {
  client: Client
  dispatcher: Address
  archive: Archive
}) {
  const name = ['vault', network.l2.id, pinned.seMetis, dispatcher].join(' ')
  const logbook = createLogbook({ client, archive, name, read: (range) => readVaultEvents(client, dispatcher, range) })
  return async (protocol: Protocol, days: number): Promise<History> => {
    const { number, seconds } = protocol.block
    const events = await logbook(number, (known) => {
      const { payouts, start } = undo(known, protocol)
      return isEmpty(start) || (payouts[0]?.seconds ?? seconds) <= seconds - days * 86_400
    })
    return toHistory(protocol.block, events, undo(events, protocol))
  }
}
