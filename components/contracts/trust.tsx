import { AddressLink } from '@/components/address-link'
import { Section } from '@/components/section'
import type { Holder } from '@/lib/holders'
import { listFormat } from '@/lib/intl'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Owners } from '@/lib/owners'
import { contractName } from './contract-name'
import { holderText } from './owner-text'
import { exactSpan } from './rule-text'

type Props = {
  contracts: readonly Listed[]
  /** Of L2. */
  owners: Owners
  words: Messages['contracts']
  locale: string
}

type Decider = { holder: Holder; seconds: number; contracts: string[] }

/** Who decides in the end on the code of ENKI's contracts, and how long everybody is told beforehand. */
function toDeciders({ contracts, owners: { powers }, words }: Props): Decider[] {
  const own = contracts.filter(({ group }) => group === 'enki').map(({ key }) => key)
  const found = new Map<string, Decider>()
  for (const { contract, power, path } of powers) {
    const holder = path.at(-1)
    if (!holder || !own.includes(contract) || (power !== 'upgrade' && power !== 'beacon')) continue
    const seconds = path.reduce((sum, each) => sum + (each.kind === 'timelock' ? each.seconds : 0), 0)
    const name = `${holder.address} ${seconds}`
    const known = found.get(name) ?? { holder, seconds, contracts: [] }
    found.set(name, { ...known, contracts: [...known.contracts, contractName(contract, words.list)] })
  }
  return [...found.values()]
}

/** Said plainly: the code can be exchanged, by whom, and what else somebody can change. */
export function Trust(props: Props) {
  const { contracts, owners, words, locale } = props
  const { owners: own } = words
  const deciders = toDeciders(props)
  const known = contracts.filter(({ group, address }) => group === 'enki' && address)
  const unread = known.filter(({ key }) => owners.unread.includes(key)).map(({ key }) => contractName(key, words.list))
  const n = deciders.reduce((sum, each) => sum + each.contracts.length, 0)
  const list = listFormat(locale)
  return (
    <Section id="trust" title={own.title}>
      <div className="flex max-w-measure flex-col gap-3">
        {deciders.length > 0 && <p>{fill(own.trust, { n, all: known.length })}</p>}
        {deciders.length === 0 && unread.length === 0 && <p>{own.trustNone}</p>}
        <ul className="list-disc pl-5 marker:text-ink-soft">
          {deciders.map(({ holder, seconds, contracts: names }) => (
            <li key={`${holder.address}${seconds}`}>
              {fill(seconds > 0 ? own.delayed : own.decides, {
                holder: holderText(holder, own, locale),
                span: exactSpan(BigInt(seconds), locale),
                contracts: list.format(names),
              })}{' '}
              <AddressLink address={holder.address} explorer={network.l2.blockExplorers?.default.url} />
            </li>
          ))}
        </ul>
        {unread.length > 0 && <p>{fill(own.trustUnread, { contracts: list.format(unread) })}</p>}
        <p>{own.settings}</p>
        {owners.areRolesUnread && <p className="text-barley">{own.rolesUnread}</p>}
      </div>
    </Section>
  )
}
