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

/** Which of ENKI's contracts on Ethereum are not what is on record: they stop no signature, and are said all the same. */
const strangers = ({ contracts, checks, messages: { contracts: words } }: Props): string[] => {
  const onL1 = new Set(contracts.filter(({ group }) => group === 'enkiL1').map(({ key }) => key))
  return checks
    .filter(({ key, verdict }) => onL1.has(key) && ['code', 'implementation', 'noCode'].includes(verdict))
    .map(({ key }) => contractName(key, words.list))
}

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
  const strange = strangers(props)
  return (
    <div className="mt-8 max-w-measure">
      <p className="text-lg wrap-anywhere">
        <Mark tone={fault ? 'bad' : open ? 'open' : 'good'}>
          <span>{fault ? faultText(fault, messages) : (open ?? words.good)}</span>
        </Mark>
      </p>
      {fault && <p className="mt-2">{words.safe}</p>}
      {strange.length > 0 && (
        <p className="mt-2">
          <Mark tone="bad">
            <span>{fill(words.ethereum, { contracts: strange.join(messages.contracts.list.comma) })}</span>
          </Mark>
        </p>
      )}
    </div>
  )
}
