import type { Exit } from '@/hooks/use-exit'
import { useVesting } from '@/hooks/use-vesting'
import { Columns } from './columns'
import { VestForm } from './vest-form'
import { VestStatus } from './vest-status'
import type { Setting } from './words'

type Props = Setting & { exit: Exit }

/** What vests, and the ENKI that releases it. */
export function VestingPanel({ exit, ...setting }: Props) {
  const vesting = useVesting(exit)
  return (
    <Columns>
      <VestForm {...setting} exit={exit} vesting={vesting} />
      <VestStatus {...setting} exit={exit} vesting={vesting} />
    </Columns>
  )
}
