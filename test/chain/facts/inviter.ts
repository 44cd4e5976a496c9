import { parseEther } from 'viem'
import { expect, test } from 'vitest'
import { type Enki, refusal } from '../enki'

const one = parseEther('1')

export function inviterFacts({ alice, bob, ...enki }: Enki): void {
  const { inviter, vault, eMetis, done, stake } = enki
  const mint = (account: typeof alice) => refusal(inviter.simulate.mint({ account }))

  test('one eMetis, staked or not, is worth one token, once', async () => {
    await done(eMetis.write.transfer([alice, parseEther('1000')], { account: bob }))
    expect(await mint(bob)).toBe('InviterNFT: insufficient eMetis/seMetis')
    await stake(bob, one - 1n)
    expect(await mint(bob)).toBe('InviterNFT: insufficient eMetis/seMetis')
    await done(eMetis.write.transfer([bob, 1n], { account: alice }))
    await done(inviter.write.mint({ account: bob }))
    expect(await mint(bob)).toBe('InviterNFT: already minted')
    expect(await vault.read.balanceOf([bob])).toBe(one - 1n)
  })

  test('token zero looks like no token; the balance tells', async () => {
    await done(inviter.write.mint({ account: alice }))
    expect(await inviter.read.ownerTokenId([alice])).toBe(await inviter.read.ownerTokenId([bob]))
    expect([await inviter.read.balanceOf([alice]), await inviter.read.balanceOf([bob])]).toEqual([1n, 0n])
    expect([await inviter.read.name(), await inviter.read.symbol()]).toEqual(['ENKI Inviter NFT', 'INVITER'])
    expect(await inviter.read.tokenURI([0n])).toBe('')
  })

  test('the token stays with its owner', async () => {
    await done(inviter.write.mint({ account: alice }))
    const move = inviter.simulate.transferFrom([alice, bob, 0n], { account: alice })
    expect(await refusal(move)).toBe('InviterNFT: transfer not allowed')
  })
}
