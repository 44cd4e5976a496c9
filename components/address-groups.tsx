import { groupsOf } from '@/lib/format'

type Props = {
  address: string
  /** Another address to compare it with: groups that differ are marked. */
  beside?: string | undefined
}

/** A whole address in groups of four, two rows of five, to be read out and compared. */
export function AddressGroups({ address, beside }: Props) {
  const others = beside && groupsOf(beside.toLowerCase())
  return (
    <p translate="no" className="flex gap-x-2 font-mono text-sm">
      <span>0x</span>
      <span className="grid grid-cols-5 gap-x-2">
        {groupsOf(address).map((group, i) => {
          const differs = others && others[i] !== group.toLowerCase()
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups repeat, and their place is what they are
            <span key={i} className={differs ? 'font-semibold underline decoration-2 underline-offset-4' : ''}>
              {group}
            </span>
          )
        })}
      </span>
    </p>
  )
}
