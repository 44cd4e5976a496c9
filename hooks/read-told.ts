import type { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Position } from '@/lib/position'
import type { Protocol } from '@/lib/protocol'
import { positionQuery } from './use-position'
import { protocolQuery } from './use-protocol'

const newest = (a: bigint, b: bigint) => (b > a ? b : a)

/** What a plan is made from, read afresh: from two hosts where several are configured, and as new as what the page shows. */
export async function readTold(client: QueryClient, book: AddressBook, account: Address) {
  const { l2, readSecondOpinion } = await import('@/lib/reads')
  const [ofAll, ofOne] = [protocolQuery(book), positionQuery(book, account)]
  const known = client.getQueryData<Protocol>(ofAll.queryKey)
  const shown = [known?.block.number ?? 0n, client.getQueryData<Position>(ofOne.queryKey)?.block.number ?? 0n]
  const found = await readSecondOpinion({ book, account, from: shown.reduce(newest) })
  if (!found) {
    const fresh = { staleTime: 0 }
    const [protocol, position] = await Promise.all([
      client.fetchQuery({ ...ofAll, ...fresh }),
      client.fetchQuery({ ...ofOne, ...fresh }),
    ])
    return { protocol, position, clients: [l2], alone: undefined }
  }
  if ('field' in found) return found
  const protocol = { ...found.protocol, codeFault: known?.codeFault }
  client.setQueryData(ofAll.queryKey, protocol)
  client.setQueryData(ofOne.queryKey, found.position)
  return { ...found, protocol }
}
