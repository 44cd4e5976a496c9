import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Address, isAddress } from 'viem'

/** What an action leads to; time in unix seconds, assets of the vault in wei. */
export type Report = { time: number; totalAssets: bigint }

/** What one may ask of a running devnet. */
export type Controls = {
  /** `20d`, `36h`, `90m`, `30s`: moves both chains. */
  advance(time: string): Promise<Report>
  /** One full round of rewards. */
  reward(): Promise<Report>
  /** Back to the end of the seeded year. */
  reset(): Promise<Report>
  /** 1,000 METIS as tokens, and native coin on both chains. */
  faucet(to: Address): Promise<Report>
  health(): Promise<Report & { ready: true; l1Url: string; l2Url: string; seed: number; auto: boolean }>
}

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
    response.writeHead(status, { 'content-type': 'application/json' })
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
