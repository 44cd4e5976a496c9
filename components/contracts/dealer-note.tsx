import { AddressLink } from '@/components/address-link'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import { Fact } from './fact'

type Props = { contracts: readonly Listed[]; words: Messages['contracts']['wiring'] }

/** That Config names another Dealer than the one whose figures are shown; nothing while it names that one, or none. */
export function DealerNote({ contracts, words }: Props) {
  const { address, instead } = contracts.find(({ key }) => key === 'dealer') ?? {}
  if (!address || !instead) return null
  const explorer = network.l1.blockExplorers?.default.url
  return (
    <div role="note" className="mt-4 border-l-2 border-barley pl-4">
      <p className="max-w-measure">{fill(words.otherDealer, { chain: network.l1.name })}</p>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        <Fact label={words.expected}>
          <AddressLink address={address} explorer={explorer} />
        </Fact>
        <Fact label={words.answered}>
          <AddressLink address={instead} explorer={explorer} />
        </Fact>
      </dl>
    </div>
  )
}
