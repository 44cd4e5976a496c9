import {
  ContractFunctionRevertedError,
  HttpRequestError,
  InternalRpcError,
  LimitExceededRpcError,
  RpcRequestError,
  TimeoutError,
} from 'viem'
import { expect, test } from 'vitest'
import { bestOf, isBehind, isHostFault, ofHost, restMs } from './host-health'

const nowMs = 1_700_000_000_000
const at = (number: bigint, ageSeconds: number) => ({ number, seconds: nowMs / 1_000 - ageSeconds })
const behind = (head: ReturnType<typeof at>, best: ReturnType<typeof at>) => isBehind(head, best, nowMs)

test('a head lags when it is behind by blocks and by time and is old by our clock, not by one of them', () => {
  expect(behind(at(100n, 300), at(130n, 5))).toBe(true)
  expect(behind(at(128n, 300), at(130n, 5))).toBe(false)
  expect(behind(at(100n, 50), at(130n, 0))).toBe(false)
  expect(behind(at(130n, 300), at(130n, 300))).toBe(false)
  // It boasts of a block to come: that makes nobody else old.
  expect(behind(at(100n, 10), at(900n, -3_600))).toBe(false)
})

test('the best head is the highest', () => {
  expect(bestOf([at(3n, 9), at(5n, 7), at(4n, 0)]).number).toBe(5n)
  expect(bestOf([]).number).toBe(0n)
})

const url = 'https://rpc.example/key'
const told = (code: number) => new RpcRequestError({ body: {}, error: { code, message: 'no' }, url })

test('silence, broken answers, other chains and haste are the host’s; a refusal is not', () => {
  for (const status of [undefined, 200, 401, 403, 408, 429, 500, 503])
    expect(isHostFault(new HttpRequestError({ url, ...(status && { status }) }))).toBe(true)
  for (const status of [400, 404, 413]) expect(isHostFault(new HttpRequestError({ url, status }))).toBe(false)
  expect(isHostFault(new TimeoutError({ body: {}, url }))).toBe(true)
  expect(isHostFault(new LimitExceededRpcError(told(-32005)))).toBe(true)
  for (const code of [429, -32007]) expect(isHostFault(told(code))).toBe(true)
  for (const code of [3, -32000, -32601, -32602]) expect(isHostFault(told(code))).toBe(false)
  expect(isHostFault(new Error('This RPC serves another chain'))).toBe(true)
  expect(isHostFault(new ContractFunctionRevertedError({ abi: [], functionName: 'x', message: 'no' }))).toBe(false)
})

test('an inner fault is the host’s unless it has data or speaks of the contract', () => {
  const inner = (message: string, data?: unknown) =>
    new InternalRpcError(new RpcRequestError({ body: {}, error: { code: -32603, message, data }, url }))
  for (const message of ['rate limit exceeded', 'Internal error', 'upstream timed out'])
    expect(ofHost(inner(message))).toBeInstanceOf(LimitExceededRpcError)
  for (const error of [inner('execution reverted: paused'), inner('VM Exception'), inner('no', '0x08c379a0'), told(3)])
    expect(ofHost(error)).toBe(error)
})

test('each fault in a row makes the rest twice as long, up to ten minutes', () => {
  expect([1, 2, 3, 6, 40].map(restMs)).toEqual([30_000, 60_000, 120_000, 600_000, 600_000])
})
