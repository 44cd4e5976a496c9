import { erc20Abi, maxUint256, parseEther, parseEventLogs, parseSignature, zeroAddress } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { seMetisAbi } from '@/abi/se-metis'
import { mnemonic } from '../../devnet/accounts'
import { type Enki, refusal } from '../enki'

const permitTypes = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

export function mintFacts({ alice, bob, carol, backend, deployer, dealer, ...enki }: Enki): void {
  const { minter, metis, eMetis, vault, inviter, queue, config, dispatcher, done, relay } = enki
  const ten = parseEther('10')
  type Receipt = Awaited<ReturnType<Enki['done']>>
  const minted = ({ logs }: Receipt) => parseEventLogs({ abi: eMetisMinterAbi, logs, eventName: 'Minted' })[0]?.args

  test('takes METIS from the caller and gives eMetis to the account, one to one', async () => {
    const [paid, got] = [await metis.read.balanceOf([alice]), await eMetis.read.balanceOf([bob])]
    const receipt = await done(minter.write.mint([bob, ten, false, zeroAddress], { account: alice }))
    expect(await metis.read.balanceOf([alice])).toBe(paid - ten)
    expect(await eMetis.read.balanceOf([bob])).toBe(got + ten)
    expect(minted(receipt)).toEqual({ account: bob, amount: ten, deposit: false, inviter: zeroAddress })
    const [event] = parseEventLogs({ abi: eMetisAbi, logs: receipt.logs, eventName: 'TokenMinterMinted' })
    expect(event?.args).toEqual({ from: minter.address, to: bob, amount: ten })
  })

  test('stakes in the same transaction without an eMetis approval', async () => {
    await done(eMetis.write.approve([vault.address, 0n], { account: alice }))
    const shares = await vault.read.previewDeposit([ten])
    const { logs } = await done(minter.write.mint([bob, ten, true, zeroAddress], { account: alice }))
    expect(await vault.read.balanceOf([bob])).toBe(shares)
    const [event] = parseEventLogs({ abi: seMetisAbi, logs, eventName: 'Deposit' })
    expect(event?.args).toEqual({ sender: minter.address, owner: bob, assets: ten, shares })
  })

  test('drops an inviter without a token in silence and accepts an invitation of oneself', async () => {
    const mint = () => done(minter.write.mint([alice, ten, false, alice], { account: alice }))
    expect(minted(await mint())?.inviter).toBe(zeroAddress)
    await done(inviter.write.mint({ account: alice }))
    expect(minted(await mint())?.inviter).toBe(alice)
  })

  test('refuses with the METIS strings and its own', async () => {
    const mint = (amount: bigint, deposit: boolean, account = alice, to = alice) =>
      refusal(minter.simulate.mint([to, amount, deposit, zeroAddress], { account }))
    expect(await mint(0n, false)).toBe('EMetisMinter: amount is zero')
    expect(await mint(0n, true)).toBe('EMetisMinter: amount is zero')
    expect(await mint(parseEther('10001'), false)).toBe('ERC20: transfer amount exceeds balance')
    expect(await mint(1n, false, alice, zeroAddress)).toBe('ERC20: mint to the zero address')
    await done(metis.write.approve([minter.address, 5n], { account: carol }))
    expect(await mint(6n, false, carol, carol)).toBe('ERC20: insufficient allowance')
  })

  test('mints rewards only for the Dealer, through the messenger', async () => {
    expect(await refusal(minter.simulate.mintFromL1([1n], { account: alice }))).toBe(
      'EMetisMinter: caller is not the crossDomainMessenger',
    )
    expect(await refusal(enki.client.simulateContract(enki.message(alice, 1n)))).toBe(
      'EMetisMinter: caller is not the l1Dealer',
    )
    await relay(dealer, ten)
    expect(await eMetis.read.balanceOf([dispatcher.address])).toBe(ten)
    expect(await minter.read.crossDomainMessenger()).toBe(enki.deployed.messenger.address)
  })

  test('lets the backend, and nobody else, move the METIS to L1 and to the queue', async () => {
    const held = await metis.read.balanceOf([minter.address])
    const value = parseEther('0.5')
    const { logs } = await done(minter.write.depositToL1Dealer([ten], { account: backend, value }))
    const [event] = parseEventLogs({ abi: eMetisMinterAbi, logs, eventName: 'DepositToL1Dealer' })
    expect(event?.args.amount).toBe(ten)
    await done(minter.write.depositToRedemptionQueue([ten], { account: backend }))
    expect(await metis.read.balanceOf([minter.address])).toBe(held - 2n * ten)
    expect(await metis.read.balanceOf([queue.address])).toBe(ten)
    const missing = `AccessControl: account ${alice.toLowerCase()} is missing role 0x25cf2b509f2a7f322675b2a5322b182f44ad2c03ac941a0af17c9b178f5d5d5f`
    expect(await refusal(minter.simulate.depositToL1Dealer([1n], { account: alice }))).toBe(missing)
    expect(await refusal(minter.simulate.depositToRedemptionQueue([1n], { account: alice }))).toBe(missing)
    expect(await refusal(minter.simulate.redeemToTreasury([1n], { account: backend }))).toBe('internal only')
  })

  test('eMetis obeys its minters and its owner only', async () => {
    expect(await eMetis.read.minters([queue.address])).toBe(true)
    expect(await eMetis.read.minters_array([0n])).toBe(minter.address)
    const account = alice
    expect(await refusal(eMetis.simulate.minter_mint([alice, 1n], { account }))).toBe('Only minters')
    expect(await refusal(eMetis.simulate.minter_burn_from([bob, 1n], { account }))).toBe('Only minters')
    expect(await refusal(eMetis.simulate.addMinter([alice], { account }))).toBe('Not owner or timelock')
    await done(eMetis.write.removeMinter([minter.address], { account: deployer }))
    expect(await eMetis.read.minters_array([0n])).toBe(zeroAddress)
    expect(await refusal(minter.simulate.mint([alice, 1n, false, zeroAddress], { account }))).toBe('Only minters')
  })

  test('eMetis takes a signed permit once and before its deadline', async () => {
    const signer = mnemonicToAccount(mnemonic, { addressIndex: 0 })
    const chainId = await enki.client.getChainId()
    const permit = async (deadline: bigint, nonce: bigint) => {
      const message = { owner: alice, spender: bob, value: ten, nonce, deadline }
      const domain = { name: 'Enki Metis', version: '1', chainId, verifyingContract: eMetis.address }
      const signature = await signer.signTypedData({ domain, types: permitTypes, primaryType: 'Permit', message })
      const { r, s, v } = parseSignature(signature)
      return [alice, bob, ten, deadline, Number(v), r, s] as const
    }
    const signed = await permit(maxUint256, 0n)
    await done(eMetis.write.permit(signed, { account: carol }))
    expect(await eMetis.read.allowance([alice, bob])).toBe(ten)
    const send = (args: typeof signed) => refusal(eMetis.simulate.permit(args, { account: carol }))
    expect(await send(signed)).toBe('ERC20Permit: invalid signature')
    expect(await send(await permit(1n, 1n))).toBe('ERC20Permit: expired deadline')
  })

  test('METIS is named without storage', async () => {
    expect(await metis.read.name()).toBe('Metis Token')
    expect(await metis.read.symbol()).toBe('Metis')
    expect(await metis.read.decimals()).toBe(18)
    expect(await config.read.metis()).toBe(metis.address)
  })

  test('an ENKI allowance is used up even when it is infinite, and the Approval comes first', async () => {
    const { enki: token } = enki
    await done(token.write.approve([bob, maxUint256], { account: alice }))
    const { logs } = await done(token.write.transferFrom([alice, bob, 7n], { account: bob }))
    expect(parseEventLogs({ abi: erc20Abi, logs }).map(({ eventName }) => eventName)).toEqual(['Approval', 'Transfer'])
    expect(await token.read.allowance([alice, bob])).toBe(maxUint256 - 7n)
    expect(await token.read.totalSupply()).toBe(parseEther('10000000'))
  })
}
