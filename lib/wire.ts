/** Anything made of plain objects, arrays, strings, numbers, booleans, null and bigints as JSON text; a bigint is written `12n`. */
export const toWire = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each))

/** Reads {@link toWire}'s text back. The caller names the type that was written. */
export const fromWire = <T>(text: string): T =>
  JSON.parse(text, (_, each) => (typeof each === 'string' && /^-?\d+n$/.test(each) ? BigInt(each.slice(0, -1)) : each))
