import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { files } from './files'

const names = (folder: string) => readdirSync(join(import.meta.dirname, '..', folder))

/** The framework's manifest is served under another name than its source's. */
const served: Record<string, string> = { 'manifest.ts': 'manifest.webmanifest' }

it('names every file that is served, and no other', () => {
  const routes = names('app')
    .map((name) => served[name] ?? name)
    .filter((name) => /\.(?!tsx?$|css$)/.test(name))
  expect(files).toEqual([...names('public'), ...routes].map((name) => `/${name}`).sort())
})
