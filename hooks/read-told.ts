import type { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Protocol } from '@/lib/protocol'
import { holdingsQuery } from './holdings-query'
import { protocolKey } from './use-protocol'

/** What a plan is made from, read afresh: from two hosts where several are configured, and as new as what the page shows. */
export async function readTold(client: QueryClient, book: AddressBook, account: Address) {
  const { l2, readSecondOpinion, withGasPrice } = await import('@/lib/reads')
  const query = holdingsQuery(book, account)
  const known = client.getQueryData<Protocol>(protocolKey)
  const [ofAll, ofOne] = [known?.block.number ?? 0n, client.getQueryData(query.queryKey)?.position.block.number ?? 0n]
  const found = await readSecondOpinion({ book, account, from: ofAll > ofOne ? ofAll : ofOne })
  if (found && 'field' in found) return found
  const codeFault = known?.codeFault
  if (found) {
    // What the page shows keeps up with what the plan is made from, and nobody has to wait for that.
    client.invalidateQueries({ queryKey: query.queryKey }).catch(() => {})
    return { ...found, protocol: { ...found.protocol, codeFault } }
  }
  const { protocol, position } = await client.fetchQuery({ ...query, staleTime: 0 })
  const told = { protocol: { ...protocol, codeFault }, position: await withGasPrice(l2, position) }
  return { ...told, clients: [l2], alone: undefined }
}
