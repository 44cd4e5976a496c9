/** The policy of an answer that is no page: it runs and loads nothing. */
export const barrenCsp = "default-src 'none'; frame-ancestors 'none'"

type Policy = {
  nonce: string
  urls: readonly string[]
  walletConnect: boolean
  /** Whether Safe{Wallet} may frame the app. */
  safeApp: boolean
  dev: boolean
}

/** Where Safe{Wallet} runs the apps it lists. */
export const safeOrigin = 'https://app.safe.global'

/**
 * The Content-Security-Policy of one response: scripts only by its nonce, their addresses only through our Trusted Types
 * policy (instrumentation-client.ts), requests only to this origin and the given RPC addresses.
 * Development adds what the framework's tools need: eval, injected styles and their web socket.
 */
export function toCsp({ nonce, urls, walletConnect, safeApp, dev }: Policy): string {
  const origins = [...new Set(urls.map((url) => new URL(url).origin))]
  const connect = [...origins, ...(walletConnect ? ['wss://relay.walletconnect.org'] : []), ...(dev ? ['ws:'] : [])]
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    ["connect-src 'self'", ...connect].join(' '),
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors ${safeApp ? safeOrigin : "'none'"}`,
    ...(dev ? [] : [`require-trusted-types-for 'script'`, 'trusted-types default']),
  ].join('; ')
}
