import { getAddress } from 'viem'
import { AddressLink } from '@/components/address-link'
import type { CodeCheck, Verdict } from '@/lib/code-check'
import type { Listed } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { network } from '@/lib/network'
import { Mark, type Tone } from './mark'

type Words = Messages['contracts']['list']
type Props = { contract: Listed; check: CodeCheck; words: Words }

const tones: Record<Verdict, Tone> = {
  match: 'good',
  unknown: 'open',
  unread: 'open',
  code: 'bad',
  implementation: 'bad',
  noCode: 'bad',
}

/** Where nothing is signed for, a part that is missing is not an alarm: this network may have none. */
const toneOf = ({ verdict }: CodeCheck, { group }: Listed): Tone =>
  verdict === 'noCode' && group !== 'enki' ? 'open' : tones[verdict]

/** Of some only the address of the implementation is on record. */
const wordOf = ({ verdict, expected }: CodeCheck) =>
  verdict === 'unknown' && expected.implementation ? 'recorded' : verdict

/** A hash, and where it differs the one on record. */
function Hash({ found, known, words }: { found: string; known: string | null; words: Words }) {
  return (
    <>
      {words.hash} <AddressLink address={found} />
      {known && known !== found && (
        <>
          {words.comma}
          {words.expected} <AddressLink address={known} />
        </>
      )}
    </>
  )
}

/** Whether a contract's code is the code on record, its hash, and what stands behind it. */
export function ContractCode({ contract, check, words }: Props) {
  const explorer = network[contract.chain].blockExplorers?.default.url
  const { expected, found } = check
  const { hash, proxy } = found ?? {}
  const known = expected.implementation
  const isOther = known && proxy?.implementation?.toLowerCase() !== known.toLowerCase()
  return (
    <>
      <Mark tone={toneOf(check, contract)}>{words.verdict[wordOf(check)]}</Mark>
      {hash && (
        <p className="text-sm text-ink-soft">
          <Hash found={hash} known={expected.codeHash} words={words} />
        </p>
      )}
      {proxy?.implementation && (
        <p className="text-sm text-ink-soft">
          {words.proxy[proxy.kind]} <AddressLink address={getAddress(proxy.implementation)} explorer={explorer} />
          {isOther && (
            <>
              {words.comma}
              {words.expected} <AddressLink address={known} explorer={explorer} />
            </>
          )}
          {proxy.implementationHash && (
            <>
              {words.comma}
              <Hash found={proxy.implementationHash} known={expected.implementationHash} words={words} />
            </>
          )}
        </p>
      )}
    </>
  )
}
