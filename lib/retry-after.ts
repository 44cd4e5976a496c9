/** Milliseconds after which a provider wants to be asked again, `longestMs` at most; undefined: its headers do not say. */
export function retryAfterMs(headers: Headers, longestMs: number, nowMs: number = Date.now()): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (!text) return undefined
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs
  return ms >= 0 ? Math.min(ms, longestMs) : undefined
}

/** `fetch` whose answers ask for a wait of `longestMs` at most: viem waits for as long as it is told, be it for hours. */
export const fetchBounded =
  (longestMs: number): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    if (!response.headers.has('retry-after')) return response
    const { status, statusText, body } = response
    const headers = new Headers(response.headers)
    headers.delete('retry-after')
    const ms = retryAfterMs(response.headers, longestMs)
    if (ms !== undefined) headers.set('retry-after', String(Math.ceil(ms / 1000)))
    return new Response(body, { status, statusText, headers })
  }
