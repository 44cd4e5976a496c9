import { type Address, isAddressEqual } from 'viem'
import type { AddressBook } from './address-book'
import { artemis, pinned, pinnedL1, shared } from './pinned'

/** Every contract that is read or written, on both chains. Agents and further LP tokens are numbered from 0. */
export type ContractKey = Enki | Dealers | Pool | Markets | Artemis | Platform
type Enki =
  | 'metis'
  | 'eMetis'
  | 'seMetis'
  | 'minter'
  | 'enki'
  | 'config'
  | 'vesting'
  | 'rewardDispatcher'
  | 'redemptionQueue'
  | 'inviterNFT'
type Dealers = 'dealer' | `agent${number}`
type Pool = 'lockingPool' | 'lockingInfo' | 'rewardPayer' | 'sequencerSet'
type Markets =
  | 'pairFactory'
  | 'pair'
  | 'algebraFactory'
  | 'algebraQuoter'
  | 'algebraPool'
  | 'wrappedMetis'
  | 'priceFeed'
  | `lp${number}`
type Artemis = 'artMetis' | 'artemisDepositPool' | 'artemisRewardPool' | 'artemisWithdrawalManager'
type Platform = 'bridge' | 'metisL1' | 'bridgeL1' | 'multicall3' | 'multicall3L1' | 'gasPriceOracle'
/** The part of the world that a contract belongs to. */
export type ContractGroup = 'enki' | 'enkiL1' | 'sequencers' | 'markets' | 'artemis' | 'chain'

/** One contract in use. Its key is unique, its address is not: LockingInfo on L1 is SequencerSet on L2. */
export type Listed = {
  key: ContractKey
  chain: 'l2' | 'l1'
  group: ContractGroup
  /** Null: the chain names none. */
  address: Address | null
  found: { how: 'pinned' } | { how: 'getter'; of: ContractKey; getter: string }
  /** The app sends transactions to it. */
  isWrittenTo: boolean
  /** What the chain names in place of a pinned address, where that is another; nothing that is signed depends on it. */
  instead?: Address
}

/** Addresses that other snapshots have resolved; what is left out was not read and is not listed. */
export type Resolved = {
  /** Owner accounts of ENKI's sequencers, with the numbers that the Dealer gives them. */
  agents?: readonly { number: number; address: Address }[]
  rewardPayer?: Address | null
  /** The market in eMetis of either kind; null: there is none. */
  pair?: Address | null
  algebraPool?: Address | null
  /** What the redemption queue takes for a shorter wait. */
  lpTokens?: readonly Address[]
}

type Part = Pick<Listed, 'chain' | 'group'>
const enki: Part = { chain: 'l2', group: 'enki' }
const onL1: Part = { chain: 'l1', group: 'enkiL1' }
const pool: Part = { chain: 'l1', group: 'sequencers' }
const markets: Part = { chain: 'l2', group: 'markets' }
const other: Part = { chain: 'l2', group: 'artemis' }
const platform: Part = { chain: 'l2', group: 'chain' }
const platformL1: Part = { chain: 'l1', group: 'chain' }

const written: readonly ContractKey[] = [
  'metis',
  'eMetis',
  'seMetis',
  'minter',
  'enki',
  'vesting',
  'redemptionQueue',
  'pair',
]

const isWrittenTo = (key: ContractKey) => written.includes(key) || /^lp\d/.test(key)

const fixed = (key: ContractKey, part: Part, address: Address): Listed => ({
  key,
  ...part,
  address,
  found: { how: 'pinned' },
  isWrittenTo: isWrittenTo(key),
})

const named = (key: ContractKey, part: Part, address: Address | null, of: ContractKey, getter: string): Listed => ({
  key,
  ...part,
  address,
  found: { how: 'getter', of, getter },
  isWrittenTo: isWrittenTo(key),
})

const ofConfig = ['vesting', 'rewardDispatcher', 'redemptionQueue', 'inviterNFT'] as const

const toMarkets = ({ pair, algebraPool, lpTokens = [] }: Resolved): Listed[] => [
  fixed('pairFactory', markets, pinned.pairFactory),
  ...(pair === undefined ? [] : [named('pair', markets, pair, 'pairFactory', 'getPair(eMetis, METIS)')]),
  ...lpTokens
    .filter((token) => token.toLowerCase() !== pair?.toLowerCase())
    .map((token, i) => named(`lp${i}`, markets, token, 'redemptionQueue', 'lpFactors(token)')),
  fixed('algebraFactory', markets, pinned.algebraFactory),
  fixed('algebraQuoter', markets, pinned.algebraQuoter),
  ...(algebraPool === undefined
    ? []
    : [named('algebraPool', markets, algebraPool, 'algebraFactory', 'poolByPair(eMetis, WMETIS)')]),
  fixed('wrappedMetis', markets, pinned.wrappedMetis),
  fixed('priceFeed', markets, pinned.priceFeed),
]

const toL1 = ({ l1Dealer }: AddressBook, { agents = [], rewardPayer }: Resolved): Listed[] => [
  {
    ...fixed('dealer', onL1, pinnedL1.dealer),
    ...(l1Dealer && !isAddressEqual(l1Dealer, pinnedL1.dealer) && { instead: l1Dealer }),
  },
  ...agents.map(({ number, address }) =>
    named(`agent${number}`, onL1, address, 'dealer', `sequencerAgents(${number})`),
  ),
  fixed('lockingPool', pool, pinnedL1.lockingPool),
  fixed('lockingInfo', pool, pinnedL1.lockingInfo),
  ...(rewardPayer === undefined ? [] : [named('rewardPayer', pool, rewardPayer, 'lockingInfo', 'rewardPayer()')]),
  fixed('sequencerSet', { chain: 'l2', group: 'sequencers' }, pinned.sequencerSet),
]

/** Every contract in use on both chains, in the order of its groups. */
export const toInventory = (book: AddressBook, more: Resolved = {}): Listed[] => [
  fixed('metis', enki, pinned.metis),
  fixed('eMetis', enki, pinned.eMetis),
  fixed('seMetis', enki, pinned.seMetis),
  fixed('minter', enki, pinned.minter),
  fixed('enki', enki, pinned.enki),
  named('config', enki, book.config, 'seMetis', 'config()'),
  ...ofConfig.map((key) => named(key, enki, book[key], 'config', `${key}()`)),
  ...toL1(book, more),
  ...toMarkets(more),
  fixed('artMetis', other, artemis.token),
  fixed('artemisDepositPool', other, artemis.depositPool),
  fixed('artemisRewardPool', other, artemis.rewardPool),
  fixed('artemisWithdrawalManager', other, artemis.withdrawalManager),
  named('bridge', platform, book.bridge, 'config', 'bridge()'),
  fixed('metisL1', platformL1, pinnedL1.metis),
  fixed('bridgeL1', platformL1, pinnedL1.bridge),
  fixed('multicall3', platform, shared.multicall3),
  fixed('multicall3L1', platformL1, shared.multicall3),
  fixed('gasPriceOracle', platform, shared.gasPriceOracle),
]
