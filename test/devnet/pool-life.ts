import { parseEther } from 'viem'
import { council } from './addresses'
import type { World } from './deploy'
import { sendRewardRate } from './rewards'
import { type Operator, operators, snapshotTotalLocked } from './sequencers'
import { slotsPerDay } from './time'
import type { Timeline } from './timeline'
import { type Call, read, send, sendAll } from './transact'

/** Percent a year, from a day on: the pool's policy sets the reward per block for it. */
const rates = [
  [3, 10],
  [16, 10.5],
  [100, 11],
  [190, 10],
  [280, 9],
  [355, 9.5],
] as const

type Row = readonly unknown[]
const readLock = async ({ onL1 }: World, id: number) => {
  const [amount, reward] = await read<Row>(onL1.pool, 'sequencers', [BigInt(id)])
  return { amount: amount as bigint, reward: reward as bigint }
}

/** METIS appears, as if bought, and is approved to the escrow. */
const provide = ({ onL1 }: World, { owner }: Operator, amount: bigint): Call[] => [
  { from: owner, on: onL1.metis, fn: 'devnetMint', args: [owner, amount] },
  { from: owner, on: onL1.metis, fn: 'approve', args: [onL1.info.address, amount] },
]

async function sendFirstLock(world: World, operator: Operator, amount: bigint): Promise<void> {
  const { pool } = world.onL1
  const { owner, signer, recipient, pubkey } = operator
  await world.l1.client.setBalance({ address: owner, value: parseEther('10') })
  const lock: Call = recipient
    ? { from: owner, on: pool, fn: 'lockWithRewardRecipient', args: [signer, recipient, amount, pubkey] }
    : { from: owner, on: pool, fn: 'lockFor', args: [signer, amount, pubkey] }
  await sendAll([
    { from: council, on: pool, fn: 'setWhitelist', args: [owner, true] },
    ...provide(world, operator, amount),
    lock,
  ])
}

/** Brings a lock to `target` (wei), by adding or by a partial withdrawal. */
async function sendLock(world: World, operator: Operator, target: bigint): Promise<void> {
  const { pool } = world.onL1
  const { amount } = await readLock(world, operator.id)
  const [more, id] = [target - amount, BigInt(operator.id)]
  if (more < 0n) await send({ from: operator.owner, on: pool, fn: 'withdraw', args: [id, -more] })
  if (more <= 0n) return
  const relock: Call = { from: operator.owner, on: pool, fn: 'relock', args: [id, more, false] }
  await sendAll([...provide(world, operator, more), relock])
}

/** Artemis and OKX take their rewards to L2 about once a month; the others have named no recipient and cannot. */
function planClaims(world: World, { at }: Timeline, operator: Operator): void {
  const { pool } = world.onL1
  if (!operator.recipient) return
  for (let day = 34; day < 360; day += 30)
    at('l1', day * slotsPerDay + operator.id, async () => {
      const { reward } = await readLock(world, operator.id)
      if (reward === 0n) return
      const args = [BigInt(operator.id), 2_000_000]
      await send({ from: operator.owner, on: pool, fn: 'withdrawRewards', args })
    })
}

function planExit(world: World, { at }: Timeline, { id, owner }: Operator, day: number): void {
  const { pool } = world.onL1
  const leave = (fn: string) => async () =>
    void (await send({ from: owner, on: pool, fn, args: [BigInt(id), 2_000_000] }))
  at('l1', day * slotsPerDay + 9, leave('unlock'))
  at('l1', (day + 21) * slotsPerDay + 10, leave('unlockClaim'))
}

/** The last sequencer makes the sum what it was on the day of the snapshot. */
async function sendBalance(world: World, last: Operator): Promise<void> {
  const total = await read<bigint>(world.onL1.info, 'totalLocked')
  const { amount } = await readLock(world, last.id)
  await sendLock(world, last, amount + snapshotTotalLocked - total)
}

/** Plans the year of every sequencer but ENKI's, and the pool's own decisions; `end` is the last slot with a lock in it. */
export function planPool(world: World, timeline: Timeline, end: number): void {
  for (const operator of operators) {
    for (const [i, [day, metis]] of operator.locks.entries()) {
      const lock = i === 0 ? sendFirstLock : sendLock
      const slot = day * slotsPerDay + operator.id
      timeline.at('l1', slot, () => lock(world, operator, parseEther(String(metis))))
    }
    if (operator.id !== 9) planClaims(world, timeline, operator)
  }
  for (const [day, percent] of rates)
    timeline.at('l1', day * slotsPerDay + 7, async () => void (await sendRewardRate(world, percent)))
  const [leaving, last] = [operators.find(({ id }) => id === 9), operators.at(-1)]
  if (leaving) planExit(world, timeline, leaving, 60)
  if (last) timeline.at('l1', end, () => sendBalance(world, last))
}
