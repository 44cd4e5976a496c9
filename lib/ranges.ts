/** Spans over which the rate is measured; the second is the headline's. */
export const ranges = ['d7', 'd30', 'd90', 'all'] as const
export type Range = (typeof ranges)[number]

/** How far each reaches back. */
export const daysOf = { d7: 7, d30: 30, d90: 90, all: Number.POSITIVE_INFINITY } as const satisfies Record<
  Range,
  number
>

/** The range an address asks for; the headline's when it asks for none that there is. */
export const toRange = (value: string | readonly string[] | undefined): Range =>
  ranges.find((range) => range === value) ?? 'd30'
