import {
  BaseError,
  HttpRequestError,
  InternalRpcError,
  LimitExceededRpcError,
  RpcRequestError,
  TimeoutError,
} from 'viem'

/** A host's newest block: its number and chain time (unix seconds). */
export type Head = { number: bigint; seconds: number }

const [farBlocks, farSeconds] = [5n, 60]

/** Whether a head is what the clock (ms) would expect. */
export const isNew = ({ seconds }: Head, nowMs: number): boolean => nowMs / 1_000 - seconds <= farSeconds

/**
 * Whether a head is clearly behind another: by blocks and by time, and old by our clock too. Without the last, a host that
 * boasts of blocks to come could get the honest ones dismissed.
 */
export const isBehind = (head: Head, best: Head, nowMs: number): boolean =>
  best.number - head.number > farBlocks && best.seconds - head.seconds > farSeconds && !isNew(head, nowMs)

/** The highest of the heads; block 0 when there are none. */
export const bestOf = (heads: readonly Head[]): Head =>
  heads.reduce((a, b) => (b.number > a.number ? b : a), { number: 0n, seconds: 0 })

/** Codes by which providers say, in JSON, that they are asked too often. */
const hurried = [429, -32005, -32007]

/** Whether an error says something of the host, and not of what was asked: a refusal of the contract is none of its faults. */
export function isHostFault(error: unknown): boolean {
  if (!(error instanceof BaseError)) return true
  if (error.walk((cause) => cause instanceof TimeoutError)) return true
  if (error.walk((cause) => cause instanceof LimitExceededRpcError)) return true
  const answer = error.walk((cause) => cause instanceof RpcRequestError)
  if (answer instanceof RpcRequestError && hurried.includes(answer.code)) return true
  const http = error.walk((cause) => cause instanceof HttpRequestError)
  if (!(http instanceof HttpRequestError)) return false
  // Without a status there was no answer, or one that is no JSON.
  const { status = 0 } = http
  return status < 400 || status >= 500 || [401, 403, 408, 429].includes(status)
}

/**
 * What a host failed with. viem takes every error of code -32603 for the contract's refusal, and some hosts use it when they are
 * asked too often or break down: without data, and without a word of the contract, it is theirs.
 */
export function ofHost(error: unknown): unknown {
  const answer = error instanceof BaseError ? error.walk((cause) => cause instanceof RpcRequestError) : null
  if (!(answer instanceof RpcRequestError) || answer.code !== InternalRpcError.code) return error
  const isRefusal =
    answer.data !== undefined || /revert|vm exception|opcode|gas|insufficient funds|nonce/i.test(answer.details)
  if (isRefusal) return error
  const { code } = LimitExceededRpcError
  return new LimitExceededRpcError(
    new RpcRequestError({ body: {}, error: { code, message: answer.details }, url: answer.url }),
  )
}

const [firstRestMs, longestRestMs] = [30_000, 600_000]

/** How long a host is asked last after so many faults in a row (ms). */
export const restMs = (faults: number): number => Math.min(longestRestMs, firstRestMs * 2 ** (faults - 1))
