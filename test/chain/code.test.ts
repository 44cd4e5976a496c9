import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Address, createPublicClient, type Hex, http, keccak256, pad } from 'viem'
import { describe, expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { readCode } from '@/lib/code'
import { codeFault, toCodeChecks } from '@/lib/code-check'
import { readUnsafe } from '@/lib/code-guard'
import { type Fault, writeFault } from '@/lib/fault'
import { type ContractKey, toInventory } from '@/lib/inventory'
import { manifest } from '@/lib/manifest'
import { andromeda } from '@/lib/manifest/andromeda'
import { readPosition } from '@/lib/position'
import { readProtocol } from '@/lib/protocol'
import { implementationSlot } from '@/lib/proxy'
import { redeemObstacle } from '@/lib/redeem-quote'
import type { Client } from '@/lib/rpc'
import { stakeSteps } from '@/lib/stake'
import { stakeObstacle } from '@/lib/stake-quote'
import { unstakeObstacle } from '@/lib/unstake-quote'
import { vestObstacle } from '@/lib/vest-quote'
import { backend, stakers } from '../devnet/accounts'
import { created } from '../devnet/addresses'
import { differences, readManifest, toSource } from '../devnet/manifest'
import { execute, read } from '../devnet/transact'
import { l1, l2, restoreEach, world } from './devnet'
import { client } from './signer'

restoreEach()

const onL1 = l1 as unknown as Client
const who = stakers[0] as Address
const stranger: Address = '0x000000000000000000000000000000000000dEaD'
/** Code that answers every call with zero. */
const empty: Hex = '0x60206000f3'
const intent = { amount: 1n, give: 'METIS', receive: 'seMetis' } as const

/** What the app makes of the chain now: as the server hands it over, and as the browser sees it before the signature. */
async function judge() {
  const book = await readAddressBook(client)
  const [protocol, position] = await Promise.all([readProtocol(client, book), readPosition(client, book, who)])
  const contracts = toInventory(book).filter(({ chain }) => chain === 'l2')
  const { codes } = await readCode(client, contracts)
  const seen = { ...protocol, codeFault: codeFault(contracts, toCodeChecks(contracts, codes)) }
  const steps = stakeSteps(intent, protocol, position)
  return { server: writeFault(seen), browser: writeFault(protocol) ?? (await readUnsafe(client, book, steps)), seen }
}

/** Nothing at all can be signed, and every form gives this reason. */
function expectBlocked({ server, browser, seen }: Awaited<ReturnType<typeof judge>>, fault: Fault) {
  expect(server).toEqual(fault)
  expect(browser).toEqual(fault)
  const queue = { queue: seen.queue, now: BigInt(seen.block.seconds) }
  expect([
    stakeObstacle(intent, seen),
    unstakeObstacle({ shares: 1n, assets: 1n } as never, seen),
    vestObstacle({ kind: 'claim' }, seen, undefined, 0n),
    redeemObstacle({ kind: 'request', amount: 1n }, queue, seen),
  ]).toEqual([fault.kind, fault.kind, fault.kind, fault.kind])
}

describe('the manifest of the devnet', () => {
  test('is what npm run manifest would write', async () => {
    const found = await readManifest(client, onL1)
    expect(differences(manifest, found)).toEqual([])
    const source = await readFile(join(import.meta.dirname, '../../lib/manifest/devnet.ts'), 'utf8')
    expect(source).toBe(toSource(found))
  })

  test('matches every contract that has code, and nothing stands in the way', async () => {
    const book = await readAddressBook(client)
    const contracts = toInventory(book)
    const [a, b] = await Promise.all(
      (['l2', 'l1'] as const).map((chain) =>
        readCode(
          chain === 'l2' ? client : onL1,
          contracts.filter((each) => each.chain === chain),
        ),
      ),
    )
    const checks = toCodeChecks(contracts, { ...a?.codes, ...b?.codes })
    const other = checks.filter(({ verdict }) => verdict !== 'match').map(({ key, verdict }) => [key, verdict])
    // The devnet has no Algebra pools, no wrapped METIS and no gas price oracle.
    expect(other).toEqual(
      ['algebraFactory', 'algebraQuoter', 'wrappedMetis', 'gasPriceOracle'].map((key) => [key, 'noCode']),
    )
    expect(await judge()).toMatchObject({ server: undefined, browser: undefined })
  })

  test('knows Andromeda by nothing that was guessed', () => {
    for (const expected of Object.values(andromeda)) {
      expect(expected).toMatchObject({ codeHash: null, implementationHash: null })
      expect(expected?.implementation).toMatch(/^0x[0-9a-fA-F]{40}$/)
    }
    for (const superseded of ['config', 'minter'] as const) expect(andromeda[superseded]).toBeUndefined()
  })

  test('recognises the kinds of proxies', async () => {
    const { dealer } = world.onL1
    const agent = await read<Address>(dealer, 'sequencerAgents', [0])
    const { codes } = await readCode(onL1, [
      { key: 'agent0', address: agent },
      { key: 'dealer', address: dealer.address },
    ])
    expect(codes.agent0?.proxy).toMatchObject({ kind: 'beacon', admin: null })
    expect(codes.agent0?.proxy?.beacon?.toLowerCase()).toBe(dealer.address.toLowerCase())
    expect(codes.dealer?.proxy).toMatchObject({ kind: 'slot', beacon: null, admin: expect.stringMatching(/^0x/) })
    const clone =
      `0x363d3d373d3d3d363d73${created.minter.address.slice(2).toLowerCase()}5af43d82803e903d91602b57fd5bf3` as Hex
    await l2.setCode({ address: stranger, bytecode: clone })
    const found = await readCode(client, [{ key: 'pair', address: stranger }])
    expect(found.codes.pair?.proxy).toMatchObject({ kind: 'clone', admin: null })
    expect(found.codes.pair?.proxy?.implementationHash).toBe(found.codes.pair && manifest.minter?.codeHash)
  })
})

describe('writing is blocked everywhere, and says why, when', () => {
  test.each([
    ['seMetis', created.seMetis.address],
    ['minter', created.minter.address],
    ['config', created.config.address],
  ] as const)('the implementation of %s is exchanged for another', async (check, address) => {
    // The same code at another address: everything goes on answering, only the slot tells.
    const bytecode = (await l2.getCode({ address: manifest[check]?.implementation as Address })) as Hex
    await l2.setCode({ address: stranger, bytecode })
    await l2.setStorageAt({ address, index: implementationSlot, value: pad(stranger) })
    const expected = manifest[check]?.implementation ?? ''
    expectBlocked(await judge(), { kind: 'implementation', check, expected, found: stranger.toLowerCase() })
  })

  test('eMetis has other code', async () => {
    const code = (await l2.getCode({ address: created.eMetis.address })) as Hex
    const other: Hex = `${code}00`
    await l2.setCode({ address: created.eMetis.address, bytecode: other })
    const { server } = await judge()
    const fault = { kind: 'code', check: 'eMetis', expected: manifest.eMetis?.codeHash, found: keccak256(other) }
    expect(server).toEqual(fault)
    const book = await readAddressBook(client)
    expect(await readUnsafe(client, book, [{ address: created.eMetis.address }])).toEqual(fault)
  })

  test('the proxy of the vault has other code', async () => {
    const code = (await l2.getCode({ address: created.seMetis.address })) as Hex
    const other: Hex = `${code}00`
    await l2.setCode({ address: created.seMetis.address, bytecode: other })
    const expected = manifest.seMetis?.codeHash ?? ''
    expectBlocked(await judge(), { kind: 'code', check: 'seMetis', expected, found: keccak256(other) })
  })

  test('the code behind the minter changes where it is', async () => {
    await l2.setCode({ address: manifest.minter?.implementation as Address, bytecode: empty })
    const book = await readAddressBook(client)
    const contracts = toInventory(book).filter(({ chain }) => chain === 'l2')
    const { codes } = await readCode(client, contracts)
    expect(codeFault(contracts, toCodeChecks(contracts, codes))).toEqual({
      kind: 'code',
      check: 'minter',
      expected: manifest.minter?.implementationHash,
      found: keccak256(empty),
    })
  })

  test('ENKI has gone', async () => {
    await l2.setCode({ address: created.enki.address, bytecode: '0x' })
    const book = await readAddressBook(client)
    expect(await readUnsafe(client, book, [{ address: created.enki.address }])).toMatchObject({
      kind: 'noCode',
      check: 'enki',
    })
  })

  test('Config names another minter', async () => {
    const args = ['ADDRESS_EMETIS_MINTER', stranger]
    await execute({ from: backend, on: world.onL2.config, fn: 'addContract', args })
    expectBlocked(await judge(), {
      kind: 'wiring',
      check: 'eMetisMinter',
      expected: created.minter.address,
      found: stranger,
    })
  })
})

describe('before a signature', () => {
  test('only what is called is looked at, besides vault, minter and Config', async () => {
    await l2.setCode({ address: created.enki.address, bytecode: empty })
    const book = await readAddressBook(client)
    expect(await readUnsafe(client, book, [{ address: created.minter.address }])).toBeUndefined()
    expect(await readUnsafe(client, book, [{ address: created.enki.address }])).toMatchObject({ check: 'enki' })
  })

  test('a pair with other code stops what calls it or gives it away, and nothing else', async () => {
    const address = world.onL2.lp.address
    const other: Hex = `${(await l2.getCode({ address })) as Hex}00`
    const book = await readAddressBook(client)
    const [queue, give] = [created.queue.address, { token: 'LP', lp: address, amount: -1n } as const]
    const judged = (...steps: Parameters<typeof readUnsafe>[2]) => readUnsafe(client, book, steps)
    expect(await judged({ address })).toBeUndefined()
    await l2.setCode({ address, bytecode: other })
    const fault = { kind: 'code', check: 'pair', expected: manifest.pair?.codeHash, found: keccak256(other) }
    expect(await judged({ address })).toEqual(fault)
    expect(await judged({ address: queue, changes: [give] })).toEqual(fault)
    expect(await judged({ address: queue, changes: [{ ...give, amount: 1n }] })).toBeUndefined()
    expect(await judged({ address: queue })).toBeUndefined()
    expect((await judge()).server).toBeUndefined()
    expect((await judge()).browser).toBeUndefined()
  })

  test('code that cannot be read is not signed for', async () => {
    const book = await readAddressBook(client)
    const dead = createPublicClient({
      chain: l2.chain,
      transport: http('http://127.0.0.1:9', { retryCount: 0 }),
    }) as unknown as Client
    expect(await readUnsafe(dead, book, [{ address: created.minter.address }])).toMatchObject({ kind: 'unread' })
  })

  test('what is not known is not asked for', async () => {
    const asked: string[] = []
    const counting = {
      ...client,
      getCode: async () => asked.push('code'),
      getStorageAt: async ({ address }: { address: Address }) => {
        asked.push(address)
        return pad(andromeda.seMetis?.implementation as Address)
      },
    } as unknown as Client
    const book = await readAddressBook(client)
    const table = { seMetis: andromeda.seMetis } as Partial<Record<ContractKey, NonNullable<typeof andromeda.seMetis>>>
    expect(await readUnsafe(counting, book, [{ address: created.minter.address }], table)).toBeUndefined()
    expect(asked).toEqual([created.seMetis.address])
  })
})
