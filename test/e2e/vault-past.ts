import { type Address, isAddressEqual, parseAbi, zeroAddress } from 'viem'
import { readAddressBook } from '@/lib/address-book'
import { vault } from '@/lib/contracts'
import { l2 as client } from '@/lib/rpc'
import { l2 } from './chain'

const abi = parseAbi([
  'event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)',
  'event Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)',
  'event Transfer(address indexed from, address indexed to, uint256 value)',
  'event Dispatched(uint256 amount, uint256 toTreasuryAmount, uint256 toVaultAmount)',
])

/** The vault just after a payout (unix seconds): base units, and how many accounts held shares. */
type Moment = { seconds: number; assets: bigint; shares: bigint; holders: number }

/** What was dispatched, and what the vault said of deposits and withdrawals, added up from its first block on. */
export async function readVaultPast(): Promise<{ payouts: Moment[]; now: Moment }> {
  const { rewardDispatcher } = await readAddressBook(client)
  const address = [vault.address, rewardDispatcher ?? zeroAddress]
  const logs = await l2.getLogs({ address, events: abi, strict: true, fromBlock: 0n })
  const held = new Map<Address, bigint>()
  const add = (account: Address, shares: bigint) => held.set(account, (held.get(account) ?? 0n) + shares)
  let [assets, shares] = [0n, 0n]
  const at = (seconds: number): Moment => {
    const holders = [...held].filter(([account, each]) => each > 0n && !isAddressEqual(account, zeroAddress)).length
    return { seconds, assets, shares, holders }
  }
  const payouts: Moment[] = []
  for (const { eventName, args, blockNumber } of logs) {
    if (eventName === 'Dispatched') {
      assets += args.toVaultAmount
      payouts.push(at(Number((await l2.getBlock({ blockNumber })).timestamp)))
    } else if (eventName === 'Transfer') {
      add(args.from, -args.value)
      add(args.to, args.value)
    } else {
      const sign = eventName === 'Deposit' ? 1n : -1n
      assets += sign * args.assets
      shares += sign * args.shares
    }
  }
  return { payouts, now: at(Number((await l2.getBlock()).timestamp)) }
}

/** The payout that the last `days` are measured from, and the simple rate per year since; null: there was none since. */
export function measure({ payouts, now }: Awaited<ReturnType<typeof readVaultPast>>, days: number) {
  const old = payouts.filter(({ seconds }) => seconds <= now.seconds - days * 86_400)
  const [from, to] = [old.at(-1) ?? payouts[0], payouts.at(-1)]
  if (!from || !to || from === to) return null
  const price = ({ assets, shares }: Moment) => Number(assets) / Number(shares)
  return { from, rate: ((price(to) / price(from) - 1) * 365 * 86_400) / (to.seconds - from.seconds) }
}
