import { erc20Abi } from 'viem'
import { artemisDepositPoolAbi } from '@/abi/artemis-deposit-pool'
import { artemisRewardPoolAbi } from '@/abi/artemis-reward-pool'
import { artemisWithdrawalManagerAbi } from '@/abi/artemis-withdrawal-manager'
import { metis } from './contracts'
import { artemis } from './pinned'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'

/** Artemis on L2 at one block; base units. Null: that contract did not answer. */
export type Artemis = {
  block: Block
  /** METIS behind all artMETIS, as of the last harvest. */
  staked: bigint | null
  supply: bigint | null
  /** METIS that one artMETIS stands for. */
  price: bigint | null
  /** Rewards that wait to be harvested, before the fee. */
  pending: bigint | null
  /** Part of the rewards that is kept. */
  fee: number | null
  /** Seconds from request to payment, at the least. */
  exitSeconds: number | null
  /** METIS owed to requests that are not open yet. */
  leaving: bigint | null
}

const token = { abi: erc20Abi, address: artemis.token } as const
const depositPool = { abi: artemisDepositPoolAbi, address: artemis.depositPool } as const
const rewardPool = { abi: artemisRewardPoolAbi, address: artemis.rewardPool } as const
const withdrawals = { abi: artemisWithdrawalManagerAbi, address: artemis.withdrawalManager } as const

const one = 10n ** 18n

/** What requests `nextUnlockNonce` up to the last one are owed; the contract adds them up itself. */
async function readLeaving(client: Client, next: bigint | null): Promise<bigint | null> {
  if (next === null) return null
  const [sum] = await client.multicall({
    batchSize: 0,
    contracts: [{ ...withdrawals, functionName: 'calculateUnlockNonce', args: [next] }],
  })
  return maybe(sum)
}

/** Two requests; every figure but the sum of open requests is of one block. Throws when the RPC fails. */
export async function readArtemis(client: Client): Promise<Artemis> {
  const [number, seconds, deposits, total, waiting, rate, delay, next] = await client.multicall({
    batchSize: 0,
    contracts: [
      ...blockCalls,
      { ...depositPool, functionName: 'totalDeposits' },
      { ...token, functionName: 'totalSupply' },
      { ...metis, functionName: 'balanceOf', args: [artemis.rewardPool] },
      { ...rewardPool, functionName: 'feeRate' },
      { ...withdrawals, functionName: 'withdrawDelay' },
      { ...withdrawals, functionName: 'nextWithdrawNonce' },
    ],
  })
  const [staked, supply, fee, exit] = [maybe(deposits), maybe(total), maybe(rate), maybe(delay)]
  return {
    block: toBlock(must(number), must(seconds)),
    staked,
    supply,
    price: staked !== null && supply ? (staked * one) / supply : null,
    pending: maybe(waiting),
    fee: fee === null ? null : Number((fee * 10n ** 12n) / one) / 1e12,
    exitSeconds: exit === null ? null : Number(exit),
    leaving: await readLeaving(client, maybe(next)),
  }
}
