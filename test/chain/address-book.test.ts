import {
  type Address,
  encodeAbiParameters,
  type Hex,
  keccak256,
  numberToHex,
  stringToBytes,
  toHex,
  zeroAddress,
} from 'viem'
import { describe, expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { minter, vault } from '@/lib/contracts'
import { toInventory } from '@/lib/inventory'
import { pinned } from '@/lib/pinned'
import { readProtocol } from '@/lib/protocol'
import { stakeObstacle } from '@/lib/stake-quote'
import { type WiringId, wiringFault } from '@/lib/wiring'
import { backend } from '../devnet/accounts'
import { created } from '../devnet/addresses'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { client } from './signer'

restoreEach()

const stranger: Address = '0x000000000000000000000000000000000000dEaD'
const config = created.config.address
/** Code that refuses every call. */
const refusing: Hex = '0x60006000fd'
/** Code that answers every call with zero. */
const empty: Hex = '0x60206000f3'

/** Writes another address wherever a contract's first storage slots hold this one. */
async function rewire(address: Address, from: Address, to: Address): Promise<void> {
  let found = 0
  for (let slot = 0; slot < 400; slot++) {
    const index = numberToHex(slot)
    const word = await l2.getStorageAt({ address, slot: index })
    if (!word?.includes(from.slice(2).toLowerCase())) continue
    const value = word.replace(from.slice(2).toLowerCase(), to.slice(2).toLowerCase()) as Hex
    await l2.setStorageAt({ address, index: numberToHex(slot, { size: 32 }), value })
    found += 1
  }
  expect(found).toBeGreaterThan(0)
}

/** Empties one entry of Config's map, as in a deployment that never had the part. */
async function forget(key: string): Promise<void> {
  const name = BigInt(keccak256(stringToBytes(key)))
  for (let slot = 0n; slot < 400n; slot++) {
    const index = keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [name, slot]))
    const word = await l2.getStorageAt({ address: config, slot: index })
    if (!word || BigInt(word) === 0n) continue
    return l2.setStorageAt({ address: config, index, value: toHex(0, { size: 32 }) })
  }
  throw new Error(`${key} is not in Config's map`)
}

const point = (key: string, to: Address) =>
  execute({ from: backend, on: world.onL2.config, fn: 'addContract', args: [key, to] })

/** What the app makes of the chain now: the first fault of the wiring, and whether a stake is let through. */
async function judge(): Promise<{
  fault: WiringId | undefined
  found: Address | null | undefined
  obstacle: string | null
}> {
  const protocol = await readProtocol(client, await readAddressBook(client))
  const fault = wiringFault(protocol.checks)
  const obstacle = stakeObstacle({ amount: 1n, give: 'METIS', receive: 'eMetis' }, protocol)
  return { fault: fault?.id, found: fault?.found, obstacle }
}

describe('resolving', () => {
  test('finds every part from the vault alone', async () => {
    expect(await readAddressBook(client)).toEqual({
      config: expect.stringMatching(new RegExp(config, 'i')),
      vesting: expect.stringMatching(new RegExp(created.vesting.address, 'i')),
      rewardDispatcher: expect.stringMatching(new RegExp(created.dispatcher.address, 'i')),
      redemptionQueue: expect.stringMatching(new RegExp(created.queue.address, 'i')),
      inviterNFT: expect.stringMatching(new RegExp(created.inviter.address, 'i')),
      bridge: world.onL2.bridge.address,
      l1Dealer: world.onL1.dealer.address,
    })
    expect(await judge()).toEqual({ fault: undefined, found: undefined, obstacle: null })
  })

  test('takes a zero for a part that this deployment lacks', async () => {
    await forget('ADDRESS_REDEMPTION_QUEUE')
    const book = await readAddressBook(client)
    expect(book.redemptionQueue).toBeNull()
    expect(book.vesting).not.toBeNull()
    expect((await judge()).fault).toBeUndefined()
  })

  test('takes a getter that reverts for a part that this deployment lacks', async () => {
    await l2.setCode({ address: config, bytecode: refusing })
    const book = await readAddressBook(client)
    expect(book).toMatchObject({ vesting: null, redemptionQueue: null, rewardDispatcher: null })
  })

  test('names another Dealer on L1 beside the one that is read, and blocks nothing for it', async () => {
    const dealerOf = async () => toInventory(await readAddressBook(client)).find(({ key }) => key === 'dealer')
    expect(await dealerOf()).not.toHaveProperty('instead')
    await point('ADDRESS_L1_DEALER', stranger)
    expect(await dealerOf()).toMatchObject({ address: world.onL1.dealer.address, instead: stranger })
    expect(await judge()).toMatchObject({ fault: undefined, obstacle: null })
  })

  test('does not take a dead RPC for an answer', async () => {
    const dead = { ...client, multicall: () => Promise.reject(new Error('no answer')) } as unknown as typeof client
    await expect(readAddressBook(dead)).rejects.toThrow('no answer')
  })
})

describe('writing is blocked, and reading goes on, when', () => {
  test.each([
    ['Config names another minter', 'ADDRESS_EMETIS_MINTER', 'eMetisMinter'],
    ['Config names another eMetis', 'ADDRESS_EMETIS', 'eMetis'],
    ['Config names another vault', 'ADDRESS_SE_METIS', 'seMetis'],
  ] as const)('%s', async (_, key, id) => {
    await point(key, stranger)
    expect(await judge()).toEqual({ fault: id, found: stranger, obstacle: 'wiring' })
  })

  test('the vault holds another asset', async () => {
    await rewire(vault.address, pinned.eMetis, stranger)
    expect(await judge()).toEqual({ fault: 'asset', found: stranger, obstacle: 'wiring' })
  })

  test('the minter obeys another Config', async () => {
    await rewire(minter.address, config, stranger)
    expect(await judge()).toEqual({ fault: 'config', found: stranger, obstacle: 'wiring' })
  })

  test('the vault names no Config', async () => {
    await rewire(vault.address, config, zeroAddress)
    expect(await readAddressBook(client)).toMatchObject({ config: null, redemptionQueue: null })
    expect(await judge()).toMatchObject({ fault: 'config', obstacle: 'wiring' })
  })

  test('Config answers nothing but zeros', async () => {
    await l2.setCode({ address: config, bytecode: empty })
    expect(await judge()).toMatchObject({ fault: 'eMetisMinter', obstacle: 'wiring' })
  })
})
