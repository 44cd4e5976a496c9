import type { Concentration } from './concentration'
import type { Node } from './nodes'

/** Something a holder should know, computed from the chain; the messages word each kind. */
export type Alert =
  /** Nodes that hold as much as they may. `isEnkiFull`: all nodes of ENKI are among them. */
  | { kind: 'atCap'; nodes: readonly Node[]; isEnkiFull: boolean }
  /** Unlock has begun, and the METIS has not been taken; unix seconds of the first moment it can be. */
  | { kind: 'leaving'; nodes: readonly Node[]; claimable: number }
  /** Rewards pile up that nobody can claim; base units. */
  | { kind: 'noRecipient'; nodes: readonly Node[]; reward: bigint }
  | ({ kind: 'payerShort' } & Left)
  /** METIS that open tickets ask for and that is neither on L2 nor on its way there; base units. */
  | { kind: 'queueShort'; missing: bigint }
  | { kind: 'third'; party: string; fraction: number }

/** How many days the payer lasts, and what ends them. */
type Left = { days: number; limit: 'balance' | 'allowance' }

/** What the alerts are computed from; undefined: that chain did not answer, and nothing is said about it. */
type Input = {
  pool?: {
    nodes: readonly Node[]
    maxLock: bigint
    payer: { days: number | null; limit: Left['limit'] } | null
    perParty: Concentration
  }
  queue?: { minter: bigint; queue: bigint; toL2: bigint; liabilities: bigint | null }
}

/** Days of pay below which the payer counts as short: a reward batch comes about every three. */
export const payerShortDays = 30

/** A cap counts as reached when less than one per cent of it is free: rounding and rewards take the rest. */
const isFull = ({ headroom }: Node, maxLock: bigint) => headroom * 100n < maxLock

function ofPayer(payer: NonNullable<Input['pool']>['payer']): Alert[] {
  if (!payer || payer.days === null || payer.days >= payerShortDays) return []
  return [{ kind: 'payerShort', days: payer.days, limit: payer.limit }]
}

function ofPool({ nodes, maxLock, payer, perParty }: NonNullable<Input['pool']>): Alert[] {
  const active = nodes.filter(({ status }) => status === 'active')
  const full = active.filter((node) => isFull(node, maxLock))
  const own = active.filter(({ isEnki }) => isEnki)
  const isEnkiFull = own.length > 0 && own.every((node) => full.includes(node))
  const leaving = nodes.filter(({ status }) => status === 'leaving')
  const unnamed = active.filter(({ recipient }) => recipient === null)
  const reward = unnamed.reduce((sum, node) => sum + node.reward, 0n)
  const { largest } = perParty
  return [
    ...(largest && perParty.toHalt === 1
      ? [{ kind: 'third', party: largest.holder, fraction: largest.fraction } as const]
      : []),
    ...ofPayer(payer),
    ...leaving.map((node) => ({ kind: 'leaving', nodes: [node], claimable: node.exit?.claimable ?? 0 }) as const),
    ...(full.length > 0 ? [{ kind: 'atCap', nodes: full, isEnkiFull } as const] : []),
    ...(unnamed.length > 0 ? [{ kind: 'noRecipient', nodes: unnamed, reward } as const] : []),
  ]
}

/** The queue itself need not hold all it owes: what lies in the minter or comes over from L1 can follow within minutes. */
function ofQueue({ minter, queue, toL2, liabilities }: NonNullable<Input['queue']>): Alert[] {
  if (liabilities === null) return []
  const missing = liabilities - minter - queue - toL2
  return missing > 0n ? [{ kind: 'queueShort', missing }] : []
}

/** All alerts that hold now, the gravest first. */
export const toAlerts = ({ pool, queue }: Input): Alert[] => [
  ...(queue ? ofQueue(queue) : []),
  ...(pool ? ofPool(pool) : []),
]
