import { startServer } from '../local-server'

/** Another origin: it serves whatever it is asked for, and keeps what that was. */
export type Stranger = {
  url: string
  asked: readonly string[]
  /** Where each of these said that it came from. */
  referrers: readonly (string | undefined)[]
  stop(): Promise<void>
}

/** `page`: the HTML at its root. Everything else is a script that would leave its mark. */
export async function startStranger(page = ''): Promise<Stranger> {
  const asked: string[] = []
  const referrers: (string | undefined)[] = []
  const { server, url, stop } = await startServer((request, response) => {
    const isPage = request.url === '/'
    if (!isPage) {
      asked.push(`${request.method} ${request.url}`)
      referrers.push(request.headers.referer)
    }
    response.writeHead(200, {
      'content-type': isPage ? 'text/html' : 'text/javascript',
      'access-control-allow-origin': '*',
    })
    response.end(isPage ? page : 'window.broken = "foreign script"')
  })
  server.on('upgrade', (request, socket) => {
    asked.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  return { url, asked, referrers, stop }
}
