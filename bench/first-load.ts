import { gzipSync } from 'node:zlib'

/**
 * Addresses of the scripts that a page's HTML asks for, by a tag or by what it carries for React: chance decides which of the two
 * a part of the frame comes by. Those for browsers without modules are left out.
 */
function toScripts(html: string): string[] {
  const old = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => /\bnomodule\b/i.test(tag))
  const named = (text: string) => text.match(/\/_next\/static\/[^"\\?]+\.js/g) ?? []
  const left = new Set(old.flatMap(named))
  return [...new Set(named(html))].filter((source) => !left.has(source))
}

/** Scripts that a page's HTML asks for. Throws when it is no page of the app. */
export async function scriptsOf(page: string): Promise<string[]> {
  const html = await fetch(page).then((response) => response.text())
  const scripts = toScripts(html)
  if (scripts.length === 0) throw new Error(`${page} has no scripts: is it a page of the app?`)
  return scripts
}

/** The text of a script of a page. */
export async function scriptAt(source: string, page: string): Promise<Uint8Array> {
  const response = await fetch(new URL(source.replaceAll('&amp;', '&'), page))
  if (!response.ok) throw new Error(`${source} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** kB (1000 bytes) at gzip's level 9. */
export const gzipKb = (content: Uint8Array): number => gzipSync(content, { level: 9 }).length / 1000

/** kB of JavaScript that a page's HTML asks for, each script gzipped. */
export async function firstLoadKb(page: string): Promise<number> {
  const scripts = await scriptsOf(page)
  const sizes = await Promise.all(scripts.map(async (source) => gzipKb(await scriptAt(source, page))))
  return sizes.reduce((sum, size) => sum + size, 0)
}
