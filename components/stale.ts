import { formatRelative } from '@/lib/format'
import type { Block } from '@/lib/rpc'

/** How old a figure is, in words; undefined while that need not be said. */
export const stale = ({ age }: Block, locale: string): string | undefined =>
  age === undefined ? undefined : formatRelative(-age, locale)
