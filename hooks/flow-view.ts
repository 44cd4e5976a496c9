import type { Hash } from 'viem'
import type { Unsafe } from '@/lib/fault'
import type { FlowState } from '@/lib/follow'
import type { Messages } from '@/lib/messages/en'
import type { Names } from '@/lib/names'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import type { Change, Step } from '@/lib/step'

/** Why a flow was stopped before the wallet was asked, with nothing wrong but the moment. */
export type Stop = keyof Messages['flow']['stopped']

/** What the dialog shows. `refreshing`: all mined, the figures are being read again; `done`: they have been. */
export type FlowView = {
  steps: readonly (Pick<Step, 'id' | 'amount'> & Partial<Step>)[]
  state:
    | FlowState
    | ({ index: number; together?: boolean } & (
        | { kind: 'preparing' | 'refreshing' | 'done' }
        | { kind: 'blocked'; fault: Unsafe }
        | { kind: 'stopped'; why: Stop; facts?: Readonly<Record<string, string>> }
      ))
  /** Newest hash of each step that was sent, by index. */
  hashes: readonly (Hash | undefined)[]
  names: Names
  /** The one host that was asked, where its figures should have been compared with another's. */
  alone?: string | undefined
  /** What the account got, once all is mined; by the receipts, never by what was expected. */
  gains?: readonly Change[]
  /** Starts again with a signature for each step, when the wallet would not take them as one. */
  oneByOne?: () => void
}

/** Computes the steps from snapshots that are read after the button was pressed; `also` is what its deed reads besides. */
export type Plan<T> = (protocol: Protocol, position: Position, also: T | undefined) => Promise<readonly Step[]>

/** A flow that nothing more will happen to. */
export function isEnded({ state }: Pick<FlowView, 'state'>): boolean {
  switch (state.kind) {
    case 'preparing':
    case 'switching':
    case 'simulating':
    case 'signing':
    case 'sent':
    case 'unseen':
    case 'dropped':
    case 'signers':
    case 'mined':
    case 'refreshing':
      return false
    case 'blocked':
    case 'stopped':
    case 'done':
    case 'declined':
    case 'refused':
    case 'failed':
    case 'unclear':
    case 'reverted':
    case 'cancelled':
    case 'superseded':
    case 'unfound':
    case 'abandoned':
    case 'partial':
      return true
  }
}

/** A view that shows no step yet. */
export const begin = (state: FlowView['state']): FlowView => ({
  state,
  steps: [],
  hashes: [],
  names: new Map(),
})
