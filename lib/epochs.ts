import { type Address, getAbiItem, zeroAddress } from 'viem'
import type { Epoch } from './block-share'
import { sequencerSet } from './contracts'
import { type Answer, readHeadAndList } from './head-and-list'
import { readLogs } from './logs'
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
  /** Producers that were replaced in the epochs read, one entry for each time. */
  replaced: readonly { signer: string; epoch: bigint; block: bigint }[]
}

type Row = readonly [number: bigint, signer: Address, startBlock: bigint, endBlock: bigint]

/** Epochs that may be committed and not finished, at most. */
const ahead = 12

const recommit = [getAbiItem({ abi: sequencerSet.abi, name: 'ReCommitEpoch' })] as const

/** Who failed is who signs, in storage, the epoch that was cut short. */
async function readReplaced(client: Client, epochs: readonly Epoch[], to: bigint): Promise<Epochs['replaced']> {
  const [first] = epochs
  if (!first) return []
  const logs = await readLogs(client, {
    address: sequencerSet.address,
    events: recommit,
    from: first.startBlock < to ? first.startBlock : to,
    to,
  })
  return logs.flatMap(({ args, blockNumber }) => {
    const cut = epochs.find(({ number }) => number === args.oldEpochId)
    return cut ? [{ signer: cut.signer, epoch: cut.number, block: blockNumber }] : []
  })
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
  const replaced = await readReplaced(client, epochs, block.number)
  return { block, epochs, length: must(length), producer: (now?.signer as Address | undefined) ?? null, replaced }
}
