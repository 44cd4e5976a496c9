import { isAddressEqual, parseAbi } from 'viem'
import { readAddressBook } from '@/lib/address-book'
import { dispatcherAt, eMetis, vault } from '@/lib/contracts'
import { pinned } from '@/lib/pinned'
import { l2 as client, l1 } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { l2 } from './chain'

const config = parseAbi(['function protocolTreasuryRatio() view returns (uint64)'])

/** What is earned and in no share price yet, and what the vault would get of it, as the chains have it; base units. */
export async function readAwaiting() {
  const { rewardDispatcher, config: address } = await readAddressBook(client)
  if (!rewardDispatcher || !address) throw new Error('The devnet has no dispatcher')
  const [{ sequencers }, held, treasury, ratio] = await Promise.all([
    readSequencers(l1),
    l2.readContract({ ...eMetis, functionName: 'balanceOf', args: [rewardDispatcher] }),
    l2.readContract({ ...dispatcherAt(rewardDispatcher), functionName: 'treasuryBalance' }),
    l2.readContract({ abi: config, address, functionName: 'protocolTreasuryRatio' }),
  ])
  const earned = sequencers
    .filter(({ recipient }) => recipient && isAddressEqual(recipient, pinned.minter))
    .reduce((sum, { reward }) => sum + reward, 0n)
  const all = earned + held
  return { earned, arrived: held - treasury, treasury, toVault: all - (all * ratio) / 1_000_000n }
}

/** What so much more in the vault would bring so many shares. */
export async function gainOf(shares: bigint, toVault: bigint): Promise<bigint> {
  const [assets, supply, worth] = await Promise.all([
    l2.readContract({ ...vault, functionName: 'totalAssets' }),
    l2.readContract({ ...vault, functionName: 'totalSupply' }),
    l2.readContract({ ...vault, functionName: 'convertToAssets', args: [shares] }),
  ])
  return (shares * (assets + toVault + 1n)) / (supply + 1n) - worth
}
