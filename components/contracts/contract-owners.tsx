import { Fragment } from 'react'
import { getAddress } from 'viem'
import { AddressLink } from '@/components/address-link'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import type { Power } from '@/lib/owners'
import { holderText } from './owner-text'

/** What names somebody and was not read: the code, which says who can exchange it, or the logs, which say who was given a role. */
export type Gap = 'codeUnread' | 'rolesUnread'

/** Who may change a contract; `nameOf` knows the contracts of the list by their addresses. */
export type Rights = {
  /** Undefined: not read. */
  powers: readonly Power[] | undefined
  gaps: readonly Gap[]
  nameOf: (address: string) => string | undefined
}

type Props = {
  chain: Listed['chain']
  rights: Rights
  words: Messages['contracts']
  locale: string
}

/** The owner of eMetis, like its timelock, says who may make it. */
const wordOf = ({ contract, power }: Power) => (contract === 'eMetis' && power === 'own' ? 'timelock' : power)

/** Who can change a contract, each power followed to whoever decides in the end. */
export function ContractOwners({ chain, rights, words: { owners: words, list }, locale }: Props) {
  const { powers, gaps, nameOf } = rights
  if (!powers) return <p className="text-sm text-ink-soft">— {words.unread}</p>
  if (powers.length === 0 && gaps.length === 0) return <p className="text-sm text-ink-soft">{words.none}</p>
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {powers.map((power) => (
        <li key={`${power.power}${power.path[0]?.address}`}>
          <span className="text-ink-soft">
            {words.power[wordOf(power)]}
            {list.colon}
          </span>
          {power.path.map((holder, i) => (
            <Fragment key={holder.address}>
              {i > 0 && <span className="text-ink-soft"> → </span>}
              {(holder.kind === 'contract' && nameOf(holder.address)) || holderText(holder, words, locale)}{' '}
              <AddressLink address={getAddress(holder.address)} explorer={network[chain].blockExplorers?.default.url} />
            </Fragment>
          ))}
        </li>
      ))}
      {gaps.map((gap) => (
        <li key={gap} className="text-ink-soft">
          {words[gap]}
        </li>
      ))}
    </ul>
  )
}
