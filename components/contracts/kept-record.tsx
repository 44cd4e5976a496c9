import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { network } from '@/lib/network'
import type { Kept } from './contracts-page'
import { Snapshot } from './snapshot'

/** The record to keep and what it lacks, or that it can't be had yet. */
export function KeptRecord({ kept, words }: { kept: Kept | undefined; words: Messages['contracts']['snapshot'] }) {
  if (!kept) return <p className="max-w-measure text-barley">{words.unread}</p>
  return (
    <>
      {kept.absent.map((chain) => (
        <p key={chain} className="mb-3 max-w-measure text-barley">
          {fill(words.absent, { chain: network[chain].name })}
        </p>
      ))}
      {kept.areRolesUnread && <p className="mb-3 max-w-measure text-barley">{words.rolesUnread}</p>}
      <Snapshot fragment={kept.link} words={words} />
    </>
  )
}
