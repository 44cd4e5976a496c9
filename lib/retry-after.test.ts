import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fetchBounded, retryAfterMs } from './retry-after'

const now = Date.parse('2026-01-01T00:00:00Z')
const asked = (text: string) => retryAfterMs(new Headers({ 'retry-after': text }), 30_000, now)

test('a wait is given in seconds or as a date, and is never longer than allowed', () => {
  expect(asked('7')).toBe(7_000)
  expect(asked('0')).toBe(0)
  expect(asked('3600')).toBe(30_000)
  expect(asked('Thu, 01 Jan 2026 00:00:12 GMT')).toBe(12_000)
  expect(asked('Fri, 02 Jan 2026 00:00:00 GMT')).toBe(30_000)
})

test('what makes no sense, or lies in the past, says nothing', () => {
  expect(retryAfterMs(new Headers(), 30_000, now)).toBeUndefined()
  for (const text of ['', 'soon', 'Wed, 31 Dec 2025 23:59:59 GMT']) expect(asked(text)).toBeUndefined()
})

test('an answer passes through as it is, but for a wait that is too long', async () => {
  const waits = ['3600', '2', 'soon', undefined]
  const server = createServer((_, response) => {
    const wait = waits.shift()
    response.writeHead(429, { 'content-type': 'text/plain', ...(wait && { 'retry-after': wait }) })
    response.end('Too Many Requests')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const expected of ['5', '2', null, null]) {
    const response = await fetchBounded(5_000)(url)
    expect(response.headers.get('retry-after')).toBe(expected)
    expect([response.status, response.headers.get('content-type')]).toEqual([429, 'text/plain'])
    expect(await response.text()).toBe('Too Many Requests')
  }
  server.close()
})
