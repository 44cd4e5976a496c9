import { Figure } from '@/components/figure'
import { Stat } from '@/components/stat'
import type { Room } from '@/lib/allocation'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import type { Pool } from '@/lib/sequencers'
import { sources } from './source'

type Props = { room: Room; pool: Pool; words: Messages['sequencers']; loading: string; locale: string }

/** How much more ENKI can put to work, and what a further node would need. */
export function RoomView({ room, pool, words, loading, locale }: Props) {
  const own = words.room
  const min = formatAmount(pool.minLock, locale, 'form')
  const freeNote = () => {
    const queue = room.most - room.free
    return queue > 0n ? fill(own.freeQueue, { queue: formatAmount(queue, locale) }) : own.freeNote
  }
  const rows = [
    { label: own.headroom, value: room.headroom },
    { label: own.waiting, value: room.waiting, note: own.waitingNote },
    ...(room.idle > 0n ? [{ label: own.idle, value: room.idle }] : []),
    ...(room.idle === 0n || room.most > 0n ? [{ label: own.free, value: room.most, note: freeNote() }] : []),
    {
      label: own.newNode,
      value: room.newNode,
      note: fill(room.newNode > 0n ? own.newNodeNote : own.newNodeNow, { min }),
    },
  ]
  return (
    <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      {rows.map(({ label, value, note }) => (
        <Stat
          key={label}
          label={label}
          note={note}
          loading={loading}
          value={<Figure value={value} unit="METIS" block={pool.block} source={sources(words).l1} locale={locale} />}
        />
      ))}
    </div>
  )
}
