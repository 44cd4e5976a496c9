import { type Address, encodeEventTopics, erc20Abi, type Hex, isAddressEqual, type Log, pad, size, slice } from 'viem'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { vestingAbi } from '@/abi/vesting'

type Call = { account: Address; to: Address; data: Hex }

/** What anybody can have told of in anybody's name for nothing, or a few wei; none of our calls is one of these. */
const cheap: readonly (Hex | null)[] = [
  encodeEventTopics({ abi: erc20Abi, eventName: 'Transfer' })[0],
  encodeEventTopics({ abi: vestingAbi, eventName: 'Vested' })[0],
]

/** These name a ticket, or who is given something; whoever has one of them told of in another's name pays for it in full. */
const nameless: readonly (Hex | null)[] = [
  encodeEventTopics({ abi: redemptionQueueAbi, eventName: 'ReduceRedemptionMaturity' })[0],
  encodeEventTopics({ abi: redemptionQueueAbi, eventName: 'UnlockLpToken' })[0],
  encodeEventTopics({ abi: eMetisMinterAbi, eventName: 'Minted' })[0],
]

const wordsOf = (data: Hex, from = 0): Hex[] =>
  Array.from({ length: Math.floor((size(data) - from) / 32) }, (_, i) =>
    slice(data, from + 32 * i, from + 32 * (i + 1)),
  )

/**
 * Whether the called contract's events tell of a call of an account itself: one names the account and every argument of the
 * call. A transaction that merely carries the call's bytes is anybody's. All our calls have arguments of one word each.
 */
export const isOwnCall = (logs: readonly Log[], { account, to, data }: Call): boolean =>
  logs.some(({ address, topics: [kind = null, ...topics], data: rest }) => {
    if (!isAddressEqual(address, to) || cheap.includes(kind)) return false
    const told = [...topics, ...wordsOf(rest)]
    const isNamed = nameless.includes(kind) || told.includes(pad(account.toLowerCase() as Address))
    return isNamed && wordsOf(data, 4).every((word) => told.includes(word))
  })
