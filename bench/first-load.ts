import { gzipSync } from 'node:zlib'

/** Addresses of the scripts that a page's HTML asks for; those for browsers without modules are left out. */
const toScripts = (html: string): string[] => {
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? [])
  return [...new Set(sources)]
}

/** kB (1000 bytes) of JavaScript that a page's HTML asks for, each script gzipped at level 9. */
export async function firstLoadKb(page: string): Promise<number> {
  const html = await fetch(page).then((response) => response.text())
  const scripts = toScripts(html)
  if (scripts.length === 0) throw new Error(`${page} has no scripts: is it a page of the app?`)
  const sizes = await Promise.all(
    scripts.map(async (source) => {
      const response = await fetch(new URL(source.replaceAll('&amp;', '&'), page))
      if (!response.ok) throw new Error(`${source} answered ${response.status}`)
      return gzipSync(await response.arrayBuffer(), { level: 9 }).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
