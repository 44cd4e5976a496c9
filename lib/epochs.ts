import { type Address, zeroAddress } from 'viem'
import type { Epoch } from './block-share'
import { sequencerSet } from './contracts'
import { type Answer, readHeadAndList } from './head-and-list'
import { type Replaced, readReplaced } from './replaced'
import { type Block, blockCalls, type Client, must, toBlock } from './rpc'

/** The latest epochs of SequencerSet at one L2 block. */
export type Epochs = {
  block: Block
  /** Finished ones, oldest first. What storage holds is corrected for replaced producers already. */
  epochs: readonly Epoch[]
  /** Blocks of an epoch as it is set now. */
  length: bigint
  /** Who produces now; null: nobody is named for this block. */
  producer: Address | null
  /** Producers that were replaced in these epochs, one entry for each time; null: the logs that tell could not be read. */
  replaced: readonly Replaced[] | null
}

type Row = readonly [number: bigint, signer: Address, startBlock: bigint, endBlock: bigint]

/** Epochs read besides: those committed and not finished, and before the first some of which the logs tell how they were named. */
const ahead = 12

const orNull = <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null)

/** An epoch is named while the one before is made, or earlier: the logs are read from the oldest epoch known on. */
async function readLatest(client: Client, known: readonly Epoch[], epochs: readonly Epoch[], to: bigint) {
  const [oldest, first] = [known[0], epochs[0]]
  if (!oldest || !first) return []
  const from = oldest.number === 0n || oldest.startBlock > to ? 0n : oldest.startBlock
  return readReplaced(client, first.number, { from, to })
}

/** The last `count` finished epochs: two multicalls and the logs of their blocks. Throws when the RPC fails. */
export async function readEpochs(client: Client, count: number): Promise<Epochs> {
  const [newest] = await client.multicall({
    batchSize: 0,
    contracts: [{ ...sequencerSet, functionName: 'currentEpochNumber' }],
  })
  const last = must(newest)
  // Some at the end are not finished: producers are named ahead.
  const asked = Math.min(count + ahead, Number(last) + 1)
  const numbers = Array.from({ length: asked }, (_, i) => last - BigInt(asked - 1 - i))
  const { head, list } = await readHeadAndList(
    client,
    [
      ...blockCalls,
      { ...sequencerSet, functionName: 'epochLength' },
      { ...sequencerSet, functionName: 'currentEpoch' },
    ],
    numbers.map((number) => ({ ...sequencerSet, functionName: 'epochs', args: [number] })),
    (answer: Answer<Row>): Epoch => {
      const [number, signer, startBlock, endBlock] = must(answer)
      return { number, signer, startBlock, endBlock }
    },
  )
  const [number, seconds, length] = head
  const block = toBlock(must(number), must(seconds))
  const known = list.filter(({ signer }) => signer !== zeroAddress)
  const epochs = known.filter(({ endBlock }) => endBlock < block.number).slice(-count)
  const now = known.find(({ startBlock, endBlock }) => startBlock <= block.number && block.number <= endBlock)
  const replaced = await orNull(readLatest(client, known, epochs, block.number))
  return { block, epochs, length: must(length), producer: (now?.signer as Address | undefined) ?? null, replaced }
}
