import { type BlockShare, blockShares } from './block-share'
import type { Epochs } from './epochs'
import type { Node } from './nodes'
import type { PoolEvent } from './pool-events'
import { signerIds } from './signers'

/** Who made blocks: a sequencer, whatever it signed with at the time, or a signer that no sequencer is known to have had. */
export type Producer = BlockShare & {
  node: Node | undefined
  /** Times it was replaced; null: not known. */
  replaced: number | null
}

/** Who has made blocks, as far back as was asked. */
export type Producers = {
  list: readonly Producer[]
  /** The sequencer that a signer is or was; undefined: none is known. */
  nodeOf: (signer: string) => Node | undefined
  /** The stake was read. */
  hasStake: boolean
  /** False: a signer is none of now, and what the pool has logged, which tells whose it was, is not read yet. */
  isSure: boolean
}

/** Joins epochs to the pool. Without `nodes` signers stand alone and have no stake; `events` undefined: not read yet. */
export function toProducers(
  { epochs, replaced }: Epochs,
  nodes: readonly Node[] | undefined,
  events: readonly PoolEvent[] | undefined,
): Producers {
  const ids = signerIds(nodes ?? [], events)
  const byId = new Map(nodes?.map((node) => [node.id, node]))
  const nodeOf = (signer: string) => byId.get(ids.get(signer.toLowerCase()) ?? 0)
  const holderOf = (signer: string) => String(nodeOf(signer)?.id ?? signer.toLowerCase())
  const active = nodes?.filter(({ status }) => status === 'active') ?? []
  const stakes = new Map(active.map(({ id, share }) => [String(id), share]))
  const failures = replaced?.map(({ signer }) => holderOf(signer))
  return {
    list: blockShares(epochs, stakes, holderOf).map((one) => ({
      ...one,
      node: byId.get(Number(one.holder)),
      replaced: failures?.filter((holder) => holder === one.holder).length ?? null,
    })),
    nodeOf,
    hasStake: nodes !== undefined,
    isSure: !nodes || events !== undefined || epochs.every(({ signer }) => nodeOf(signer)),
  }
}
