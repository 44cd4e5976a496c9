import type { Address } from 'viem'
import { committee } from './accounts'
import type { World } from './deploy'
import { epochLength } from './deploy-l2'
import { read, readMany, send } from './transact'

/** An active sequencer and what it has locked: its chance of being drawn. */
export type Candidate = { signer: Address; locked: bigint }

/** Chooses the producer of the next epoch. */
export type Draw = (candidates: readonly Candidate[]) => Address

type SequencerRow = readonly unknown[]
type Epoch = readonly [number: bigint, signer: Address, startBlock: bigint, endBlock: bigint]

export async function readCandidates({ onL1 }: World): Promise<Candidate[]> {
  const total = await read<bigint>(onL1.pool, 'totalSequencers')
  const ids = Array.from({ length: Number(total) }, (_, i) => [BigInt(i + 1)])
  const rows = await readMany<SequencerRow>(onL1.pool, 'sequencers', ids)
  return rows.filter((row) => row[12] === 2).map((row) => ({ signer: row[9] as Address, locked: row[0] as bigint }))
}

/** By lot, weighted by stake in whole METIS, as the sequencers' own consensus does. */
export const drawLot =
  (fraction: () => number): Draw =>
  (candidates) => {
    const weights = candidates.map(({ locked }) => Number(locked / 10n ** 18n))
    let ticket = fraction() * weights.reduce((sum, weight) => sum + weight, 0)
    const drawn =
      candidates.find((_, i) => {
        ticket -= weights[i] ?? 0
        return ticket < 0
      }) ?? candidates.at(-1)
    if (!drawn) throw new Error('No sequencer is active')
    return drawn.signer
  }

/** In turns in proportion to stake: whoever is furthest behind. Keeps rewards steady when there are few blocks to share. */
export function takeTurns(): Draw {
  const credit = new Map<Address, number>()
  return (candidates) => {
    const total = candidates.reduce((sum, { locked }) => sum + Number(locked / 10n ** 18n), 0)
    for (const { signer, locked } of candidates)
      credit.set(signer, (credit.get(signer) ?? 0) + Number(locked / 10n ** 18n))
    const [first] = [...candidates].sort((a, b) => (credit.get(b.signer) ?? 0) - (credit.get(a.signer) ?? 0))
    if (!first) throw new Error('No sequencer is active')
    credit.set(first.signer, (credit.get(first.signer) ?? 0) - total)
    return first.signer
  }
}

/** Sends epochs until block `upTo` has a producer. After a jump in time they are longer, so that a call stays small. */
export async function sendEpochs(world: World, upTo: bigint, draw: Draw, length = epochLength): Promise<void> {
  const { sequencerSet } = world.onL2
  const current = await read<bigint>(sequencerSet, 'currentEpochNumber')
  const [, , , endBlock] = await read<Epoch>(sequencerSet, 'epochs', [current])
  if (endBlock >= upTo) return
  const candidates = await readCandidates(world)
  if (candidates.length === 0) return
  const most = (upTo - endBlock) / 60n + 1n
  const step = most > length ? most : length
  let number = current
  for (let start = endBlock + 1n; start <= upTo; start += step) {
    number += 1n
    const args = [number, start, start + step - 1n, draw(candidates)]
    await send({ from: committee, on: sequencerSet, fn: 'commitEpoch', args })
  }
}

/** Names another for the next block, and drops the epochs after: in the first block of an epoch that epoch is taken over. */
async function sendRecommit(world: World, draw: Draw, isFirst: boolean): Promise<void> {
  const { sequencerSet } = world.onL2
  const next = (await world.l2.client.getBlockNumber()) + 1n
  const number = await read<bigint>(sequencerSet, 'getEpochByBlock', [next])
  const [, failed, startBlock, endBlock] = await read<Epoch>(sequencerSet, 'epochs', [number])
  if (next < startBlock || next > endBlock || (next === startBlock) !== isFirst) return
  const others = (await readCandidates(world)).filter(({ signer }) => signer !== failed)
  const old = isFirst ? number - 1n : number
  const args = [old, old + 1n, next, endBlock + 1n, draw(others)]
  await send({ from: committee, on: sequencerSet, fn: 'recommitEpoch', args })
}

/** Replaces a producer that stopped: its epoch is cut and a new one begins. Does nothing when that epoch only begins. */
export const sendReplacement = (world: World, draw: Draw) => sendRecommit(world, draw, false)

/** Replaces a producer that did not make its first block. Does nothing when the epoch of the next block is under way. */
export const sendTakeover = (world: World, draw: Draw) => sendRecommit(world, draw, true)

/** Blocks per signer in a range of epochs. */
export async function countBlocks(world: World, first: bigint, last: bigint): Promise<Map<Address, bigint>> {
  const numbers = Array.from({ length: Number(last - first) + 1 }, (_, i) => [first + BigInt(i)])
  const epochs = await readMany<Epoch>(world.onL2.sequencerSet, 'epochs', numbers)
  const counts = new Map<Address, bigint>()
  for (const [, signer, startBlock, endBlock] of epochs)
    counts.set(signer, (counts.get(signer) ?? 0n) + endBlock - startBlock + 1n)
  return counts
}
