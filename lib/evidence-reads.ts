import { type Hex, keccak256, parseAbi } from 'viem'
import { multicall3 } from './contracts'
import type { Call, Evidence, EvidenceBlock, Question } from './evidence'
import { createTurns } from './in-turns'
import { network } from './network'
import type { Client } from './rpc'

/** A client for each chain of the served network. */
export type Clients = { l2: Client; l1: Client }

/** One call asked again. `found` undefined: the RPC did not answer. */
export type Rerun = { call: Call; verdict: 'match' | 'differs' | 'unread'; found: Hex | null | undefined }

/**
 * A chain asked again. `latest`: the RPC has no state of the block any more, so the newest block was asked instead.
 * `isKnown`: the RPC knows the block by this hash and time; null: it could not say.
 */
export type RerunChain = EvidenceBlock & {
  askedAt: bigint | null
  at: 'block' | 'latest' | 'nowhere'
  isKnown: boolean | null
}
/** What a record comes to when its calls are made again. */
export type Reruns = { chains: readonly RerunChain[]; calls: readonly Rerun[] }

type Answer = Hex | null | undefined

const aggregateAbi = parseAbi([
  'struct Ask { address target; bool allowFailure; bytes callData; }',
  'struct Told { bool success; bytes returnData; }',
  'function aggregate3(Ask[] calls) view returns (Told[] answers)',
])
/** Requests under way at once: public nodes count them. */
const width = 6

const clientOf = (clients: Clients, id: number): Client | undefined =>
  id === network.l2.id ? clients.l2 : id === network.l1.id ? clients.l1 : undefined

/** All calls of one chain in one request. Throws when the RPC fails, or has no state of the block. */
async function readCalls(client: Client, questions: readonly Question[], blockNumber: bigint): Promise<Answer[]> {
  const asks = questions.map(({ to, data }) => ({ target: to, allowFailure: true, callData: data }))
  const { address } = multicall3
  const call = { abi: aggregateAbi, address, functionName: 'aggregate3', args: [asks], blockNumber } as const
  const told = await client.readContract(call)
  return told.map(({ success, returnData }) => (success ? returnData : null))
}

async function readStored(client: Client, { kind, to, data }: Question, blockNumber: bigint): Promise<Answer> {
  if (kind === 'slot') return (await client.getStorageAt({ address: to, slot: data, blockNumber })) ?? null
  const code = await client.getCode({ address: to, blockNumber })
  return code && code !== '0x' ? keccak256(code) : null
}

/** Answers to questions to one chain at one block, in their order; the calls have to be answered, a slot or code may be missing. */
async function readAnswers(client: Client, questions: readonly Question[], block: bigint): Promise<Answer[]> {
  const inTurn = createTurns(width)
  const called = readCalls(
    client,
    questions.filter(({ kind }) => kind === 'call'),
    block,
  )
  const stored = questions.map((question) =>
    question.kind === 'call' ? undefined : inTurn(() => readStored(client, question, block)).catch(() => undefined),
  )
  const [calls, rest] = await Promise.all([called, Promise.all(stored)])
  let next = 0
  return questions.map(({ kind }, i) => (kind === 'call' ? calls[next++] : rest[i]))
}

/** Asks both chains everything now, each at one block. Throws when a chain does not answer all of it. */
export async function readNewEvidence(clients: Clients, questions: readonly Question[]): Promise<Evidence> {
  const ids = [network.l2.id, network.l1.id].filter((id) => questions.some(({ chainId }) => chainId === id))
  const read = ids.map(async (id) => {
    const client = id === network.l2.id ? clients.l2 : clients.l1
    const { number, hash, timestamp } = await client.getBlock()
    const own = questions.filter(({ chainId }) => chainId === id)
    const answers = await readAnswers(client, own, number)
    const calls = own.map((question, i): Call => {
      const result = answers[i]
      if (result === undefined) throw new Error(`${question.kind} of ${question.to} could not be read`)
      return { ...question, result }
    })
    return { chain: { id, block: number, blockHash: hash, seconds: Number(timestamp) }, calls }
  })
  const parts = await Promise.all(read)
  return { network: network.name, chains: parts.map(({ chain }) => chain), calls: parts.flatMap(({ calls }) => calls) }
}

const toRerun = (call: Call, found: Answer): Rerun => {
  if (found === undefined) return { call, verdict: 'unread', found }
  const isSame = found === null ? call.result === null : found.toLowerCase() === call.result?.toLowerCase()
  return { call, verdict: isSame ? 'match' : 'differs', found }
}

async function rerunChain(client: Client | undefined, block: EvidenceBlock, calls: readonly Call[]) {
  const nowhere = { chain: { ...block, askedAt: null, at: 'nowhere', isKnown: null } as RerunChain, answers: [] }
  if (!client) return nowhere
  const known = await client.getBlock({ blockNumber: block.block }).catch(() => undefined)
  const isKnown = known ? known.hash === block.blockHash && Number(known.timestamp) === block.seconds : null
  const told = await readAnswers(client, calls, block.block).catch(() => undefined)
  // A node without the state may fail the calls, or leave out only slots and code.
  if (told && !told.includes(undefined))
    return { chain: { ...block, askedAt: block.block, at: 'block', isKnown } as RerunChain, answers: told }
  const latest = await client.getBlockNumber({ cacheTime: 0 }).catch(() => undefined)
  const answers = latest && (await readAnswers(client, calls, latest).catch(() => undefined))
  return latest && answers
    ? { chain: { ...block, askedAt: latest, at: 'latest', isKnown } as RerunChain, answers }
    : nowhere
}

/** Asks everything again, at the evidence's own blocks where the RPC still can. Never throws. */
export async function readEvidence(clients: Clients, { chains, calls }: Evidence): Promise<Reruns> {
  const parts = await Promise.all(
    chains.map(async (block) => {
      const own = calls.filter(({ chainId }) => chainId === block.id)
      const { chain, answers } = await rerunChain(clientOf(clients, block.id), block, own)
      return { chain, calls: own.map((call, i) => toRerun(call, answers[i])) }
    }),
  )
  return { chains: parts.map(({ chain }) => chain), calls: parts.flatMap((part) => part.calls) }
}
