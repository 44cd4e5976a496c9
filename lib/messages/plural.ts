import { numberFormat, pluralRules } from '../intl'
import { fill } from './fill'

/** A number with its noun in the right form: `{n} payout` or `{n} payouts`. Chinese has one form. */
export const plural = (n: number, forms: { one: string; other: string }, locale: string): string =>
  fill(pluralRules(locale).select(n) === 'one' ? forms.one : forms.other, {
    n: numberFormat(locale).format(n),
  })
