/** Chinese has no space between its characters, nor after its full-width stops. */
const setTight = (text: string): string =>
  text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<=[。：；，、]) /gu, '')

/** Puts values into a message's {placeholders}; a placeholder without a value stays visible. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return setTight(text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)))
}

/** Sentences one after the other, as their language sets them; those that are false or null are left out. */
export const sentences = (...each: readonly (string | false | null)[]): string =>
  setTight(each.filter((one) => one).join(' '))
