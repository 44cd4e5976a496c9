import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { dealer, lockingInfo, lockingPool, metisL1 } from './contracts'
import { type Answer, readHeadAndList } from './head-and-list'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import { type Sequencer, type SequencerRow, toSequencer } from './sequencer'

/** ENKI's side on L1; amounts in base units. */
export type Dealer = {
  /** METIS that has crossed the bridge and is not locked yet. */
  idle: bigint
  /** What the Dealer itself says is locked. */
  locked: bigint
  /** Rewards it has reported to L2 so far. */
  rewards: bigint
  /** Owner accounts of its sequencers, by the number that the Dealer gives them. */
  agents: readonly { number: number; address: Address; isActive: boolean }[]
}

/** The whole sequencer pool at one L1 block; amounts in base units. */
export type Pool = {
  block: Block
  sequencers: readonly Sequencer[]
  minLock: bigint
  maxLock: bigint
  /** Principal of every sequencer that has not taken it out, the leaving ones included. */
  totalLocked: bigint
  /** Rewards bridged to L2 so far. */
  liquidated: bigint
  rewardPerBlock: bigint
  exitSeconds: number
  batch: bigint
  isPaused: boolean
  /** Who the rewards are pulled from, and how much can be. */
  payer: { address: Address; balance: bigint; allowance: bigint }
  /** Null: no Dealer answers on this chain. */
  dealer: Dealer | null
}

/** Agents are numbered from 0 and the Dealer tells no count: this many numbers are asked for. */
const agentNumbers = Array.from({ length: 16 }, (_, i) => i)

/** What the second request needs to know: how many sequencers, who pays, which agents ENKI has. */
async function readOutline(client: Client) {
  const { head, list } = await readHeadAndList(
    client,
    [
      { ...lockingPool, functionName: 'totalSequencers' },
      { ...lockingInfo, functionName: 'rewardPayer' },
      { ...dealer, functionName: 'activeSequencerCount' },
    ],
    agentNumbers.map((number) => ({ ...dealer, functionName: 'sequencerAgents', args: [number] })),
    (answer: Answer<Address>, number) => ({ number, address: maybe(answer) ?? zeroAddress }),
  )
  const [total, payer, count] = head
  const agents = maybe(count) === null ? null : list.filter(({ address }) => address !== zeroAddress)
  return { total: Number(must(total)), payer: must(payer), agents }
}

const callsOf = (payer: Address) =>
  [
    ...blockCalls,
    { ...lockingInfo, functionName: 'minLock' },
    { ...lockingInfo, functionName: 'maxLock' },
    { ...lockingInfo, functionName: 'totalLocked' },
    { ...lockingInfo, functionName: 'totalRewardsLiquidated' },
    { ...lockingPool, functionName: 'rewardPerBlock' },
    { ...lockingPool, functionName: 'exitDelayPeriod' },
    { ...lockingPool, functionName: 'currentBatch' },
    { ...lockingPool, functionName: 'paused' },
    { ...metisL1, functionName: 'balanceOf', args: [payer] },
    { ...metisL1, functionName: 'allowance', args: [payer, lockingInfo.address] },
    { ...metisL1, functionName: 'balanceOf', args: [dealer.address] },
    { ...dealer, functionName: 'totalLocked' },
    { ...dealer, functionName: 'sumRewards' },
  ] as const

const rowCalls = (total: number) =>
  Array.from({ length: total }, (_, i) => ({ ...lockingPool, functionName: 'sequencers', args: [BigInt(i + 1)] }))

/** Two requests: how much there is to read, then everything in one multicall at one block. Throws when the RPC fails. */
export async function readSequencers(client: Client): Promise<Pool> {
  const { total, payer, agents } = await readOutline(client)
  const each = (answer: Answer<SequencerRow>, i: number) => toSequencer(must(answer), i + 1)
  const { head, list: sequencers } = await readHeadAndList(client, callsOf(payer), rowCalls(total), each)
  const [number, seconds, min, max, locked, liquidated, rpb, delay, batch, paused, balance, allowance] = head
  const isActive = (agent: Address) =>
    sequencers.some(({ owner, status }) => status === 'active' && isAddressEqual(owner, agent))
  return {
    block: toBlock(must(number), must(seconds)),
    sequencers,
    minLock: must(min),
    maxLock: must(max),
    totalLocked: must(locked),
    liquidated: must(liquidated),
    rewardPerBlock: must(rpb),
    exitSeconds: Number(must(delay)),
    batch: must(batch),
    isPaused: must(paused),
    payer: { address: payer, balance: must(balance), allowance: must(allowance) },
    dealer: agents && {
      idle: must(head[12]),
      locked: must(head[13]),
      rewards: must(head[14]),
      agents: agents.map((agent) => ({ ...agent, isActive: isActive(agent.address) })),
    },
  }
}
