import { type Address, type MulticallReturnType, zeroAddress } from 'viem'
import type { AddressBook } from './address-book'
import { configAt, eMetis, enki, gasPriceOracle, metis, multicall3, vault, vestingAt } from './contracts'
import { pinned } from './pinned'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import { toAssets } from './shares'
import type { Vesting } from './vesting'

/** What one account holds and has approved, at one block. Amounts in base units, `gasPrice` in wei. */
export type Position = {
  block: Block
  account: Address
  /** Native METIS, which pays for gas. On Andromeda it equals `metis`; the two are never added. */
  native: bigint
  metis: bigint
  eMetis: bigint
  shares: bigint
  /** eMetis the shares stand for, before the vesting split. */
  assets: bigint
  /** METIS the minter may take. */
  metisAllowance: bigint
  /** eMetis the vault may take. */
  eMetisAllowance: bigint
  /** eMetis the redemption queue may take. */
  queueAllowance: bigint
  enki: bigint
  /** ENKI that Vesting may take. */
  enkiAllowance: bigint
  /** Null: this deployment has no Vesting. */
  vesting: AccountVesting | null
  /** May stake to seMetis while the vault is not public. */
  isBetaUser: boolean
  gasPrice: bigint
}

/** The account in Vesting, and where that is. */
export type AccountVesting = Vesting & { address: Address }

const betaUserRole = '0xeac7d12e691a65e32c753f5314b9ac42acdb8dd77f0033b2f2a2e2e012122a0d'

type UserInfo = readonly [enki: bigint, released: bigint, claimed: bigint, updated: bigint, locked: bigint]

function toVesting(address: Address | null, info: UserInfo | null): AccountVesting | null {
  if (!address || !info) return null
  const [staked, released, claimed, updated, locked] = info
  return { address, enki: staked, released, claimed, updated, locked }
}

/** The calls behind {@link toPosition}, in its order. */
export const positionCalls = (book: AddressBook, account: Address) => {
  const [queue, vesting] = [book.redemptionQueue ?? zeroAddress, book.vesting ?? zeroAddress]
  return [
    ...blockCalls,
    { ...multicall3, functionName: 'getEthBalance', args: [account] },
    { ...metis, functionName: 'balanceOf', args: [account] },
    { ...eMetis, functionName: 'balanceOf', args: [account] },
    { ...vault, functionName: 'balanceOf', args: [account] },
    { ...metis, functionName: 'allowance', args: [account, pinned.minter] },
    { ...eMetis, functionName: 'allowance', args: [account, pinned.seMetis] },
    { ...eMetis, functionName: 'allowance', args: [account, queue] },
    { ...enki, functionName: 'balanceOf', args: [account] },
    { ...enki, functionName: 'allowance', args: [account, vesting] },
    { ...vestingAt(vesting), functionName: 'userInfos', args: [account] },
    { ...vault, functionName: 'totalAssets' },
    { ...vault, functionName: 'totalSupply' },
    { ...configAt(book.config ?? zeroAddress), functionName: 'hasRole', args: [betaUserRole, account] },
    { ...gasPriceOracle, functionName: 'gasPrice' },
  ] as const
}

/** What {@link positionCalls} are answered. */
export type PositionAnswers = MulticallReturnType<ReturnType<typeof positionCalls>>

/** A position whose `gasPrice` is null where the chain has no oracle for it. */
export type Purse = Omit<Position, 'gasPrice'> & { gasPrice: bigint | null }

/** What the account has, from the answers to {@link positionCalls}. Throws when one that has to succeed failed. */
export function toPosition(book: AddressBook, account: Address, answers: PositionAnswers): Purse {
  const [number, seconds, native, balance, staked, shares, toMinter, toVault, toQueue, ...rest] = answers
  const [enkiHeld, enkiAllowed, info, assets, supply, beta, price] = rest
  const state = { totalAssets: must(assets), totalShares: must(supply) }
  return {
    block: toBlock(must(number), must(seconds)),
    account,
    native: must(native),
    metis: must(balance),
    eMetis: must(staked),
    shares: must(shares),
    assets: toAssets(must(shares), state),
    metisAllowance: must(toMinter),
    eMetisAllowance: must(toVault),
    queueAllowance: must(toQueue),
    enki: must(enkiHeld),
    enkiAllowance: must(enkiAllowed),
    vesting: toVesting(book.vesting, maybe(info)),
    isBetaUser: maybe(beta) ?? false,
    gasPrice: maybe(price),
  }
}

/** The position with the price that the node would like to be paid where no oracle says; then that is one more request. */
export const withGasPrice = async (client: Client, purse: Purse): Promise<Position> => ({
  ...purse,
  gasPrice: purse.gasPrice ?? (await client.getGasPrice()),
})

/** One multicall, one block: the newest unless `blockNumber` is given. Throws when the RPC fails. */
export async function readPosition(
  client: Client,
  book: AddressBook,
  account: Address,
  blockNumber?: bigint,
): Promise<Position> {
  const answers = await client.multicall({ batchSize: 0, blockNumber, contracts: positionCalls(book, account) })
  return withGasPrice(client, toPosition(book, account, answers))
}
