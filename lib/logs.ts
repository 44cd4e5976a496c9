import {
  type AbiEvent,
  type Address,
  BaseError,
  type Hex,
  HttpRequestError,
  LimitExceededRpcError,
  MethodNotFoundRpcError,
  MethodNotSupportedRpcError,
  numberToHex,
  parseEventLogs,
  type RpcLog,
  TimeoutError,
  toEventSelector,
} from 'viem'
import { retryAfterMs } from './retry-after'
import type { Client } from './rpc'

/** Blocks asked for at once before a provider objects; the narrowest limit seen on Andromeda's public RPCs is 50,000. */
const widest = 50_000n
/** Answers in a row after which a narrowed range is tried at twice its width. */
const easy = 8
/**
 * Failures in a row that are waited out, the first for `firstPause` ms, each later one for twice as long, at most `longestPause`;
 * longer where the provider says so, at most `longestWait`.
 */
const patience = 6
const firstPause = 200
const longestPause = 8_000
const longestWait = 30_000

/** `topics`: what the indexed arguments must be, in order; several: any of them; null: anything. Both ends of the range are in it. */
export type LogQuery<E extends readonly AbiEvent[]> = {
  address: Address | readonly Address[]
  events: E
  topics?: readonly (Hex | Hex[] | null)[]
  from: bigint
  to: bigint
}

/** `onProgress` is told the fraction of the blocks that have been read. Aborting makes the read reject. */
export type Reading = { signal?: AbortSignal; onProgress?: (fraction: number) => void }

/** Why a range was refused: `wide` asks for less of it, `slow` perhaps too, `busy` for patience, `final` for nothing more. */
type Refusal = 'wide' | 'slow' | 'busy' | 'final'

/** Providers give one code to "too many results" and to "too many requests"; only their words differ. `limited` needs no code. */
const limited = /too many requests|rate.?limit/i
const hurried = /request (rate|limit|count)|per second|throttl|capacity|try again/i

const codeOf = (error: BaseError): number | undefined => {
  const found = error.walk((cause) => cause instanceof Error && 'code' in cause && typeof cause.code === 'number')
  return found && 'code' in found ? Number(found.code) : undefined
}

const statusOf = (error: BaseError): number | undefined => {
  const found = error.walk((cause) => cause instanceof Error && 'status' in cause && typeof cause.status === 'number')
  return found && 'status' in found ? Number(found.status) : undefined
}

/** Milliseconds that the provider asks us to wait; 0: it does not say. */
function waitOf(error: unknown): number {
  const hasHeaders = (cause: unknown) =>
    cause instanceof Error && 'headers' in cause && cause.headers instanceof Headers
  const found = error instanceof BaseError ? error.walk(hasHeaders) : null
  return found && 'headers' in found && found.headers instanceof Headers
    ? (retryAfterMs(found.headers, longestWait) ?? 0)
    : 0
}

function toRefusal(error: unknown): Refusal {
  if (!(error instanceof BaseError)) return 'final'
  const [code, status] = [codeOf(error), statusOf(error)]
  if (code === MethodNotFoundRpcError.code || code === MethodNotSupportedRpcError.code || status === 401) return 'final'
  if (error.walk((cause) => cause instanceof TimeoutError) || status === 408 || status === 504) return 'slow'
  if (status === 429 || code === 429 || code === -32007 || (status !== undefined && status >= 500)) return 'busy'
  if (limited.test(error.message)) return 'busy'
  if (code === LimitExceededRpcError.code && hurried.test(error.message)) return 'busy'
  // No answer at all: the connection failed, and the range is not to blame.
  if (code === undefined && status === undefined && error.walk((cause) => cause instanceof HttpRequestError))
    return 'busy'
  return 'wide'
}

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })

/** How wide to ask, learnt from the answers so far. `failed` returns once it is time to ask again, or throws the error. */
function createPace(signal: AbortSignal | undefined) {
  let [span, answers, setbacks] = [widest, 0, 0]
  return {
    span: () => span,
    answered: () => {
      setbacks = 0
      answers += 1
      if (answers % easy === 0 && span < widest) span *= 2n
    },
    failed: async (error: unknown, asked: bigint) => {
      signal?.throwIfAborted()
      const refusal = toRefusal(error)
      answers = 0
      if (refusal !== 'busy') span = asked > 1n ? asked / 2n : 1n
      if (refusal === 'final' || (refusal === 'wide' && asked === 1n) || setbacks === patience) throw error
      if (refusal === 'wide') return
      const ownPause = Math.min(longestPause, firstPause * 2 ** setbacks)
      if (refusal === 'busy') await pause(Math.max(ownPause, waitOf(error)), signal)
      setbacks += 1
    },
  }
}

/**
 * Logs of one or more contracts in a closed range of blocks, in chain order.
 * A refused range is halved, because providers word their limits differently; a hurried one is given time. Throws its last error.
 */
export async function readLogs<const E extends readonly AbiEvent[]>(
  client: Client,
  { address, events, topics = [], from: first, to: last }: LogQuery<E>,
  { signal, onProgress }: Reading = {},
) {
  const selectors = events.map((event) => toEventSelector(event))
  const filter = { address: [address].flat(), topics: [selectors, ...topics] }
  const logs: RpcLog[] = []
  const pace = createPace(signal)
  for (let from = first; from <= last; ) {
    const to = from + pace.span() - 1n < last ? from + pace.span() - 1n : last
    const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) }
    try {
      // How often and how wide to ask is decided here, so the transport is told not to try again by itself.
      const how = { retryCount: 0, signal }
      logs.push(...(await client.request({ method: 'eth_getLogs', params: [{ ...filter, ...range }] }, how)))
      pace.answered()
      from = to + 1n
      onProgress?.(Number(from - first) / Number(last - first + 1n))
    } catch (error) {
      await pace.failed(error, to - from + 1n)
    }
  }
  return parseEventLogs({ abi: events, logs, strict: true })
}
