/** A straight mapping of one interval of numbers onto another. An empty domain maps onto the start of the range. */
export const scale =
  ([from, to]: readonly [number, number], [low, high]: readonly [number, number]) =>
  (value: number): number =>
    from === to ? low : low + ((value - from) / (to - from)) * (high - low)

const steps = [1, 2, 5, 10]

/** Round values (1, 2 or 5 times a power of ten) inside [from, to], about `count` of them, ends included where round. */
export function ticks(from: number, to: number, count: number): number[] {
  if (!(to > from) || count < 1) return []
  const raw = (to - from) / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = (steps.find((each) => each * power >= raw * (1 - 1e-9)) ?? 10) * power
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  // The power is divided by where it is below one: 3 × 0.1 is not 0.3, 3 / 10 is.
  const at = (index: number) => (step >= 1 ? index * step : index / Math.round(1 / step))
  return Array.from({ length: last - first + 1 }, (_, i) => at(first + i))
}

const day = 86_400
const spans = [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825].map((days) => days * day)

/** Times (unix seconds) from `from` on, a calendar-like span apart, at most `count` + 1 of them. */
export function timeTicks(from: number, to: number, count: number): number[] {
  if (!(to > from) || count < 1) return []
  const wanted = (to - from) / count
  const step = spans.find((span) => span >= wanted) ?? Math.ceil(wanted / (365 * day)) * 365 * day
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}
