import { dateFormat, numberFormat } from './intl'

const day = 86_400

/** Unix seconds as the label of a time axis in UTC: the day on a short one, the month on one of more than half a year. */
export const formatTick = (seconds: number, locale: string, span: number): string =>
  dateFormat(locale === 'en' ? 'en-GB' : locale, {
    ...(span > 180 * day ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' }),
    timeZone: 'UTC',
  }).format(seconds * 1000)

/** A value on an axis whose ticks are `step` apart, with the decimals that tell them apart. */
export const formatLevel = (value: number, locale: string, step: number): string => {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** Points of a line that keeps its value until the next point, drawn up to `end`. */
export function toSteps(points: readonly (readonly [number, number])[], end: number): [number, number][] {
  const corners = points.flatMap(([x, y], i): [number, number][] => {
    const before = points[i - 1]
    return before
      ? [
          [x, before[1]],
          [x, y],
        ]
      : [[x, y]]
  })
  const last = points.at(-1)
  return last ? [...corners, [Math.max(end, last[0]), last[1]]] : []
}

const short = (value: number) => Math.round(value * 100) / 100

/** A line through points as the `d` of an SVG path; a hundredth of a unit is finer than any screen. */
export const toPath = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`

type Point = readonly [x: number, y: number]

/** Per cent of the width that a label takes on a phone, and pixels of its height. */
const labelWidth = 20
const labelHeight = 20

/** At which end of the rules fewer of the labels standing on them have a line behind them; x in per cent, y downwards in pixels. */
export function clearerEnd(paths: readonly (readonly Point[])[], rules: readonly number[]): 'start' | 'end' {
  const isCrossed = (rule: number, [from, to]: Point) =>
    paths.some((points) =>
      points.some(([x, y], i) => {
        const [beforeX, beforeY] = points[i - 1] ?? [x, y]
        const isBeside = beforeX <= to && x >= from
        return isBeside && Math.min(y, beforeY) < rule && Math.max(y, beforeY) > rule - labelHeight
      }),
    )
  const crossed = (span: Point) => rules.filter((rule) => isCrossed(rule, span)).length
  return crossed([100 - labelWidth, 100]) < crossed([0, labelWidth]) ? 'end' : 'start'
}
