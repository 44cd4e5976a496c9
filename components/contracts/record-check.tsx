'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Evidence, Flaw, Parsed } from '@/lib/evidence'
import { fromFragment } from '@/lib/evidence-link'
import { formatCount, formatDate } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import { type Recheck, readRecheck } from '@/lib/recheck'
import { l1, l2 } from '@/lib/rpc'
import { RecordResult } from './record-result'
import { chainName, isOurs, type RecordSetting } from './record-words'

/** What was asked, where and when; and a button that asks it again. */
function Known({ evidence, ...setting }: RecordSetting & { evidence: Evidence }) {
  const { record: words } = setting.words
  const [state, setState] = useState<'idle' | 'asking' | Recheck>('idle')
  const ask = async () => {
    setState('asking')
    setState(await readRecheck({ l2, l1 }, evidence))
  }
  return (
    <>
      <ul className="text-sm text-ink-soft">
        {evidence.chains.map(({ id, block, seconds }) => (
          <li key={id}>
            {fill(words.chain, {
              chain: chainName(id),
              block: formatCount(block, setting.locale),
              time: formatDate(seconds, setting.locale),
            })}
          </li>
        ))}
        <li>{fill(words.count, { n: evidence.calls.length })}</li>
      </ul>
      {typeof state === 'string' ? (
        <div className="mt-4">
          <Button disabled={state === 'asking'} onClick={ask}>
            {state === 'asking' ? words.asking : words.ask}
          </Button>
          <p className="mt-2 max-w-measure text-sm text-ink-soft">{words.note}</p>
        </div>
      ) : (
        <RecordResult recheck={state} {...setting} />
      )}
    </>
  )
}

/** Why there is nothing to check; a record of nothing is none. */
function flawOf(parsed: Parsed): Flaw | 'network' | undefined {
  if ('flaw' in parsed) return parsed.flaw
  const { network: name, chains, calls } = parsed.evidence
  if (name !== network.name || !chains.every(({ id }) => isOurs(id))) return 'network'
  return calls.length === 0 ? 'shape' : undefined
}

/** A record out of a link that anybody may have written. */
export function RecordCheck({ text, ...setting }: RecordSetting & { text: string }) {
  const { record: words } = setting.words
  const [parsed, setParsed] = useState<Parsed>()
  useEffect(() => {
    let isWanted = true
    fromFragment(text).then((found) => isWanted && setParsed(found))
    return () => {
      isWanted = false
    }
  }, [text])
  const flaw = parsed && flawOf(parsed)
  return (
    <Card aria-labelledby="record" className="mt-8">
      <h2 id="record" className="mb-2 text-lg">
        {words.title}
      </h2>
      {flaw && (
        <p role="alert" className="max-w-measure">
          {words.flaw[flaw]}
        </p>
      )}
      {parsed && !flaw && 'evidence' in parsed && <Known evidence={parsed.evidence} {...setting} />}
    </Card>
  )
}
