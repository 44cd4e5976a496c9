import { Fragment } from 'react'
import { AddressLink } from '@/components/address-link'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import type { Power } from '@/lib/owners'
import { holderText } from './owner-text'

/** What names somebody and was not read: the code, which says who can exchange it, or the logs, which say who was given a role. */
export type Gap = 'codeUnread' | 'rolesUnread'

type Props = {
  chain: Listed['chain']
  /** Undefined: not read. */
  powers: readonly Power[] | undefined
  gaps: readonly Gap[]
  words: Messages['contracts']
  locale: string
}

/** The owner of eMetis, like its timelock, says who may make it. */
const wordOf = ({ contract, power }: Power) => (contract === 'eMetis' && power === 'own' ? 'timelock' : power)

/** Who can change a contract, each power followed to whoever decides in the end. */
export function ContractOwners({ chain, powers, gaps, words: { owners: words, list }, locale }: Props) {
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
              {holderText(holder, words, locale)}{' '}
              <AddressLink address={holder.address} explorer={network[chain].blockExplorers?.default.url} />
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
