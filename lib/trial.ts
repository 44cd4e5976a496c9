import { type Address, encodeFunctionData, type Hex, hexToBigInt, isHex } from 'viem'
import { eMetis, enki, metis, vault } from './contracts'
import type { Client } from './rpc'
import type { Change } from './step'

/** Whose balances are compared: the account's, and the recipient's if there is one. */
type Whose = { address: Address; of?: 'recipient' }

type Token = Pick<Change, 'token' | 'lp'> & { at: Address }

/** The app's tokens, with their addresses: whose balances are compared, besides the LP tokens that the calls are about. */
export const tokens: readonly Token[] = [
  { token: 'METIS', at: metis.address },
  { token: 'eMetis', at: eMetis.address },
  { token: 'seMetis', at: vault.address },
  { token: 'ENKI', at: enki.address },
]

const balanceOf = ({ at: to }: Token, address: Address) => ({
  from: address,
  to,
  data: encodeFunctionData({ ...metis, functionName: 'balanceOf', args: [address] }),
})

const toAmount = (data: Hex | undefined): bigint | null =>
  isHex(data) && data.length === 66 ? hexToBigInt(data) : null

/**
 * What calls would do to the balances of an account, and of a recipient, if the next block had them, one after the other: the
 * balances before and after, in one eth_simulateV1. Base units; the network fee is not in it. Null where the RPC can't simulate, or a call would fail.
 */
export async function readTrial(
  client: Client,
  account: Address,
  calls: readonly { to: Address; data: Hex }[],
  { recipient, lps = [] }: { recipient?: Address | undefined; lps?: readonly Address[] } = {},
): Promise<readonly Change[] | null> {
  const people: Whose[] = [
    { address: account },
    ...(recipient ? [{ address: recipient, of: 'recipient' } as const] : []),
  ]
  const all = [...tokens, ...lps.map((lp): Token => ({ token: 'LP', lp, at: lp }))]
  const held = people.flatMap(({ address, of }) => all.map((token) => ({ token, address, of })))
  const asked = held.map(({ token, address }) => balanceOf(token, address))
  const asks = [...asked, ...calls.map(({ to, data }) => ({ from: account, to, data })), ...asked]
  try {
    const [block] = await client.simulateBlocks({ blocks: [{ calls: asks }] })
    const answers = block?.calls ?? []
    if (answers.length !== asks.length || answers.some(({ status }) => status !== 'success')) return null
    const amounts = answers.map(({ data }) => toAmount(data))
    return held.flatMap(({ token: { at, ...token }, of }, i) => {
      const [before, after] = [amounts[i], amounts[amounts.length - held.length + i]]
      // The answer of a balance is one word; anything else is no answer.
      if (typeof before !== 'bigint' || typeof after !== 'bigint') throw new Error(`No balance of ${at}`)
      return before === after ? [] : [{ ...token, amount: after - before, ...(of && { of }) }]
    })
  } catch {
    return null
  }
}
