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

/** Whether the contracts are what they should be, and if not, what that blocks. */
export function VerdictHead({ contracts, wiring, checks, messages }: Props) {
  const { verdict: words } = messages.contracts
  const relied = new Set(contracts.filter(({ group }) => group === 'enki').map(({ key }) => key))
  const own = checks.filter(({ key }) => relied.has(key))
  const fault = writeFault({ checks: wiring, codeFault: codeFault(contracts, checks) })
  const open = own.filter(({ verdict }) => verdict !== 'match').length
  const isOpen = own.length === 0 || open > 0
  return (
    <div className="mt-8 max-w-measure">
      <p className="text-lg wrap-anywhere">
        <Mark tone={fault ? 'bad' : isOpen ? 'open' : 'good'}>
          <span>
            {fault ? faultText(fault, messages) : isOpen ? fill(words.open, { n: open, all: own.length }) : words.good}
          </span>
        </Mark>
      </p>
      {fault && <p className="mt-2">{words.safe}</p>}
    </div>
  )
}
