/** A cell that a reader would take for the start of the next one, or for more than text, is quoted. */
const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Comma-separated text as RFC 4180 has it: lines end with CR LF, the first names the columns. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
