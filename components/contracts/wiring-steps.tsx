import type { ReactNode } from 'react'
import { type Address, zeroAddress } from 'viem'
import { AddressLink } from '@/components/address-link'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import type { WiringCheck } from '@/lib/wiring'
import { Fact } from './fact'
import { Mark } from './mark'

type Words = Messages['contracts']['wiring']
type Props = { checks: readonly WiringCheck[]; words: Words }

const Named = ({ address, none }: { address: Address | null; none: ReactNode }) =>
  address && address !== zeroAddress ? (
    <AddressLink address={address} explorer={network.l2.blockExplorers?.default.url} />
  ) : (
    none
  )

function Step({ check, words }: { check: WiringCheck; words: Words }) {
  const { call, says, stake } = words.steps[check.id]
  const tone = check.ok ? 'good' : 'bad'
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-sans text-base">{says}</h3>
        <Mark tone={tone}>{check.ok ? words.right : check.found ? words.wrong : words.silent}</Mark>
      </div>
      <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-3 lg:grid-cols-[3fr_2fr_2fr_5fr]">
        <Fact label={words.asked}>
          <code className="font-mono text-sm wrap-anywhere">{call}</code>
        </Fact>
        <Fact label={words.expected}>
          <Named address={check.expected} none={words.anyConfig} />
        </Fact>
        <Fact label={words.answered}>
          <Named address={check.found} none="—" />
        </Fact>
        <Fact label={words.stake} className="sm:col-span-3 lg:col-span-1">
          {stake}
        </Fact>
      </dl>
    </li>
  )
}

/** Each comparison between what a contract says and what it has to say. */
export const WiringSteps = ({ checks, words }: Props) => (
  <ol className="border-b border-line">
    {checks.map((check) => (
      <Step key={check.id} check={check} words={words} />
    ))}
  </ol>
)
