import { type Account, type Address, createWalletClient, http } from 'viem'
import { afterEach, beforeEach, inject } from 'vitest'
import { connectChain } from '../devnet/chains'
import { compile } from '../devnet/compile'
import { createKeeper } from '../devnet/keeper'
import { toWorld } from '../devnet/named-contracts'
import { advance, followClock, toSeconds } from '../devnet/time'

const { l1Url, l2Url, contracts } = inject('devnet')

/** The shared devnet as this test file sees it: chains, contracts, clients, keeper. */
export const world = toWorld(
  { l1: connectChain('l1', l1Url), l2: connectChain('l2', l2Url) },
  await compile(),
  contracts,
)

/** Clients with viem's public, wallet and anvil actions. Accounts 0 to 31 of the development mnemonic are unlocked. */
export const l1 = world.l1.client
export const l2 = world.l2.client

export const keeper = createKeeper(world)

/** Moves both chains: `20d`, `36h`, `90m`, `30s`. Returns the new time (unix seconds). */
export const advanceBy = (time: string): Promise<number> => advance(world, toSeconds(time))

/** A client that signs for an account on L2, or lets the node sign when only an address is given. */
export const walletOf = (account: Account | Address) =>
  createWalletClient({ account, chain: l2.chain, transport: http(l2Url) })

/** Call once per file: every test begins where the seeded year ended, at the present time. */
export function restoreEach(): void {
  let snapshots: readonly `0x${string}`[] = []
  beforeEach(async () => {
    snapshots = await Promise.all([l1.snapshot(), l2.snapshot()])
  })
  afterEach(async () => {
    const [first, second] = snapshots
    if (first) await l1.revert({ id: first })
    if (second) await l2.revert({ id: second })
    await followClock(world)
  })
}
