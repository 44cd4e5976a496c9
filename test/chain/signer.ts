import type { Account, Hash } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { expect } from 'vitest'
import { runFlow } from '@/lib/flow'
import type { FlowState, Signer } from '@/lib/follow'
import { isOwnCall } from '@/lib/own-event'
import type { Client } from '@/lib/rpc'
import type { Step } from '@/lib/step'
import type { Asked } from '@/lib/transaction'
import { mnemonic } from '../devnet/accounts'
import { l2, walletOf } from './devnet'

/** The devnet's client as the app's own functions take it. */
export const client = l2 as unknown as Client

/** One of the well-known development accounts, signing here rather than in the node. */
export const accountAt = (addressIndex: number) => mnemonicToAccount(mnemonic, { addressIndex })

/** A wallet that signs at once; `change` replaces what a test wants otherwise. */
export function signerOf(account: Account, change: Partial<Signer> = {}): Signer {
  const wallet = walletOf(account)
  return {
    account: account.address,
    chainId: async () => l2.chain.id,
    switchChain: async () => {},
    // The price as the node says it: viem would add a fifth, which anvil takes for the going tip, ever higher.
    send: async (request) =>
      wallet.sendTransaction({
        ...request,
        account,
        chain: l2.chain,
        gasPrice: await l2.getGasPrice(),
      }) as Promise<Hash>,
    ...change,
  }
}

/** Every state of a flow, in order. Whatever was mined is known by what its contract told of it, as a contract account's would be. */
export async function statesOf(steps: readonly Step[], signer: Signer, on = client): Promise<FlowState[]> {
  const states: FlowState[] = []
  let asked: Asked | undefined
  for await (const state of runFlow(on, signer, steps)) {
    states.push(state)
    if (state.kind === 'sent') asked = state.asked
    if (state.kind === 'mined' && asked) expect(isOwnCall(state.logs, asked)).toBe(true)
  }
  return states
}

/** The states in order. A transaction that is told of again, because a node shows it by now, counts once. */
export const kindsOf = (states: readonly FlowState[]): string[] =>
  states
    .map(({ kind, index }) => `${index} ${kind}`)
    .filter((each, i, all) => !each.endsWith('sent') || each !== all[i - 1])
