import { parseEther } from 'viem'
import type { Chain } from './chains'
import type { World } from './deploy'
import { type Policy, sendDeposits, sendUnlocking } from './deposits'
import { sendEpochs, takeTurns } from './epochs'
import { sendMessages } from './relay'
import { sendBatch, sendNews, sendPrice, sendRelock } from './rewards'
import { readTime } from './time'
import { mineBlock, rpc } from './transact'

/** Fills the sequencer to its cap, and leaves some METIS in the minter for the queue. */
const policy: Policy = { lock: parseEther('100000'), reserve: parseEther('1000') }

/** Plays ENKI's backend, the sequencers' committee and the relayer. Every step ends mined. */
export type Keeper = ReturnType<typeof createKeeper>

/** One block for all that `job` sends, at `timestamp` (unix seconds) when given; others' transactions wait for it too. */
async function inOneBlock(chain: Chain, job: () => Promise<unknown>, timestamp?: number): Promise<void> {
  await rpc(chain, 'evm_setAutomine', [false])
  try {
    await job()
    if (timestamp !== undefined || chain.waiting.size > 0) await mineBlock(chain, timestamp)
  } finally {
    chain.waiting.clear()
    await rpc(chain, 'evm_setAutomine', [true])
  }
}

export function createKeeper(world: World) {
  const { l1, l2 } = world
  const draw = takeTurns()
  const commit = async (ahead: bigint) => sendEpochs(world, (await l2.client.getBlockNumber()) + ahead, draw, 1n)

  /** Delivers what may be delivered, in both directions; rewards that arrive are dispatched. */
  const relayMessages = async () => {
    await inOneBlock(l1, async () => sendMessages(world, 'l2', await readTime(l1)))
    await inOneBlock(l2, async () => sendNews(world, await readTime(l2)))
  }

  /** Pays the sequencers for every block so far, and brings ENKI's share to the holders of seMetis. */
  const rewardRound = async () => {
    await inOneBlock(l2, () => commit(6n))
    await inOneBlock(l1, async () => {
      await sendBatch(world)
      await sendRelock(world)
    })
    await relayMessages()
  }

  /** METIS of the minter: first to the queue, then over the bridge towards the sequencer. */
  const moveDeposits = () => inOneBlock(l2, async () => sendDeposits(world, await readTime(l2), policy))

  /** METIS for the tickets of the coming two weeks, out of the lock when the minter has too little. */
  const fundQueue = async () => {
    await inOneBlock(l1, async () => sendUnlocking(world, await readTime(l2)))
    await relayMessages()
    await inOneBlock(l2, async () => sendDeposits(world, await readTime(l2), { ...policy, lock: 0n }))
  }

  const refreshPrice = (dollars: number) => inOneBlock(l2, () => sendPrice(world, dollars))

  /** One block on either chain at `timestamp`. With `work`, a whole round of the keeper happens in these two blocks. */
  const beat = async (timestamp: number, work: boolean, dollars: number) => {
    const onL1 = async () => {
      await sendMessages(world, 'l2', timestamp)
      await sendBatch(world)
      await sendRelock(world)
      await sendUnlocking(world, timestamp)
    }
    const onL2 = async () => {
      await sendNews(world, timestamp)
      await sendDeposits(world, timestamp, policy)
      await sendPrice(world, dollars)
      await commit(8n)
    }
    await inOneBlock(l1, work ? onL1 : async () => undefined, timestamp)
    await inOneBlock(l2, work ? onL2 : async () => undefined, timestamp)
  }

  return { relayMessages, rewardRound, moveDeposits, fundQueue, refreshPrice, beat }
}
