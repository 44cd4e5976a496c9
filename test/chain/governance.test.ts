import { type Address, getAddress, keccak256, parseAbi, stringToHex, zeroAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { readAddressBook } from '@/lib/address-book'
import { readCode } from '@/lib/code'
import type { Holder } from '@/lib/holders'
import { type Listed, toInventory } from '@/lib/inventory'
import { createLogbook } from '@/lib/logbook'
import { type Owners, type PowerId, readOwners } from '@/lib/owners'
import { holdersOf, type ParameterEvent, since, withBefore } from '@/lib/parameter-events'
import { isWatched, isWholeRecord, readParameterEvents } from '@/lib/parameter-logs'
import { readRest, toEnkiParameters, toEpochParameters, toPoolParameters } from '@/lib/parameters'
import { readProtocol } from '@/lib/protocol'
import type { Client } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'
import { backend, relief } from '../devnet/accounts'
import { council, created, deployer, guardians, rewardPayer, timelock, treasury } from '../devnet/addresses'
import { artifactOf, compile } from '../devnet/compile'
import { execute, read } from '../devnet/transact'
import { l1, l2, restoreEach, world } from './devnet'
import { client } from './signer'

restoreEach()

const onL1 = l1 as unknown as Client
const day = 86_400n

async function listed(chain: Listed['chain']): Promise<Listed[]> {
  const book = await readAddressBook(client)
  const agent = await read<Address>(world.onL1.dealer, 'sequencerAgents', [0])
  return toInventory(book, { agents: [{ number: 0, address: agent }], rewardPayer }).filter(
    (each) => each.chain === chain,
  )
}

/** All that the chain has logged of rules and rights, as the server reads it. */
async function record(chain: Listed['chain']): Promise<ParameterEvent[]> {
  const [using, contracts] = [chain === 'l2' ? client : onL1, (await listed(chain)).filter(isWatched)]
  const read = createLogbook<ParameterEvent>({
    client: using,
    archive: (_, text) => text(),
    name: `rules ${chain}`,
    read: (range) => readParameterEvents(using, contracts, range),
  })
  return withBefore(await read(await using.getBlockNumber({ cacheTime: 0 }), isWholeRecord))
}

async function owners(chain: Listed['chain']): Promise<Owners> {
  const [using, contracts, past] = [chain === 'l2' ? client : onL1, await listed(chain), await record(chain)]
  const { codes } = await readCode(using, contracts)
  const of = (role: 'roleTimelock' | 'roleOperator' | 'roleBackend') => holdersOf(past, role)
  const candidates = {
    roleTimelock: of('roleTimelock'),
    roleOperator: of('roleOperator'),
    roleBackend: of('roleBackend'),
  }
  return readOwners(using, { contracts, codes, ...(chain === 'l2' && { candidates }) })
}

const told = (holder: Holder) => {
  const address = holder.address.toLowerCase()
  if (holder.kind === 'safe') return [address, `${holder.threshold} of ${holder.owners.length}`]
  return holder.kind === 'timelock' ? [address, holder.seconds] : [address, holder.kind]
}
const find = ({ powers }: Owners, contract: string, power: PowerId) =>
  powers.filter((each) => each.contract === contract && each.power === power).map(({ path }) => path.map(told))
const low = (address: Address) => address.toLowerCase()

describe('who can change a contract', () => {
  test('is followed through the admin of its proxy to a multisig', async () => {
    const found = await owners('l2')
    for (const key of ['seMetis', 'minter', 'config', 'vesting', 'redemptionQueue', 'sequencerSet'])
      expect(find(found, key, 'upgrade')).toEqual([
        [
          [expect.any(String), 'contract'],
          [low(guardians), '3 of 5'],
        ],
      ])
  })

  test('is not known of a contract whose code was not read', async () => {
    const contracts = await listed('l2')
    const { codes } = await readCode(client, contracts)
    const { seMetis: _, ...rest } = codes
    const found = await readOwners(client, { contracts, codes: rest })
    expect(found.unread).toEqual(['seMetis'])
    expect(find(found, 'seMetis', 'upgrade')).toEqual([])
    expect((await readOwners(client, { contracts, codes })).unread).toEqual([])
  })

  test('is an account, a timelock, or whoever holds a role', async () => {
    const found = await owners('l2')
    expect(find(found, 'eMetis', 'own')).toEqual([[[low(deployer), 'account']]])
    expect(find(found, 'eMetis', 'timelock')).toEqual([[[low(timelock), 2 * 86_400]]])
    expect(find(found, 'enki', 'govern')).toEqual([[[low(deployer), 'account']]])
    expect(find(found, 'config', 'roleTimelock')).toEqual([[[low(deployer), 'account']]])
    expect(find(found, 'config', 'roleOperator')).toEqual([[[low(backend), 'account']]])
    expect(find(found, 'config', 'roleBackend')).toEqual([[[low(backend), 'account']]])
  })

  test('is the council on L1, and the payer is a multisig as well', async () => {
    const found = await owners('l1')
    for (const key of ['lockingPool', 'lockingInfo']) {
      expect(find(found, key, 'own')).toEqual([[[low(council), '6 of 8']]])
      expect(find(found, key, 'upgrade')[0]?.at(-1)).toEqual([low(council), '6 of 8'])
    }
    expect(find(found, 'lockingInfo', 'payRewards')).toEqual([[[low(rewardPayer), '2 of 4']]])
    expect(find(found, 'agent0', 'beacon')[0]?.[0]).toEqual([low(world.onL1.dealer.address), 'contract'])
  })

  test('is a timelock of the GMX kind, and its admin behind it', async () => {
    const { abi, bytecode } = artifactOf(await compile(), 'BufferTimelock')
    const hash = await l2.deployContract({ abi, bytecode, args: [guardians, 28n * day], account: backend } as never)
    const { contractAddress } = await l2.waitForTransactionReceipt({ hash })
    if (!contractAddress) throw new Error('No timelock was made')
    await l2.impersonateAccount({ address: deployer })
    await execute({ from: deployer, on: world.onL2.eMetis, fn: 'setTimelock', args: [contractAddress] })
    expect(find(await owners('l2'), 'eMetis', 'timelock')).toEqual([
      [
        [low(contractAddress), 28 * 86_400],
        [low(guardians), '3 of 5'],
      ],
    ])
  })

  test('is nobody once a role has been taken away', async () => {
    const role = keccak256(stringToHex('BACKEND_ROLE'))
    await execute({ from: backend, on: world.onL2.config, fn: 'revokeRole', args: [role, backend] })
    expect(find(await owners('l2'), 'config', 'roleBackend')).toEqual([])
  })
})

const brief = ({ contract, parameter, before, after }: ParameterEvent) => [contract, parameter, before, after]

describe('the record of rules and rights', () => {
  test('holds what the seeded year has changed, and when', async () => {
    const past = await record('l2')
    const queue = past.filter(({ parameter }) => parameter === 'queueSeconds')
    expect(queue.map(brief)).toEqual([
      ['config', 'queueSeconds', 0n, 20n * day],
      ['config', 'queueSeconds', 20n * day, 21n * day],
      ['config', 'queueSeconds', 21n * day, 20n * day],
    ])
    for (const { block, seconds } of queue)
      expect(BigInt(seconds)).toBe((await l2.getBlock({ blockNumber: block })).timestamp)
    const relieved = past.filter(({ before, after }) => [before, after].some((each) => each === relief))
    expect(relieved.map(brief)).toEqual([
      ['config', 'roleBackend', null, relief],
      ['config', 'roleBackend', relief, null],
    ])
    expect(past.filter(({ parameter }) => parameter === 'minter').map(({ after }) => after)).toEqual([
      created.minter.address,
      created.queue.address,
    ])
    expect(past.filter(({ parameter }) => parameter === 'implementation').length).toBeGreaterThanOrEqual(7)
    expect(past.every(({ transaction }) => /^0x[0-9a-f]{64}$/.test(transaction))).toBe(true)
  })

  test('holds every reward per block, the last of which is in force', async () => {
    const rewards = (await record('l1')).filter(({ parameter }) => parameter === 'rewardPerBlock')
    expect(rewards).toHaveLength(6)
    for (const [i, { before }] of rewards.entries()) expect(before).toBe(rewards[i - 1]?.after ?? 0n)
    expect(rewards.at(-1)?.after).toBe(await read(world.onL1.pool, 'rewardPerBlock'))
  })

  test('holds exactly what is done to Config, the pool and the escrow from now on', async () => {
    const [from, fromL1] = await Promise.all([l2.getBlockNumber({ cacheTime: 0 }), l1.getBlockNumber({ cacheTime: 0 })])
    const change = (fn: string, args: readonly unknown[]) => execute({ from: backend, on: world.onL2.config, fn, args })
    await change('setProtocolTreasuryRatio', [120_000n])
    await change('setVestingRatio', [250_000n])
    await change('setVestingRatio', [250_000n])
    await change('setPaused', [true])
    await change('setPublic', [false])
    await change('setProtocolTreasury', [relief])
    await change('grantRole', [keccak256(stringToHex('BETA_USER_ROLE')), relief])
    await change('grantRole', [keccak256(stringToHex('SOMETHING_ELSE')), relief])
    await l1.impersonateAccount({ address: council })
    const decide = (on: 'pool' | 'info', fn: string, args: readonly unknown[]) =>
      execute({ from: council, on: world.onL1[on], fn, args })
    await decide('pool', 'updateWithdrawDelayTimeValue', [14n * day])
    await decide('info', 'setMaxLock', [120_000n * 10n ** 18n])
    await decide('info', 'setMaxLock', [150_000n * 10n ** 18n])
    await decide('info', 'setRewardPayer', [guardians])
    expect(since(await record('l2'), from).map(brief)).toEqual([
      ['config', 'treasuryRatio', 100_000n, 120_000n],
      ['config', 'vestingRatio', 300_000n, 250_000n],
      ['config', 'paused', false, true],
      ['config', 'public', true, false],
      ['config', 'treasury', treasury, relief],
      ['config', 'roleOther', null, relief],
    ])
    expect(since(await record('l1'), fromL1).map(brief)).toEqual([
      ['lockingPool', 'exitSeconds', 21n * day, 14n * day],
      ['lockingInfo', 'maxLock', null, 120_000n * 10n ** 18n],
      ['lockingInfo', 'maxLock', 120_000n * 10n ** 18n, 150_000n * 10n ** 18n],
      ['lockingInfo', 'rewardPayer', rewardPayer, guardians],
    ])
  })

  test('holds how long an epoch was, and every code of SequencerSet', async () => {
    const from = await l2.getBlockNumber({ cacheTime: 0 })
    const { sequencerSet } = world.onL2
    const mpc = await read<Address>(sequencerSet, 'mpcAddress')
    await l2.impersonateAccount({ address: mpc })
    for (const length of [5n, 4n])
      await execute({ from: mpc, on: sequencerSet, fn: 'UpdateEpochLength', args: [length] })
    expect(since(await record('l2'), from).map(brief)).toEqual([
      ['sequencerSet', 'epochLength', null, 5n],
      ['sequencerSet', 'epochLength', 5n, 4n],
    ])
    const admin = find(await owners('l2'), 'sequencerSet', 'upgrade')[0]?.[0]?.[0] as Address
    const other = (await readCode(client, await listed('l2'))).codes.minter?.proxy?.implementation
    await l2.impersonateAccount({ address: admin })
    await l2.setBalance({ address: admin, value: 10n ** 18n })
    const on = { ...sequencerSet, abi: parseAbi(['function upgradeTo(address)']) }
    await execute({ from: admin, on, fn: 'upgradeTo', args: [other] })
    expect((await record('l2')).at(-1)).toMatchObject({
      contract: 'sequencerSet',
      parameter: 'implementation',
      after: getAddress(other ?? zeroAddress),
    })
  })

  test('begins with the first owner of eMetis and of the escrow', async () => {
    for (const [chain, contract] of [
      ['l2', 'eMetis'],
      ['l1', 'lockingInfo'],
    ] as const) {
      const first = (await record(chain)).find((each) => each.contract === contract && each.parameter === 'owner')
      expect(first?.before).toBe(zeroAddress)
    }
  })
})

describe('the rules in force', () => {
  test('are what the contracts answer, with the block', async () => {
    const book = await readAddressBook(client)
    const [protocol, rest, pool] = await Promise.all([
      readProtocol(client, book),
      readRest(client, book),
      readSequencers(onL1),
    ])
    const { block, values } = toEnkiParameters(protocol, rest.treasury)
    expect(block.number).toBeGreaterThan(0n)
    expect(Object.fromEntries(values.map(({ id, value }) => [id, value]))).toEqual({
      treasuryRatio: 100_000n,
      treasury,
      vestingRatio: 300_000n,
      vestingSeconds: 90n * day,
      enkiPerEMetis: 10n,
      queueSeconds: 20n * day,
      minQueueSeconds: 8n * day,
      redemptionFee: 0n,
      cancelRedemptionFee: 5_000n,
      lpSeconds: 30n * day,
      paused: false,
      public: true,
    })
    const rules = Object.fromEntries(toPoolParameters(pool).values.map(({ id, value }) => [id, value]))
    expect(rules).toMatchObject({ exitSeconds: 21n * day, poolPaused: false, rewardPayer })
    expect(rules.rewardPerBlock).toBe(await read(world.onL1.pool, 'rewardPerBlock'))
    expect(toEpochParameters(rest).values).toEqual([{ id: 'epochLength', contract: 'sequencerSet', value: 3n }])
  })
})
