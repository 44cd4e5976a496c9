import { listFormat } from '@/lib/intl'
import { fill, sentences } from '@/lib/messages/fill'
import type { Recheck, RecheckRow } from '@/lib/recheck'
import type { Tone } from './mark'
import { chainName, type RecordSetting } from './record-words'

const count = (rows: readonly RecheckRow[], verdict: RecheckRow['past']) =>
  rows.filter(({ past }) => past === verdict).length

/** Whether the record was true when it was made, and what of that could not be asked. */
export function toVerdict({ chains, rows }: Recheck, setting: RecordSetting): { tone: Tone; text: string } {
  const { record: words } = setting.words
  if (chains.some(({ isKnown }) => isKnown === false)) return { tone: 'bad', text: words.foreign }
  const [same, other] = [count(rows, 'match'), count(rows, 'differs')]
  if (other > 0) return { tone: 'bad', text: fill(words.untrue, { n: other }) }
  const list = listFormat(setting.locale)
  const why = (text: string, found: Recheck['chains']) =>
    found.length > 0 && fill(text, { chains: list.format(found.map(({ id }) => chainName(id))) })
  const unseen = chains.filter(({ at, isKnown }) => at === 'block' && isKnown === null)
  if (same === rows.length && unseen.length === 0) return { tone: 'good', text: fill(words.genuine, { n: same }) }
  const text = sentences(
    fill(words.partly, { same, n: rows.length }),
    why(
      words.old,
      chains.filter(({ at }) => at === 'latest'),
    ),
    why(
      words.silent,
      chains.filter(({ at }) => at === 'nowhere'),
    ),
    why(words.unseen, unseen),
  )
  return { tone: 'open', text }
}
