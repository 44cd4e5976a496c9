import type { Address } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'

/** The development mnemonic everybody knows; its keys are worth nothing on any real chain. */
export const mnemonic = 'test test test test test test test test test test test junk'

/** The first of anvil's unlocked accounts, by index. */
export const accountCount = 32

const addressAt = (addressIndex: number): Address => mnemonicToAccount(mnemonic, { addressIndex }).address
const addressesFrom = (first: number, count: number) => Array.from({ length: count }, (_, i) => addressAt(first + i))

/** Free for whoever tries the app; funded when the seed ends. */
export const devAccounts = addressesFrom(0, 10)

/** ENKI's backend and operator, the sequencers' committee, the bridges' relayer, who deploys logic, and who keeps the price. */
export const [backend, committee, relayer, builder, oracle] = addressesFrom(10, 5) as [
  Address,
  Address,
  Address,
  Address,
  Address,
]

/** Holds the eMetis that the free accounts get in the end, so that it is backed like any other. */
export const benefactor = addressAt(15)
/** Makes the market in eMetis. */
export const marketMaker = addressAt(16)

/** A backend key that is let in for a week of the year. */
export const relief = addressAt(17)

/** The people of the seeded year. */
export const stakers = addressesFrom(20, 12)
