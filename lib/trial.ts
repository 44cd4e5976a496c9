import {
  type Address,
  concatHex,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  hexToBigInt,
  multicall3Abi,
  size,
} from 'viem'
import { eMetis, enki, metis, multicall3, vault } from './contracts'
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

/**
 * Code that stands in the account's place for a trial, and there alone. What it is called with is carried out by Multicall3's
 * code, so that the calls come from the account; a ticket that is made out to it is taken, as by an account without code:
 * `selector == onERC721Received ? selector : delegatecall(Multicall3, calldata)`, with what that gives or refuses.
 */
const standIn = concatHex([
  '0x60003560e01c63150b7a02146044573660006000376000600036600073',
  multicall3.address,
  '0x5af43d6000803e603f573d6000fd5b3d6000f35b63150b7a0260e01b60005260206000f3',
])

type Call = { to: Address; data: Hex }

/** Carries out calls in an account's name, one after the other, as of a block, the newest by default. Throws where the RPC can't. */
async function tryAll(client: Client, account: Address, calls: readonly Call[], blockNumber: bigint | undefined) {
  const shape = { abi: multicall3Abi, functionName: 'aggregate3' } as const
  const entries = calls.map(({ to: target, data: callData }) => ({ target, allowFailure: true, callData }))
  const { data } = await client.call({
    to: account,
    data: encodeFunctionData({ ...shape, args: [entries] }),
    stateOverride: [{ address: account, code: standIn }],
    ...(blockNumber !== undefined && { blockNumber }),
  })
  return decodeFunctionResult({ ...shape, data: data ?? '0x' })
}

/** What calls would do to balances, in base units, without the network fee; or which of them would be refused, and with what. */
export type Trial = { changes: readonly Change[] } | { refused: number; data: Hex }

/** `blockNumber`: after which block they are tried, the newest by default. `lps`: LP tokens that the calls are about. */
type Circumstances = { recipient?: Address | undefined; lps?: readonly Address[]; blockNumber?: bigint | undefined }

/** The answer of a balance is one word; anything else is no answer, and throws. */
function toAmount(answer: { success: boolean; returnData: Hex } | undefined): bigint {
  if (!answer?.success || size(answer.returnData) !== 32) throw new Error('No balance')
  return hexToBigInt(answer.returnData)
}

/**
 * What calls would do to the balances of an account, and of a recipient, if the next block had them, one after the other: the
 * balances before and after, in one eth_call, which old nodes know too, Andromeda's among them. Null where the RPC can't say.
 */
export async function readTrial(
  client: Client,
  account: Address,
  calls: readonly Call[],
  { recipient, lps = [], blockNumber }: Circumstances = {},
): Promise<Trial | null> {
  const people: Whose[] = [
    { address: account },
    ...(recipient ? [{ address: recipient, of: 'recipient' } as const] : []),
  ]
  const all = [...tokens, ...lps.map((lp): Token => ({ token: 'LP', lp, at: lp }))]
  const held = people.flatMap(({ address, of }) => all.map((token) => ({ token, address, of })))
  const asked = held.map(({ token: { at: to }, address }) => ({
    to,
    data: encodeFunctionData({ ...metis, functionName: 'balanceOf', args: [address] }),
  }))
  try {
    const answers = await tryAll(client, account, [...asked, ...calls, ...asked], blockNumber)
    const done = answers.slice(held.length, -held.length)
    const refused = done.findIndex(({ success }) => !success)
    if (refused >= 0) return { refused, data: done[refused]?.returnData ?? '0x' }
    const changes = held.flatMap(({ token: { at: _, ...token }, of }, i) => {
      const amount = toAmount(answers[answers.length - held.length + i]) - toAmount(answers[i])
      return amount === 0n ? [] : [{ ...token, amount, ...(of && { of }) }]
    })
    return done.length === calls.length ? { changes } : null
  } catch {
    return null
  }
}
