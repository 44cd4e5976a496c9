import type { CodeCheck } from '@/lib/code-check'
import type { ContractGroup, Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import type { Owners } from '@/lib/owners'
import { contractName } from './contract-name'
import type { Gap } from './contract-owners'
import { ContractRow } from './contract-row'
import type { Both } from './contracts-page'

type Props = {
  contracts: readonly Listed[]
  checks: readonly CodeCheck[]
  owners: Both<Owners>
  messages: Pick<Messages, 'contracts' | 'copy'>
  locale: string
}

const groups: readonly ContractGroup[] = ['enki', 'enkiL1', 'sequencers', 'markets', 'artemis', 'chain']

const gapsOf = ({ key }: Listed, owners: Owners | undefined): readonly Gap[] => [
  ...(owners?.unread.includes(key) ? ['codeUnread' as const] : []),
  ...(owners?.areRolesUnread && key === 'config' ? ['rolesUnread' as const] : []),
]

const isSame = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase()

/** The names of the columns, for the eye; each fact carries its own. */
const Heads = ({ words }: { words: Messages['contracts']['list'] }) => (
  <div aria-hidden="true" className="grid grid-cols-[2fr_7fr] gap-x-6 pb-2 text-sm text-ink-soft max-lg:hidden">
    <span />
    <div className="grid grid-cols-[4fr_5fr_6fr] gap-x-6">
      {[words.address, words.code, words.owner].map((name) => (
        <span key={name}>{name}</span>
      ))}
    </div>
  </div>
)

/** Every contract in use, by what it belongs to. */
export function ContractGroups({ contracts, checks, owners, messages, locale }: Props) {
  const { list: words } = messages.contracts
  return groups.map((group) => (
    <section key={group} aria-labelledby={`group-${group}`} className="mt-10 first:mt-0">
      <h3 id={`group-${group}`} className="text-lg">
        {words.group[group].title}
      </h3>
      <p className="mb-3 max-w-measure text-ink-soft">{words.group[group].lead}</p>
      <Heads words={words} />
      <ul className="border-b border-line">
        {contracts
          .filter((contract) => contract.group === group)
          .map((contract) => (
            <ContractRow
              key={contract.key}
              contract={contract}
              check={checks.find(({ key }) => key === contract.key)}
              rights={{
                powers: owners[contract.chain]?.powers.filter((power) => power.contract === contract.key),
                gaps: gapsOf(contract, owners[contract.chain]),
                nameOf: (address) => {
                  const found = contracts.find((one) => one.chain === contract.chain && isSame(one.address, address))
                  return found && contractName(found.key, words)
                },
              }}
              messages={messages}
              locale={locale}
            />
          ))}
      </ul>
    </section>
  ))
}
