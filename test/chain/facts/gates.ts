import { parseEther, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { type Enki, refusal } from '../enki'

const betaRole = '0xeac7d12e691a65e32c753f5314b9ac42acdb8dd77f0033b2f2a2e2e012122a0d'

export function gateFacts({ alice, bob, backend, deployer, dealer, ...enki }: Enki): void {
  const { minter, vault, vesting, queue, inviter, dispatcher, config, eMetis, metis, client, done, stake } = enki
  const one = parseEther('1')
  const account = alice
  const setPaused = () => done(config.write.setPaused([true], { account: deployer }))
  const setPublic = (open: boolean) => done(config.write.setPublic([open], { account: deployer }))

  /** What the gate guards, by name. */
  const guarded = () => ({
    'mint and stake': minter.simulate.mint([alice, one, true, zeroAddress], { account }),
    deposit: vault.simulate.deposit([one, alice], { account }),
    'mint shares': vault.simulate.mint([one, alice], { account }),
    withdraw: vault.simulate.withdraw([one, alice, alice], { account }),
    redeem: vault.simulate.redeem([one, alice, alice], { account }),
    'stake ENKI': vesting.simulate.stake([one], { account }),
    'unstake ENKI': vesting.simulate.unstake({ account }),
  })
  const free = () => ({
    mint: minter.simulate.mint([alice, one, false, zeroAddress], { account }),
    claim: vesting.simulate.claim({ account }),
    'enter the queue': queue.simulate.enterRedemptionQueue([alice, one], { account }),
    cancel: queue.simulate.cancelRedemptionTicketNft([alice, 0n], { account }),
    redeem: queue.simulate.redeemRedemptionTicketNft([1n, alice], { account }),
    'become an inviter': inviter.simulate.mint({ account }),
    'move eMetis': eMetis.simulate.transfer([bob, one], { account }),
    'move seMetis': vault.simulate.transfer([bob, one], { account }),
  })
  const expectAll = async (calls: Record<string, Promise<unknown>>, outcome: string) => {
    const asked = Object.entries(calls).map(async ([name, call]) => [name, await refusal(call)] as const)
    const answers = await Promise.all(asked)
    expect(answers).toEqual(answers.map(([name]) => [name, outcome]))
  }

  /** Shares for the vault's calls, an open ticket and a funded, matured one for the queue's. */
  const prepare = async () => {
    await stake(alice, one * 10n)
    await done(config.write.setQueueLengthSecs([0n], { account: deployer }))
    for (let i = 0; i < 2; i++) await done(queue.write.enterRedemptionQueue([alice, one], { account }))
    await done(minter.write.depositToRedemptionQueue([one], { account: backend }))
  }

  test('everything is open to everybody at first', async () => {
    await prepare()
    await expectAll(guarded(), 'nothing')
    await expectAll(free(), 'nothing')
  })

  test('a pause stops staking and ENKI; minting, claiming, the queue and transfers go on', async () => {
    await prepare()
    await setPaused()
    await expectAll(guarded(), 'forUser: paused')
    await expectAll(free(), 'nothing')
  })

  test('a closed beta stops the same calls with the role that is missing, paused or not', async () => {
    await prepare()
    await setPublic(false)
    const missing = `AccessControl: account ${alice.toLowerCase()} is missing role ${betaRole}`
    await expectAll(guarded(), missing)
    await expectAll(free(), 'nothing')
    await setPaused()
    await expectAll(guarded(), missing)
    await done(config.write.grantRole([betaRole, alice], { account: deployer }))
    await expectAll(guarded(), 'forUser: paused')
  })

  test('a beta user passes, also through the minter, which has no role itself', async () => {
    await prepare()
    await setPublic(false)
    await done(config.write.grantRole([betaRole, alice], { account: deployer }))
    await expectAll(guarded(), 'nothing')
  })

  test('a pause leaves the maxima full: they are no gate', async () => {
    await stake(alice, one)
    await setPaused()
    expect(await vault.read.maxDeposit([alice])).toBe(2n ** 256n - 1n)
    expect(await vault.read.maxMint([alice])).toBe(2n ** 256n - 1n)
    expect(await vault.read.maxRedeem([alice])).toBe(one)
    expect(await vault.read.maxWithdraw([alice])).toBe(one)
  })

  test('a pause stops rewards', async () => {
    await setPaused()
    expect(await refusal(client.simulateContract(enki.message(dealer, one)))).toBe('whenNotPaused: paused')
    expect(await refusal(dispatcher.simulate.dispatch({ account: backend }))).toBe('whenNotPaused: paused')
  })

  test('all contracts share one Config, know its pause, refuse native METIS and cannot be initialised again', async () => {
    await setPaused()
    const { seMetis, ...others } = enki.deployed
    for (const name of ['minter', 'dispatcher', 'vesting', 'queue', 'inviter'] as const) {
      const { address } = others[name]
      const ask = { address, abi: vault.abi, functionName: 'config' } as const
      expect(await client.readContract(ask)).toBe(config.address)
      expect(await client.readContract({ ...ask, functionName: 'paused' })).toBe(true)
      await expect(client.call({ account, to: address, value: 1n })).rejects.toThrow('Base: not support Metis transfer')
      const again = { account, address, abi: others[name].abi, functionName: 'initialize', args: [config.address] }
      expect(await refusal(client.simulateContract(again))).toBe('Initializable: contract is already initialized')
    }
    expect(await vault.read.config()).toBe(config.address)
    expect(seMetis.address).toBe(await config.read.seMetis())
  })

  test('tokens sent by mistake can be rescued, users money cannot', async () => {
    await done(metis.write.transfer([vault.address, one], { account }))
    const rescue = (token: typeof alice, who = deployer) =>
      refusal(vault.simulate.recoverErc20([token, one], { account: who }))
    expect(await rescue(eMetis.address)).toBe('recoverErc20: cannot recover hold token')
    expect(await rescue(metis.address, alice)).toBe(
      'onlyOperatorOrTimeLock: caller does not have the operator or timelock role',
    )
    expect(await rescue(metis.address)).toBe('nothing')
  })
}
