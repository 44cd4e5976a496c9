import type { Exit } from '@/hooks/use-exit'
import { useRequest } from '@/hooks/use-request'
import type { Liquidity } from '@/lib/liquidity'
import type { Market } from '@/lib/market'
import { Columns } from './columns'
import { QueueSupply } from './queue-supply'
import { RequestForm } from './request-form'
import { TicketList } from './ticket-list'
import { WaysOut } from './ways-out'
import type { Setting } from './words'

type Props = Setting & { exit: Exit; market: Market | undefined; liquidity: Liquidity | null | undefined }

/** eMetis in, METIS out: the request, the tickets it made, and the other ways. */
export function RedeemPanel({ exit, market, liquidity, ...setting }: Props) {
  const request = useRequest(exit)
  return (
    <Columns>
      <RequestForm {...setting} exit={exit} request={request} />
      {/* On a phone the tickets follow the form; beside it where there is room. */}
      <div className="flex min-w-0 flex-col gap-6">
        <TicketList {...setting} exit={exit} lpTokens={market?.lpTokens ?? []} />
        <WaysOut {...setting} exit={exit} amount={request.amount} market={market} />
        <QueueSupply {...setting} exit={exit} liquidity={liquidity} />
      </div>
    </Columns>
  )
}
