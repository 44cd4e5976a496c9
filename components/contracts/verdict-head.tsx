import { type CodeCheck, codeFault } from '@/lib/code-check'
import { type Fault, writeFault } from '@/lib/fault'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { WiringCheck } from '@/lib/wiring'
import { contractName } from './contract-name'
import { Mark } from './mark'

type Props = {
  contracts: readonly Listed[]
  wiring: readonly WiringCheck[]
  checks: readonly CodeCheck[]
  messages: Pick<Messages, 'contracts' | 'flow'>
}

/** What is wrong, with the contract's name. */
function faultText(fault: Fault, { contracts: { list }, flow }: Props['messages']): string {
  const { kind, check, expected, found } = fault
  return fill(flow.fault[kind], {
    check: kind === 'wiring' ? check : contractName(check, list),
    expected,
    found: found ?? '—',
  })
}

/**
 * What is not on record and does not stop all signing, said all the same: ENKI's contracts on Ethereum stop no signature, and others
 * that are signed for only what goes through them.
 */
const strangers = ({ contracts, checks, messages: { contracts: words } }: Props) =>
  (['ethereum', 'others'] as const).flatMap((kind) => {
    const names = contracts
      .filter(({ group, isWrittenTo }) => (kind === 'ethereum' ? group === 'enkiL1' : group !== 'enki' && isWrittenTo))
      .filter(({ key }) => checks.some((each) => each.key === key && isOther(each)))
      .map(({ key }) => contractName(key, words.list))
    return names.length > 0 ? [fill(words.verdict[kind], { contracts: names.join(words.list.comma) })] : []
  })

const isOther = ({ verdict }: CodeCheck) => verdict === 'code' || verdict === 'implementation' || verdict === 'noCode'

/** Of ENKI's contracts on Metis: all as on record, or how many could not be compared. */
function openText(own: readonly CodeCheck[], words: Messages['contracts']['verdict']): string | undefined {
  if (own.every(({ verdict }) => verdict === 'unread')) return words.unread
  const n = own.filter(({ verdict }) => verdict !== 'match').length
  return n > 0 ? fill(words.open, { n, all: own.length }) : undefined
}

/** Whether the contracts are what they should be, and if not, what that blocks. */
export function VerdictHead(props: Props) {
  const { contracts, wiring, checks, messages } = props
  const { verdict: words } = messages.contracts
  const relied = new Set(contracts.filter(({ group }) => group === 'enki').map(({ key }) => key))
  const own = checks.filter(({ key }) => relied.has(key))
  const fault = writeFault({ checks: wiring, codeFault: codeFault(contracts, checks) })
  const open = openText(own, words)
  return (
    <div className="mt-8 max-w-measure">
      <p className="text-lg wrap-anywhere">
        <Mark tone={fault ? 'bad' : open ? 'open' : 'good'}>
          <span>{fault ? faultText(fault, messages) : (open ?? words.good)}</span>
        </Mark>
      </p>
      {fault && <p className="mt-2">{words.safe}</p>}
      {strangers(props).map((text) => (
        <p key={text} className="mt-2">
          <Mark tone="bad">
            <span>{text}</span>
          </Mark>
        </p>
      ))}
    </div>
  )
}
