import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Another origin: it serves whatever it is asked for, and keeps what that was. */
export type Stranger = { url: string; asked: readonly string[]; stop(): Promise<void> }

/** `page`: the HTML at its root. Everything else is a script that would leave its mark. */
export async function startStranger(page = ''): Promise<Stranger> {
  const asked: string[] = []
  const server = createServer(({ method, url }, response) => {
    const isPage = url === '/'
    if (!isPage) asked.push(`${method} ${url}`)
    response.writeHead(200, {
      'content-type': isPage ? 'text/html' : 'text/javascript',
      'access-control-allow-origin': '*',
    })
    response.end(isPage ? page : 'window.broken = "foreign script"')
  })
  server.on('upgrade', ({ url }, socket) => {
    asked.push(`UPGRADE ${url}`)
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
