import { formatRate } from '@/lib/format'
import { numberFormat } from '@/lib/intl'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { RateBasis } from '@/lib/rate-basis'
import { scale } from '@/lib/scale'
import { type StepId, toInputs } from './cascade-inputs'
import { CascadeStep } from './cascade-step'

/** L1 was not read, the pace of L2 was not, or there is nothing that earns. */
export type Lack = keyof Messages['dashboard']['cascadeLack']

type Props = {
  /** Or what it can't be shown for. */
  basis: RateBasis | Lack
  /** Where the parameters are kept. */
  config: string | null
  explorers: { l1?: string; l2?: string }
  words: Messages['dashboard']
  locale: string
}

type Step = { id: StepId; from: number; to: number; isLevel: boolean }

/** Levels stand on the ground; the steps between them begin where the one before has ended. */
function toSteps({ gross, idle, outside, net, measured }: RateBasis): Step[] {
  const level = (id: StepId, to: number): Step => ({ id, from: 0, to, isLevel: true })
  const between = (id: StepId, from: number, to: number): Step => ({ id, from, to, isLevel: false })
  return [
    level('gross', gross),
    between('idle', gross, gross + idle),
    between('outside', gross + idle, gross + idle + outside),
    between('treasury', gross + idle + outside, net),
    level('net', net),
    ...(measured === null ? [] : [between('gap', net, measured), level('measured', measured)]),
  ]
}

/** How the rate comes about: the gross rate of locked METIS, what is taken off and added on the way, and what was measured. */
export function RateCascade({ basis, config, explorers, words, locale }: Props) {
  const lack = typeof basis === 'string' ? words.cascadeLack[basis] : null
  const steps = typeof basis === 'string' ? [] : toSteps(basis)
  const inputs = typeof basis === 'string' ? null : toInputs(basis, words, config, locale)
  const across = scale([0, Math.max(0, ...steps.map(({ from, to }) => Math.max(from, to)))], [0, 100])
  const signed = numberFormat(locale, {
    signDisplay: 'always',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return (
    <section aria-labelledby="cascade">
      <h2 id="cascade" className="text-lg">
        {words.cascade}
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-sm text-ink-soft">{lack ?? words.cascadeNote}</p>
      {inputs &&
        steps.map(({ id, from, to, isLevel }) => (
          <CascadeStep
            key={id}
            id={id}
            bar={[across(from), across(to)]}
            value={
              isLevel
                ? formatRate(to, locale)
                : fill(words.points, { n: signed.format((to - from) * 100).replace('-', '−') })
            }
            inputs={inputs[id]}
            words={words}
            context={{ explorers, locale }}
          />
        ))}
    </section>
  )
}
