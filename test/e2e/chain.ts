import { setTimeout as delay } from 'node:timers/promises'
import {
  type Account,
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  type Hash,
  type Hex,
  http,
  keccak256,
  maxUint256,
  pad,
  parseAbi,
  parseEther,
  publicActions,
  stringToHex,
} from 'viem'
import { mnemonicToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { configAbi } from '@/abi/config'
import { readAddressBook } from '@/lib/address-book'
import { eMetis, metis, minter, priceFeed, tokenAt, vault } from '@/lib/contracts'
import { readMarket } from '@/lib/market'
import { network } from '@/lib/network'
import { type Position, readPosition } from '@/lib/position'
import { implementationSlot, wordAddress } from '@/lib/proxy'
import { l2 as client } from '@/lib/rpc'

const required = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start these tests with npm run e2e`)
  return value
}

export const appUrl = required('E2E_APP_URL')
/** Chain id to RPC, for the wallet and for the guard. */
export const rpcUrls: Readonly<Record<number, string>> = {
  [network.l2.id]: required('E2E_L2_URL'),
  [network.l1.id]: required('E2E_L1_URL'),
}

/** The RPCs of L2 as the browser has them: one chain by two names. */
export const l2Urls = network.l2.rpcUrls.default.http
export const isL2 = ({ host }: URL): boolean => l2Urls.some((url) => new URL(url).host === host)

export const l2Id = network.l2.id
export const l1Id = network.l1.id

const transport = http(rpcUrls[network.l2.id])
const shared = { chain: network.l2, transport, pollingInterval: 50, cacheTime: 0 } as const
export const anvil = createTestClient({ ...shared, mode: 'anvil' })
export const l2 = createPublicClient(shared)

export const walletOf = (account: Account | Address) => createWalletClient({ ...shared, account })
export const legacy = { chain: network.l2, type: 'legacy' } as const

/** One of the well-known development accounts that the devnet funds, and whose key no visitor uses. */
const rich = walletOf(
  mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex: 9 }),
)

/** Waits for a transaction's block. Throws when it reverted. */
export async function mined(hash: Hash): Promise<void> {
  const { status } = await l2.waitForTransactionReceipt({ hash })
  if (status !== 'success') throw new Error(`${hash} reverted`)
}

type Purse = { metis?: bigint; eMetis?: bigint; native?: bigint }
const devnetMetis = parseAbi(['function devnetMint(address account, uint256 amount)'])

/** Gives an account invented METIS and eMetis out of a development account's pocket, and sets its gas coin. */
export async function fund(account: Address, { metis: more = 0n, eMetis: some = 0n, native = parseEther('5') }: Purse) {
  await anvil.setBalance({ address: account, value: native })
  const { address } = metis
  const call = { ...legacy, abi: devnetMetis, address, functionName: 'devnetMint' } as const
  if (more > 0n) await mined(await rich.writeContract({ ...call, args: [account, more] }))
  if (some > 0n)
    await mined(await rich.writeContract({ ...legacy, ...eMetis, functionName: 'transfer', args: [account, some] }))
}

/** Allows the minter to take METIS of an account; all of it unless said otherwise, so that staking needs no approval. */
export async function allowMinter(account: PrivateKeyAccount, amount = maxUint256): Promise<void> {
  const args = [minter.address, amount] as const
  await mined(await walletOf(account).writeContract({ ...legacy, ...metis, functionName: 'approve', args }))
}

/** Allows the redemption queue to take LP tokens of an account. */
export async function allowLp(account: PrivateKeyAccount, amount: bigint): Promise<{ lp: Address; queue: Address }> {
  const book = await readAddressBook(client)
  const [lp] = (await readMarket(client, book)).lpTokens
  const queue = book.redemptionQueue
  if (!lp || !queue) throw new Error('The queue takes no LP token')
  const call = { ...tokenAt(lp.token), functionName: 'approve', args: [queue, amount] } as const
  await mined(await walletOf(account).writeContract({ ...legacy, ...call }))
  return { lp: lp.token, queue }
}

/** Balances of an account in base units. */
export async function holdings(account: Address): Promise<{ metis: bigint; eMetis: bigint; shares: bigint }> {
  const args = [account] as const
  const [first, second, shares] = await Promise.all([
    l2.readContract({ ...metis, functionName: 'balanceOf', args }),
    l2.readContract({ ...eMetis, functionName: 'balanceOf', args }),
    l2.readContract({ ...vault, functionName: 'balanceOf', args }),
  ])
  return { metis: first, eMetis: second, shares }
}

/** What the app itself would read about an account. */
export const positionOf = async (account: Address): Promise<Position> =>
  readPosition(client, await readAddressBook(client), account)

const operatorRole = keccak256(stringToHex('OPERATOR_ROLE'))
const timelockRole = keccak256(stringToHex('TIMELOCK_ROLE'))

const servedBlock = async () => {
  const html = await fetch(`${appUrl}/en`).then((response) => response.text())
  return BigInt(/block (?:<!-- -->)?([\d,]+)/.exec(html)?.[1]?.replaceAll(',', '') ?? 0)
}

/** Waits until the app's server, which keeps its answers for a while, has read the chain as it is now. */
export async function untilServed(): Promise<void> {
  const block = await l2.getBlockNumber()
  while ((await servedBlock()) < block) await delay(250)
}

/** Lets an account that may change Config do so. */
async function asOperator(change: (operator: ReturnType<typeof walletOf>, address: Address) => Promise<Hash>) {
  const address = await l2.readContract({ ...vault, functionName: 'config' })
  const role = { role: [operatorRole, timelockRole] }
  const granted = { address, abi: configAbi, eventName: 'RoleGranted', args: role, fromBlock: 0n } as const
  const operator = (await l2.getContractEvents(granted)).at(-1)?.args.account
  if (!operator) throw new Error('The devnet has no operator')
  await anvil.impersonateAccount({ address: operator })
  await anvil.setBalance({ address: operator, value: parseEther('10') })
  await mined(await change(walletOf(operator), address))
  await anvil.stopImpersonatingAccount({ address: operator })
}

/** Turns one of the protocol's two switches, as an account that may. */
export const turn = (functionName: 'setPaused' | 'setPublic', on: boolean): Promise<void> =>
  asOperator((operator, address) =>
    operator.writeContract({ ...legacy, address, abi: configAbi, functionName, args: [on] }),
  )

/** Sets the part of an unstake that vests, in parts per million. */
export const setVestingRatio = (ratio: bigint): Promise<void> =>
  asOperator((operator, address) =>
    operator.writeContract({ ...legacy, address, abi: configAbi, functionName: 'setVestingRatio', args: [ratio] }),
  )

const devnetFeed = parseAbi(['function setAnswer(int256 answer)'])

/** Sets what a METIS costs, in US dollars of 8 decimals, as of now. */
export const setPrice = async (answer: bigint): Promise<void> =>
  mined(
    await rich.writeContract({
      ...legacy,
      abi: devnetFeed,
      address: priceFeed.address,
      functionName: 'setAnswer',
      args: [answer],
    }),
  )

/** Lets Config name another address by one of its keys, as an account that may. */
export const nameInConfig = (key: string, value: Address): Promise<void> =>
  asOperator((operator, address) =>
    operator.writeContract({ ...legacy, address, abi: configAbi, functionName: 'addContract', args: [key, value] }),
  )

const nodeOf = (chain: typeof network.l1 | typeof network.l2) =>
  createTestClient({ mode: 'anvil', chain, transport: http(rpcUrls[chain.id]), cacheTime: 0 }).extend(publicActions)

/** Where {@link exchangeCode} puts its copies. */
export const stranger = '0x000000000000000000000000000000000000c0de'

/** Lets a proxy stand for a copy of what it stood for, at another address; returns what undoes it. */
export async function exchangeCode(proxy: Address, chain: Parameters<typeof nodeOf>[0] = network.l2) {
  const node = nodeOf(chain)
  const before = await node.getStorageAt({ address: proxy, slot: implementationSlot })
  const known = wordAddress(before)
  const bytecode = known && (await node.getCode({ address: known }))
  if (!before || !bytecode) throw new Error(`${proxy} is no proxy`)
  const point = async (value: Hex) => {
    await node.setStorageAt({ address: proxy, index: implementationSlot, value })
    await node.mine({ blocks: 1 })
  }
  await node.setCode({ address: stranger, bytecode })
  await point(pad(stranger))
  return { known, undo: () => point(before) }
}

/** Puts a byte that is never reached behind a contract's code: it works as before and is not what it was. Returns both hashes. */
export async function changeCode(address: Address) {
  const before = await l2.getCode({ address })
  if (!before) throw new Error(`${address} has no code`)
  const put = async (bytecode: Hex) => {
    await anvil.setCode({ address, bytecode })
    await anvil.mine({ blocks: 1 })
  }
  const after: Hex = `${before}00`
  await put(after)
  return { known: keccak256(before), found: keccak256(after), undo: () => put(before) }
}

/** The newest block's time, ms. */
export const chainTime = async (): Promise<number> => Number((await l2.getBlock()).timestamp) * 1_000

/** So many blocks, each so many seconds after the one before. */
export async function mineBlocks(blocks: number, seconds: number): Promise<void> {
  for (let i = 0; i < blocks; i += 1) {
    await anvil.increaseTime({ seconds })
    await anvil.mine({ blocks: 1 })
  }
}

/** A block on each chain, at this moment (unix seconds) or later, so that there is something new to read. */
export async function mineAt(seconds: number): Promise<void> {
  for (const chain of [network.l1, network.l2]) {
    const node = nodeOf(chain)
    const next = Number((await node.getBlock()).timestamp) + 1
    await node.request({ method: 'evm_mine', params: [{ timestamp: Math.max(seconds, next) }] } as never)
  }
}

/** A contract account from now on: what it is asked to sign, others carry out. */
export const becomeContract = (address: Address) => anvil.setCode({ address, bytecode: '0x00' })

/** Carries out what a contract account was asked for. */
export async function carryOut(account: Address, call: { to: Address; data: Hex }): Promise<void> {
  await anvil.impersonateAccount({ address: account })
  await mined(await walletOf(account).sendTransaction({ ...legacy, ...call }))
  await anvil.stopImpersonatingAccount({ address: account })
}

/** The node forgets all waiting transactions. */
export const dropWaiting = () => anvil.request({ method: 'anvil_dropAllTransactions' } as never)

/** Transactions an account has sent on each chain. */
export const sentOn = async (address: Address) => ({
  l1: await createPublicClient({ chain: network.l1, transport: http(rpcUrls[l1Id]) }).getTransactionCount({ address }),
  l2: await l2.getTransactionCount({ address }),
})

/** Keeps transactions waiting until `mineAgain`. */
export const holdMining = () => anvil.setAutomine(false)
export async function mineAgain(): Promise<void> {
  await anvil.mine({ blocks: 1 })
  await anvil.setAutomine(true)
}
