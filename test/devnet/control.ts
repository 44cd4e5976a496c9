import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isAddress } from 'viem'
import type { Devnet } from './start-devnet'

type Controls = Pick<Devnet, 'advance' | 'reward' | 'reset' | 'faucet' | 'health'>

async function act(controls: Controls, url: URL): Promise<unknown> {
  switch (url.pathname) {
    case '/advance':
      return controls.advance(url.searchParams.get('for') ?? '')
    case '/reward':
      return controls.reward()
    case '/reset':
      return controls.reset()
    case '/faucet': {
      const to = url.searchParams.get('to') ?? ''
      if (!isAddress(to, { strict: false })) throw new Error(`"${to}" is not an address`)
      return controls.faucet(to)
    }
    default:
      return undefined
  }
}

/** JSON, bigints as decimal text. */
const toJson = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each))

async function answer(controls: Controls, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
    response.end(`${toJson(body)}\n`)
  }
  const url = new URL(request.url ?? '/', 'http://localhost')
  try {
    if (request.method === 'GET' && url.pathname === '/health') return reply(200, await controls.health())
    if (request.method !== 'POST')
      return reply(405, { error: 'POST /advance?for=20d, /reward, /reset or /faucet?to=0x…' })
    const done = await act(controls, url)
    return done === undefined ? reply(404, { error: `There is no ${url.pathname}` }) : reply(200, done)
  } catch (reason) {
    return reply(400, { error: reason instanceof Error ? reason.message : String(reason) })
  }
}

/** The devnet's control server, reachable from this machine only. */
export function startControl(controls: Controls, port: number): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => void answer(controls, request, response))
  return new Promise((resolve, reject) => {
    server.once('error', () => reject(new Error(`Port ${port} is taken. Is another devnet running?`)))
    server.listen(port, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      }),
    )
  })
}
