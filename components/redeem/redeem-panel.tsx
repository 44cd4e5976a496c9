import type { Exit } from '@/hooks/use-exit'
import { useRequest } from '@/hooks/use-request'
import type { Market } from '@/lib/market'
import { RequestForm } from './request-form'
import { TicketList } from './ticket-list'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; market: Market | undefined }

/** eMetis in, METIS out: the request, the tickets it made, and the other ways. */
export function RedeemPanel({ exit, market, ...setting }: Props) {
  const request = useRequest(exit)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
      <div className="flex flex-col gap-6">
        <RequestForm {...setting} exit={exit} request={request} />
      </div>
      <TicketList {...setting} exit={exit} lpTokens={market?.lpTokens ?? []} />
    </div>
  )
}
