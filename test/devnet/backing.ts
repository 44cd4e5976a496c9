import { type Address, decodeFunctionData, isAddressEqual } from 'viem'
import type { World } from './deploy'
import { type Message, readMessages } from './relay'
import { read } from './transact'

/** Where the METIS behind eMetis is (wei). `toL1`, `toL2`: on the bridge; `reward`: credited on L1, not yet reported to L2. */
export type Backing = {
  supply: bigint
  minter: bigint
  queue: bigint
  toL1: bigint
  toL2: bigint
  dealer: bigint
  locked: bigint
  reward: bigint
}

/** METIS that a bridge's messages carry to one account. */
function carried(world: World, messages: readonly Message[], to: Address): bigint {
  const { abi } = world.onL1.bridge
  let sum = 0n
  for (const { target, message } of messages) {
    if (target !== world.onL1.bridge.address && target !== world.onL2.bridge.address) continue
    const { args } = decodeFunctionData({ abi, data: message }) as unknown as { args: [Address, Address, bigint] }
    if (isAddressEqual(args[1], to)) sum += args[2]
  }
  return sum
}

/** `since`: the first blocks (L1, L2) to look for messages in, when the caller knows that older ones have arrived. */
export async function readBacking(
  world: World,
  since: { l1: bigint; l2: bigint } = { l1: 0n, l2: 0n },
): Promise<Backing> {
  const { onL1, onL2 } = world
  const { minter, queue, metis, eMetis } = onL2
  const { dealer } = onL1
  const [supply, inMinter, inQueue, inDealer, sequencer, toL1, toL2] = await Promise.all([
    read<bigint>(eMetis, 'totalSupply'),
    read<bigint>(metis, 'balanceOf', [minter.address]),
    read<bigint>(metis, 'balanceOf', [queue.address]),
    read<bigint>(onL1.metis, 'balanceOf', [dealer.address]),
    read<{ amount: bigint; reward: bigint }>(onL1.agent, 'sequencerData'),
    readMessages(world, 'l2', since.l2),
    readMessages(world, 'l1', since.l1),
  ])
  return {
    supply,
    minter: inMinter,
    queue: inQueue,
    toL1: carried(world, toL1, dealer.address),
    toL2: carried(world, toL2, minter.address),
    dealer: inDealer,
    locked: sequencer.amount,
    reward: sequencer.reward,
  }
}
