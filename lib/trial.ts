import { type Address, encodeFunctionData, type Hex, hexToBigInt, isHex } from 'viem'
import { eMetis, enki, metis, vault } from './contracts'
import type { Client } from './rpc'
import type { Change } from './step'

/** Tokens whose balances are compared; LP tokens are many and are not among them. */
const tokens = [
  ['METIS', metis],
  ['eMetis', eMetis],
  ['seMetis', vault],
  ['ENKI', enki],
] as const

const balanceOf = ([, { address }]: (typeof tokens)[number], account: Address) => ({
  from: account,
  to: address,
  data: encodeFunctionData({ ...metis, functionName: 'balanceOf', args: [account] }),
})

const toAmount = (data: Hex | undefined): bigint | null =>
  isHex(data) && data.length === 66 ? hexToBigInt(data) : null

/**
 * What calls would do to an account's balances if the next block had them, one after the other: the balances before and
 * after, in one eth_simulateV1. Base units; the network fee is not in it. Null where the RPC can't simulate, or a call would fail.
 */
export async function readTrial(
  client: Client,
  account: Address,
  calls: readonly { to: Address; data: Hex }[],
): Promise<readonly Change[] | null> {
  const asked = tokens.map((token) => balanceOf(token, account))
  const all = [...asked, ...calls.map(({ to, data }) => ({ from: account, to, data })), ...asked]
  try {
    const [block] = await client.simulateBlocks({ blocks: [{ calls: all }] })
    const answers = block?.calls ?? []
    if (answers.length !== all.length || answers.some(({ status }) => status !== 'success')) return null
    const amounts = answers.map(({ data }) => toAmount(data))
    return tokens.flatMap(([token], i) => {
      const [before, after] = [amounts[i], amounts[amounts.length - tokens.length + i]]
      // The answer of a balance is one word; anything else is no answer.
      if (typeof before !== 'bigint' || typeof after !== 'bigint') throw new Error(`No balance of ${token}`)
      return before === after ? [] : [{ token, amount: after - before }]
    })
  } catch {
    return null
  }
}
