import type { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { AddressBook } from '@/lib/address-book'
import type { Protocol } from '@/lib/protocol'
import type { Client } from '@/lib/rpc'
import { holdingsQuery } from './holdings-query'
import { protocolKey } from './use-protocol'

/** What a plan is made from besides protocol and position, read of a host at a block, of the account that signs. */
export type Also<T> = (client: Client, block: bigint, account: Address) => Promise<T>

/** What a plan is made from, read afresh: from two hosts where several are configured, and as new as what the page shows. */
export async function readTold<T>(client: QueryClient, book: AddressBook, account: Address, also?: Also<T>) {
  const { l2, readSecondOpinion, withGasPrice } = await import('@/lib/reads')
  const query = holdingsQuery(book, account)
  const known = client.getQueryData<Protocol>(protocolKey)
  const [ofAll, ofOne] = [known?.block.number ?? 0n, client.getQueryData(query.queryKey)?.position.block.number ?? 0n]
  const found = await readSecondOpinion({ book, account, from: ofAll > ofOne ? ofAll : ofOne, also })
  if (found && 'field' in found) return found
  const codeFault = known?.codeFault
  if (found) {
    // What the page shows keeps up with what the plan is made from, and nobody has to wait for that.
    client.invalidateQueries({ queryKey: query.queryKey }).catch(() => {})
    return { ...found, protocol: { ...found.protocol, codeFault } }
  }
  const { protocol, position } = await client.fetchQuery({ ...query, staleTime: 0 })
  const [priced, more] = await Promise.all([withGasPrice(l2, position), also?.(l2, position.block.number, account)])
  const told = { protocol: { ...protocol, codeFault }, position: priced, also: more }
  return { ...told, clients: [l2], alone: undefined }
}
