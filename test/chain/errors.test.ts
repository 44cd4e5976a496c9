import { type Address, parseEther, zeroAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { eMetis, metis, minter, vault } from '@/lib/contracts'
import { step } from '@/lib/step'
import { backend } from '../devnet/accounts'
import { execute } from '../devnet/transact'
import { l2, restoreEach, world } from './devnet'
import { failure as failureOn } from './failure'
import { accountAt } from './signer'

restoreEach()

const account = accountAt(4)
const me = account.address
const one = parseEther('1')
const mint = (to: Address, amount: bigint, deposit: boolean) =>
  step('mintSeMetis', amount, { ...minter, functionName: 'mint', args: [to, amount, deposit, zeroAddress] })
const approve = (amount: bigint) =>
  step('approveMetis', amount, { ...metis, functionName: 'approve', args: [minter.address, amount] })
const deposit = (amount: bigint) => step('deposit', amount, { ...vault, functionName: 'deposit', args: [amount, me] })

const configure = (fn: string, value: boolean) => execute({ from: backend, on: world.onL2.config, fn, args: [value] })

const failure = (steps: readonly ReturnType<typeof mint>[]) => failureOn(account, steps)

describe('a stake that the contracts refuse', () => {
  test('of nothing', async () => expect(await failure([mint(me, 0n, true)])).toBe('zeroAmount'))
  test('without an allowance', async () => expect(await failure([mint(me, one, true)])).toBe('lowAllowance'))
  test('of eMetis without an allowance', async () => expect(await failure([deposit(one)])).toBe('lowAllowance'))
  test('beyond the balance', async () => {
    const much = parseEther('1000000')
    expect(await failure([approve(much), mint(me, much, true)])).toBe('lowBalance')
  })
  test('for the zero address', async () =>
    expect(await failure([approve(one), mint(zeroAddress, one, false)])).toBe('zeroAddress'))
  test('approved for the zero address', async () => {
    const nobody = step('approveMetis', one, { ...metis, functionName: 'approve', args: [zeroAddress, one] })
    expect(await failure([nobody])).toBe('zeroAddress')
  })

  test('while the vault is paused, but not on the way to eMetis', async () => {
    await configure('setPaused', true)
    expect(await failure([approve(one), mint(me, one, true)])).toBe('paused')
    expect(await failure([mint(me, one, false)])).toBe('none')
    const allow = step('approveEMetis', one, { ...eMetis, functionName: 'approve', args: [vault.address, one] })
    expect(await failure([allow, deposit(one)])).toBe('paused')
  })

  test('while the vault is not public, but not on the way to eMetis', async () => {
    await configure('setPublic', false)
    expect(await failure([approve(one), mint(me, one, true)])).toBe('notPublic')
    expect(await failure([mint(me, one, false)])).toBe('none')
  })

  test('for want of the coin that pays the fee', async () => {
    await l2.setBalance({ address: me, value: 0n })
    expect(await failure([approve(one)])).toBe('lowGas')
  })
})
