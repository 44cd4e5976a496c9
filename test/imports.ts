import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { violations } from './import-rules'

const root = join(import.meta.dirname, '..')
const skipped = /^(node_modules|next-env\.d\.ts|\..*)$/

/** Every .ts and .tsx below a folder, generated and installed ones left out. */
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? files(path) : /\.tsx?$/.test(entry.name) ? [path] : []
    })

const paths = files(root)
const sources = new Map(paths.map((path) => [relative(root, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]))
const found = violations(sources)
for (const sentence of found) console.error(sentence)
console.log(`import rules: ${sources.size} files, ${found.length === 0 ? 'in order' : `${found.length} broken`}`)
process.exitCode = found.length === 0 ? 0 : 1
