import { StaleMark } from './stale-mark'
import { Tooltip } from './ui/tooltip'

type Props = {
  /** The figure for the eye: `1,234.56`. */
  value: string
  unit?: string
  /** Every digit, with the unit. */
  exact: string
  /** Where it comes from and when: chain, block, time. */
  source: string
  /** How old it is, in words, once that is too old. */
  stale?: string
  /** Among many of one age, which is said once for all of them: it only turns barley, and tells its age with its source. */
  isOneOfMany?: boolean
}

/** A figure that shows its last digit, its block and its age on hover and focus. */
export function Amount({ value, unit, exact, source, stale, isOneOfMany }: Props) {
  const tip = (
    <>
      <span className="block font-mono wrap-anywhere">{exact}</span>
      <span className="block text-ink-soft">{source}</span>
      {isOneOfMany && stale && <span className="block text-barley">{stale}</span>}
    </>
  )
  return (
    <>
      <Tooltip tip={tip} className={stale ? 'text-barley' : ''}>
        {value}
        {unit && (
          <span className="ml-[0.35em] inline-block font-sans text-[max(0.4em,0.875rem)] font-normal tracking-normal">
            {unit}
          </span>
        )}
      </Tooltip>
      {!isOneOfMany && <StaleMark text={stale} />}
    </>
  )
}
