import { type Address, encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from 'viem'
import { relayer } from './accounts'
import type { World } from './deploy'
import { read, readMany, send } from './transact'

/** A message on its way: who sent what to whom, and when (unix seconds). */
export type Message = { target: Address; sender: Address; message: Hex; messageNonce: bigint; sentAt: bigint }

const fields = parseAbiParameters('address, address, bytes, uint256, uint256')
const toArgs = ({ target, sender, message, messageNonce, sentAt }: Message) =>
  [target, sender, message, messageNonce, sentAt] as const

/** Messages that one chain has sent and the other has not received, oldest first. */
export async function readMessages(world: World, from: 'l1' | 'l2', fromBlock = 0n): Promise<Message[]> {
  const [source, destination] =
    from === 'l1' ? [world.onL1.messenger, world.onL2.messenger] : [world.onL2.messenger, world.onL1.messenger]
  const { address, abi } = source
  const events = await source.chain.client.getContractEvents({ address, abi, eventName: 'SentMessage', fromBlock })
  const messages = events.map((event) => (event as unknown as { args: Message }).args)
  if (messages.length === 0) return []
  const hashes = messages.map((message) => [keccak256(encodeAbiParameters(fields, toArgs(message)))])
  const relayed = await readMany<boolean>(destination, 'relayed', hashes)
  return messages.filter((_, i) => !relayed[i])
}

/** Sends on what may be delivered at `now` (unix seconds): to L1 only what is seven days old. Returns what it sent on. */
export async function sendMessages(world: World, from: 'l1' | 'l2', now: number, fromBlock = 0n): Promise<Message[]> {
  const on = from === 'l1' ? world.onL2.messenger : world.onL1.messenger
  const messages = await readMessages(world, from, fromBlock)
  if (messages.length === 0) return []
  const wait = await read<bigint>(on, 'challengePeriod')
  const due = messages.filter(({ sentAt }) => wait === 0n || sentAt + wait <= BigInt(now))
  for (const message of due) await send({ from: relayer, on, fn: 'relayMessage', args: toArgs(message) })
  return due
}
