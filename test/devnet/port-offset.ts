/** DEVNET_PORT_OFFSET: how far all ports are moved, so that several devnets can run side by side. Throws when it is no number. */
export function readPortOffset(): number {
  const text = process.env.DEVNET_PORT_OFFSET ?? '0'
  const offset = Number(text)
  if (/^\d{1,5}$/.test(text) && offset <= 30_000) return offset
  throw new Error(`DEVNET_PORT_OFFSET is "${text}": expected a number from 0 to 30000`)
}
