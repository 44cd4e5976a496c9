import { type Address, decodeFunctionData, erc20Abi, isAddressEqual } from 'viem'
import type { AddressBook } from './address-book'
import { type Allowance, ownPairs, type Pair } from './allowances'
import { tokenAt } from './contracts'
import type { Entry } from './journal'
import { readLpCandidates } from './market'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import { callsOf } from './transaction'

/** What is left over besides the allowances of a position, at one block. */
export type OtherAllowances = { block: Block; left: readonly Allowance[] }

/** True when both are the same token and spender. */
export const isSamePair = (a: Pair, b: Pair): boolean =>
  isAddressEqual(a.token, b.token) && isAddressEqual(a.spender, b.spender)

/** What a spender may take of a token at a block, base units: from a host named, because a signature depends on it. Throws when the RPC fails. */
export const readAllowance = (client: Client, account: Address, { token, spender }: Pair, blockNumber: bigint) =>
  client.readContract({ ...tokenAt(token), functionName: 'allowance', args: [account, spender], blockNumber })

/**
 * What the queue may take of tokens that bring a ticket forward, and whatever else was `approved`: contracts that the protocol
 * has replaced since are among it. Three requests. Throws when the RPC fails.
 */
export async function readOtherAllowances(
  client: Client,
  book: AddressBook,
  account: Address,
  approved: readonly Pair[],
): Promise<OtherAllowances> {
  const queue = book.redemptionQueue
  const lps = queue ? (await readLpCandidates(client, queue)).tokens.map((token) => ({ token, spender: queue })) : []
  const known = [...ownPairs(book), ...lps]
  const strange = approved.filter((pair) => !known.some((each) => isSamePair(each, pair)))
  const pairs = [
    ...lps.map((pair) => ({ id: 'revokeLp' as const, ...pair })),
    ...strange.map((pair) => ({
      ...pair,
      id: pair.spender === queue ? ('revokeLp' as const) : ('revokeOther' as const),
    })),
  ]
  const reads = pairs.map(
    ({ token, spender }) => ({ ...tokenAt(token), functionName: 'allowance', args: [account, spender] }) as const,
  )
  const [[number, seconds], amounts] = await Promise.all([
    client.multicall({ batchSize: 0, contracts: blockCalls }),
    client.multicall({ batchSize: 0, contracts: reads }),
  ])
  const left = pairs.map((pair, i) => {
    const answer = amounts[i]
    return { ...pair, amount: (answer && maybe(answer)) ?? 0n }
  })
  return { block: toBlock(must(number), must(seconds)), left: left.filter(({ amount }) => amount > 0n) }
}

/** The token and spender of an approval; none of another call. */
function toPairs({ to, data }: Pick<Entry, 'to' | 'data'>): Pair[] {
  try {
    const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data })
    return functionName === 'approve' ? [{ token: to, spender: args[0] }] : []
  } catch {
    return []
  }
}

/** What this browser was asked to approve for an account on a chain, each pair once. */
export const toApproved = (journal: readonly Entry[], account: Address, chainId: number): Pair[] =>
  journal
    .filter((entry) => entry.chainId === chainId && isAddressEqual(entry.account, account))
    .flatMap((entry) => callsOf(entry).flatMap(toPairs))
    .filter((pair, i, all) => all.findIndex((other) => isSamePair(pair, other)) === i)
