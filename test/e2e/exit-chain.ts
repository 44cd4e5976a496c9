import { type Address, parseEther } from 'viem'
import { mnemonicToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { readAddressBook } from '@/lib/address-book'
import { eMetis, enki, metis, minter, queueAt, tokenAt, vault, vestingAt } from '@/lib/contracts'
import { readMarket } from '@/lib/market'
import { l2 as client } from '@/lib/rpc'
import { anvil, appUrl, fund, l2, legacy, mined, walletOf } from './chain'

const developer = (addressIndex: number) =>
  walletOf(mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex }))

export const queueAddress = async (): Promise<Address> => {
  const { redemptionQueue } = await readAddressBook(client)
  if (!redemptionQueue) throw new Error('The devnet has no redemption queue')
  return redemptionQueue
}

async function control(wish: string): Promise<void> {
  const answer = await fetch(`${appUrl}/devnet/${wish}`, { method: 'POST' })
  if (!answer.ok) throw new Error(`${wish}: ${await answer.text()}`)
}

/** Moves both chains: `20d`, `36h`. */
export const advance = (time: string) => control(`advance?for=${time}`)

/** A round of rewards; what waits on the bridge and may be delivered is. */
export const relay = () => control('reward')

/** Makes the queue hold exactly so much METIS: the minter, which fills it in life as well, gives or takes the rest. */
export async function setQueueMetis(amount: bigint): Promise<void> {
  const queue = await queueAddress()
  const held = await balanceOf(metis.address, queue)
  if (held === amount) return
  const [from, to] = held < amount ? [minter.address, queue] : [queue, minter.address]
  const args = [to, held < amount ? amount - held : held - amount] as const
  await anvil.impersonateAccount({ address: from })
  await anvil.setBalance({ address: from, value: parseEther('1') })
  await mined(await walletOf(from).writeContract({ ...legacy, ...metis, functionName: 'transfer', args }))
  await anvil.stopImpersonatingAccount({ address: from })
}

/** Gives ENKI out of a development account's pocket. */
export async function giveEnki(to: Address, amount: bigint): Promise<void> {
  await mined(await developer(8).writeContract({ ...legacy, ...enki, functionName: 'transfer', args: [to, amount] }))
}

/** Gives LP tokens that the queue takes out of the market maker's pocket; their address. */
export async function giveLp(to: Address, amount: bigint): Promise<Address> {
  const [lp] = (await readMarket(client, await readAddressBook(client))).lpTokens
  if (!lp) throw new Error('The queue takes no LP token')
  const call = { ...legacy, ...tokenAt(lp.token), functionName: 'transfer', args: [to, amount] } as const
  await mined(await developer(16).writeContract(call))
  return lp.token
}

export const balanceOf = (token: Address, account: Address): Promise<bigint> =>
  l2.readContract({ ...tokenAt(token), functionName: 'balanceOf', args: [account] })

/** Stakes all eMetis of an account. */
export async function stakeAll(account: PrivateKeyAccount, amount: bigint): Promise<void> {
  const own = walletOf(account)
  const allow = { ...legacy, ...eMetis, functionName: 'approve', args: [vault.address, amount] } as const
  await mined(await own.writeContract(allow))
  const deposit = { ...legacy, ...vault, functionName: 'deposit', args: [amount, account.address] } as const
  await mined(await own.writeContract(deposit))
}

/** An account takes shares out of the vault; a part of what they are worth vests. */
export async function unstake(account: PrivateKeyAccount, shares: bigint): Promise<void> {
  const call = {
    ...legacy,
    ...vault,
    functionName: 'redeem',
    args: [shares, account.address, account.address],
  } as const
  await mined(await walletOf(account).writeContract(call))
}

/** Gives an account ENKI and stakes it, so that what vests is released; the Vesting. */
export async function stakeEnki(account: PrivateKeyAccount, amount: bigint) {
  const [own, { vesting }] = [walletOf(account), await readAddressBook(client)]
  const at = vestingAt(vesting ?? '0x')
  await giveEnki(account.address, amount)
  await mined(await own.writeContract({ ...legacy, ...enki, functionName: 'approve', args: [at.address, amount] }))
  // An estimate made in the second of the unstake is too low a second later, when there is a new time to write down.
  const call = { ...legacy, ...at, functionName: 'stake', args: [amount], gas: 500_000n } as const
  await mined(await own.writeContract(call))
  return at
}

/** Something of everything: tokens, shares, a ticket, a part that vests, and ENKI for it. */
export async function endow(account: PrivateKeyAccount): Promise<void> {
  await fund(account.address, { metis: parseEther('10'), eMetis: parseEther('40') })
  await stakeAll(account, parseEther('20'))
  await unstake(account, parseEther('10'))
  await enterQueue(account, parseEther('5'))
  await giveEnki(account.address, parseEther('30'))
}

/** An account puts eMetis into the queue; the ticket's id. */
export async function enterQueue(account: PrivateKeyAccount, amount: bigint): Promise<bigint> {
  const queue = await queueAddress()
  const own = walletOf(account)
  const allow = { ...legacy, ...eMetis, functionName: 'approve', args: [queue, amount] } as const
  await mined(await own.writeContract(allow))
  const call = { ...queueAt(queue), functionName: 'enterRedemptionQueue', args: [account.address, amount] } as const
  const { result } = await l2.simulateContract({ ...call, account })
  await mined(await own.writeContract({ ...legacy, ...call }))
  return result
}

/** Sends a ticket to somebody else. */
export async function sendTicket(from: PrivateKeyAccount, to: Address, id: bigint): Promise<void> {
  const args = [from.address, to, id] as const
  const call = { ...legacy, ...queueAt(await queueAddress()), functionName: 'transferFrom', args } as const
  await mined(await walletOf(from).writeContract(call))
}

/** Claims a ticket behind the page's back. */
export async function claimTicket(account: PrivateKeyAccount, id: bigint): Promise<void> {
  const call = { ...queueAt(await queueAddress()), functionName: 'redeemRedemptionTicketNft' } as const
  await mined(await walletOf(account).writeContract({ ...legacy, ...call, args: [id, account.address] }))
}
