import { type Evidence, fromText, limits, type Parsed, toText } from './evidence'

/** How the rest of a fragment was made: deflated, or as it was. */
const [deflated, plain] = ['d', 'p'] as const

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))

/** Everything a stream gives, or null when that is more than `most` bytes: little can be made to unpack into very much. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel().catch(() => {})
      return null
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const through = (bytes: Uint8Array<ArrayBuffer>, way: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(way)

/** The evidence as what stands behind the # of a link, without the #. */
export async function toFragment(evidence: Evidence): Promise<string> {
  const bytes = new TextEncoder().encode(toText(evidence))
  if (typeof CompressionStream === 'undefined') return `${plain}${toBase64(bytes)}`
  const packed = await readAll(through(bytes, new CompressionStream('deflate-raw')), limits.text)
  return packed ? `${deflated}${toBase64(packed)}` : `${plain}${toBase64(bytes)}`
}

/** Evidence from a fragment that anybody may have written, with or without its #. Never throws. */
export async function fromFragment(fragment: string): Promise<Parsed> {
  const text = fragment.replace(/^#/, '')
  if (text.length > limits.fragment) return { flaw: 'tooLong' }
  const way = text[0]
  if (way !== deflated && way !== plain) return { flaw: 'damaged' }
  try {
    const bytes = fromBase64(text.slice(1))
    const whole =
      way === plain ? bytes : await readAll(through(bytes, new DecompressionStream('deflate-raw')), limits.text)
    if (!whole) return { flaw: 'tooLong' }
    return fromText(new TextDecoder('utf-8', { fatal: true }).decode(whole))
  } catch {
    return { flaw: 'damaged' }
  }
}
