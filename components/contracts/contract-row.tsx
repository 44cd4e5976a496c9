import { AddressLink } from '@/components/address-link'
import { CopyButton } from '@/components/copy-button'
import type { CodeCheck } from '@/lib/code-check'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import { ContractCode } from './contract-code'
import { contractJob, contractName } from './contract-name'
import { ContractOwners, type Rights } from './contract-owners'

type Props = {
  contract: Listed
  check: CodeCheck | undefined
  rights: Rights
  messages: Pick<Messages, 'contracts' | 'copy'>
  locale: string
}

/** How its address was found. The call may be broken after its dot and nowhere else. */
function WayTo({ contract: { found }, words }: { contract: Listed; words: Messages['contracts']['list'] }) {
  if (found.how === 'pinned') return words.pinned
  return (
    <>
      <span className="whitespace-nowrap">{contractName(found.of, words)}.</span>
      <wbr />
      <span className="whitespace-nowrap">{found.getter}</span>
    </>
  )
}

function ContractAddress({ contract, messages: { contracts, copy } }: Pick<Props, 'contract' | 'messages'>) {
  const { list: words } = contracts
  const { key, chain, address } = contract
  if (!address) return words.none
  return (
    <>
      <AddressLink address={address} explorer={network[chain].blockExplorers?.default.url} />
      <CopyButton text={address} label={fill(words.copyAddress, { name: contractName(key, words) })} words={copy} />
    </>
  )
}

/** One contract: a card on a phone, a row where there is room. */
export function ContractRow({ contract, check, rights, messages, locale }: Props) {
  const { list: words } = messages.contracts
  const head = 'text-sm text-ink-soft lg:sr-only'
  return (
    <li className="grid gap-x-6 gap-y-3 border-t border-line py-4 lg:grid-cols-[2fr_7fr]">
      <div>
        <h4 className="font-sans text-base font-semibold">{contractName(contract.key, words)}</h4>
        <p className="text-sm text-ink-soft">{contractJob(contract.key, words)}</p>
        {contract.isWrittenTo && (
          <p className="mt-1 inline-block rounded-vessel bg-water-tint px-1.5 text-sm">{words.signed}</p>
        )}
      </div>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[4fr_5fr_6fr]">
        <div>
          <dt className={head}>{words.address}</dt>
          <dd>
            <ContractAddress contract={contract} messages={messages} />
            <p className="text-sm text-ink-soft">
              <WayTo contract={contract} words={words} />
            </p>
          </dd>
        </div>
        <div>
          <dt className={head}>{words.code}</dt>
          <dd>{check ? <ContractCode contract={contract} check={check} words={words} /> : '—'}</dd>
        </div>
        <div>
          <dt className={head}>{words.owner}</dt>
          <dd>
            {contract.address && check?.verdict !== 'noCode' ? (
              <ContractOwners chain={contract.chain} rights={rights} words={messages.contracts} locale={locale} />
            ) : (
              '—'
            )}
          </dd>
        </div>
      </dl>
    </li>
  )
}
