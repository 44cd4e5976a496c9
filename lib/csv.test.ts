import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsv } from './csv'

/** A reader as simple as the writer, but written apart from it. */
function parse(text: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1) as string[]
    const last = row.length - 1
    const char = text[i] as string
    if (quoted && char === '"' && text[i + 1] === '"') row[last] = `${row[last]}${text[++i]}`
    else if (char === '"') quoted = !quoted
    else if (!quoted && char === ',') row.push('')
    else if (!quoted && char === '\r' && text[i + 1] === '\n') {
      i++
      rows.push([''])
    } else row[last] = `${row[last]}${char}`
  }
  return rows.slice(0, -1)
}

it('writes what can be read back, commas, quotes and line ends included', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (rows) => {
      expect(parse(toCsv(rows))).toEqual(rows)
    }),
  ))
