import { type Address, encodeFunctionData, type Hex, hexToBigInt, isHex } from 'viem'
import { eMetis, enki, metis, vault } from './contracts'
import type { Client } from './rpc'
import type { Change } from './step'

/** Whose balances are compared: the account's, and the recipient's if there is one. */
type Whose = { address: Address; of?: 'recipient' }

/** Tokens whose balances are compared; LP tokens are many and are not among them. */
const tokens = [
  ['METIS', metis],
  ['eMetis', eMetis],
  ['seMetis', vault],
  ['ENKI', enki],
] as const

const balanceOf = ([, { address: to }]: (typeof tokens)[number], address: Address) => ({
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
  recipient?: Address,
): Promise<readonly Change[] | null> {
  const people: Whose[] = [
    { address: account },
    ...(recipient ? [{ address: recipient, of: 'recipient' } as const] : []),
  ]
  const held = people.flatMap(({ address, of }) => tokens.map((token) => ({ token, address, of })))
  const asked = held.map(({ token, address }) => balanceOf(token, address))
  const all = [...asked, ...calls.map(({ to, data }) => ({ from: account, to, data })), ...asked]
  try {
    const [block] = await client.simulateBlocks({ blocks: [{ calls: all }] })
    const answers = block?.calls ?? []
    if (answers.length !== all.length || answers.some(({ status }) => status !== 'success')) return null
    const amounts = answers.map(({ data }) => toAmount(data))
    return held.flatMap(({ token: [token], of }, i) => {
      const [before, after] = [amounts[i], amounts[amounts.length - held.length + i]]
      // The answer of a balance is one word; anything else is no answer.
      if (typeof before !== 'bigint' || typeof after !== 'bigint') throw new Error(`No balance of ${token}`)
      return before === after ? [] : [{ token, amount: after - before, ...(of && { of }) }]
    })
  } catch {
    return null
  }
}
