import { AddressLink } from '@/components/address-link'
import { formatCount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Input, StepId } from './cascade-inputs'

type Props = {
  id: StepId
  /** Where its bar begins and ends, per cent of the width. */
  bar: readonly [from: number, to: number]
  value: string
  inputs: readonly Input[]
  words: Messages['dashboard']
  /** Explorers of both chains, and how figures are written. */
  context: { explorers: { l1?: string; l2?: string }; locale: string }
}

const levels: readonly StepId[] = ['gross', 'net', 'measured']

/** A level holds water from the ground up; a difference hangs between two levels, and what is taken away is drawn empty. */
function Bar({ id, bar: [from, to] }: Pick<Props, 'id' | 'bar'>) {
  const isLevel = levels.includes(id)
  const falls = to < from
  const tone = isLevel ? 'fill-water' : falls ? 'fill-ground stroke-carnelian' : 'fill-water-tint stroke-water'
  return (
    <svg aria-hidden="true" width="100%" height="24" className="overflow-visible">
      <line x1="0" x2="0" y1="0" y2="24" className="stroke-ink-soft" />
      <rect
        x={`${Math.min(from, to)}%`}
        width={`${Math.max(0.3, Math.abs(to - from))}%`}
        y="4"
        height="16"
        strokeDasharray={falls ? '3 3' : undefined}
        className={tone}
      />
    </svg>
  )
}

const InputRow = ({ input, context }: { input: Input; context: Props['context'] & { at: string } }) => {
  const { name, value, blocks, contracts } = input
  return (
    <tr className="border-t border-line align-baseline max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2">
      <th scope="row" className="py-2 pr-4 text-left font-normal sm:min-w-40 max-sm:w-full max-sm:py-0">
        {name}
      </th>
      <td className="py-2 pr-6 sm:text-right sm:whitespace-nowrap max-sm:py-0">{value}</td>
      <td className="py-2 pr-4 text-ink-soft max-sm:py-0">
        {blocks.map(({ layer, number }) => (
          <span key={`${layer} ${number}`} className="mr-2 inline-block whitespace-nowrap">
            {fill(context.at, { chain: network[layer].name, n: formatCount(number, context.locale) })}
          </span>
        ))}
      </td>
      <td className="py-2 max-sm:py-0">
        {contracts.map(({ name, address, layer }) => (
          <span key={`${layer} ${address}`} className="mr-3 inline-block">
            <AddressLink address={address} name={name} explorer={context.explorers[layer]} />
          </span>
        ))}
      </td>
    </tr>
  )
}

/** One step of the cascade; it opens to what it was computed from. */
export function CascadeStep({ id, bar, value, inputs, words, context }: Props) {
  const isLevel = levels.includes(id)
  const { name, value: amount, block, contract } = words.input
  return (
    <details className="group border-t border-line">
      <summary className="grid min-h-11 cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2 sm:grid-cols-[16rem_minmax(0,1fr)_9rem]">
        <span className={isLevel ? 'font-semibold' : ''}>
          <span aria-hidden="true" className="mr-2 inline-block text-ink-soft group-open:rotate-90">
            ›
          </span>
          {words.step[id]}
        </span>
        <span className="order-last col-span-2 sm:order-none sm:col-span-1">
          <Bar id={id} bar={bar} />
        </span>
        <span className={`text-right ${isLevel ? 'figure text-lg' : ''}`}>{value}</span>
      </summary>
      <div className="pb-4 text-sm sm:pl-4">
        <p className="mb-2 max-w-measure text-ink-soft">{words.stepNote[id]}</p>
        <table className="w-full max-sm:block">
          <thead className="text-ink-soft max-sm:sr-only">
            <tr>
              {[name, amount, block, contract].map((title) => (
                <th
                  key={title}
                  scope="col"
                  className={`py-1 font-normal break-keep ${title === amount ? 'pr-6 text-right' : 'pr-4 text-left'}`}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {inputs.map((input) => (
              <InputRow key={input.name} input={input} context={{ ...context, at: words.input.at }} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
