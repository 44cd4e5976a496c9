import type { IncomingMessage, ServerResponse } from 'node:http'
import { startServer } from '../local-server'

/** One JSON-RPC request; `nth` counts those of its method from 1. */
export type Asked = { id: number; method: string; params: readonly unknown[]; nth: number }

/**
 * `error`: a JSON-RPC error, HTTP 200 unless said otherwise. `text`: a body that is no JSON. `retryAfter`: the header of that name.
 * `instead`: another result than the node's. `after`: the node's answer, that many ms late.
 * `silence` never answers, `cut` hangs up, `truncated` ends in the middle of its JSON.
 */
export type Rudeness = Coded | Plain | { instead: unknown } | { after: number } | 'silence' | 'cut' | 'truncated'
type Coded = { error: { code: number; message: string }; status?: number; retryAfter?: string }
type Plain = { text: string; status: number; retryAfter?: string }

/**
 * What is done instead of answering; undefined: the request is answered as it should be. `answer` is what that would be, or
 * `refusal`, the node's error.
 */
export type Manner = (
  asked: Asked,
  answer: unknown,
  refusal?: { code: number; message: string },
) => Rudeness | undefined | Promise<Rudeness>

export type RudeProxy = {
  url: string
  /** Every request so far, answered or not. */
  asked: readonly Asked[]
  stop(): Promise<void>
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

const json = { 'content-type': 'application/json' }

function behave(rudeness: Rudeness, answer: { id: number }, response: ServerResponse): void {
  const { id } = answer
  if (rudeness === 'silence') return
  if (rudeness === 'cut') {
    response.destroy()
    return
  }
  if (rudeness === 'truncated') {
    const text = JSON.stringify(answer)
    response.writeHead(200, json)
    response.end(text.slice(0, Math.floor(text.length / 2)))
    return
  }
  if ('after' in rudeness) {
    setTimeout(() => response.writeHead(200, json).end(JSON.stringify(answer)), rudeness.after)
    return
  }
  if ('instead' in rudeness) {
    response.writeHead(200, json)
    response.end(JSON.stringify({ ...answer, result: rudeness.instead }))
    return
  }
  const isPlain = 'text' in rudeness
  const { status = 200, retryAfter } = rudeness
  response.writeHead(status, {
    'content-type': isPlain ? 'text/plain' : 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  })
  response.end(isPlain ? rudeness.text : JSON.stringify({ jsonrpc: '2.0', id, error: rudeness.error }))
}

/** Stands before a node and misbehaves as real providers do. */
export async function startRudeProxy(target: string, manner: Manner): Promise<RudeProxy> {
  const asked: Asked[] = []
  const { url, stop } = await startServer(async (request, response) => {
    const body = await textOf(request)
    const { id, method, params = [] } = JSON.parse(body) as Asked
    const nth = asked.filter((each) => each.method === method).length + 1
    asked.push({ id, method, params, nth })
    const answer = await fetch(target, { method: 'POST', headers: json, body }).then((each) => each.json())
    const rudeness = await manner({ id, method, params, nth }, answer.result, answer.error)
    if (rudeness) return behave(rudeness, answer, response)
    response.writeHead(200, json)
    response.end(JSON.stringify(answer))
  })
  return { url, asked, stop }
}
