const host = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

/** The origin a request came in at, by its headers. What is no host or no scheme of ours gives `http://localhost`: anybody can send them. */
export function toOrigin(scheme: string | null, name: string | null): string {
  const origin = `${scheme ?? 'http'}://${name}`
  const isUsable = /^https?$/.test(scheme ?? 'http') && host.test(name ?? '') && URL.canParse(origin)
  return isUsable ? new URL(origin).origin : 'http://localhost'
}
