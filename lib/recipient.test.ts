import fc from 'fast-check'
import { getAddress, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { groupsOf } from './format'
import { parseRecipient, type Surroundings } from './recipient'

const account = getAddress('0x70997970c51812dc3a010c7d01b50e0d17dc79c8')
const minter = getAddress('0x810ef8aa1326fb1c5ce57cd79d549cf9b2cc32af')
const friend = getAddress('0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc')
const around: Surroundings = { account, contracts: [minter] }

const addresses = fc.stringMatching(/^[0-9a-f]{40}$/).map((text) => getAddress(`0x${text}`))
const read = (text: string) => parseRecipient(text, around)

describe('a recipient that is typed', () => {
  it('is read with its checksum, in small or in capital letters, with spaces wherever they are', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const hex = address.slice(2)
        const spaced = `0x ${groupsOf(address).join(' ')}\n`
        for (const text of [address, `  ${address}\t`, `0x${hex.toLowerCase()}`, `0x${hex.toUpperCase()}`, spaced])
          expect(read(text)).toEqual({ kind: 'address', address })
      }),
    )
  })

  it('is refused when one letter of a checksummed address has the other case', () => {
    fc.assert(
      fc.property(addresses, fc.nat(39), (address, at) => {
        const letter = address[2 + at] ?? ''
        const flipped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
        const text = address.slice(0, 2 + at) + flipped + address.slice(3 + at)
        const hex = text.slice(2)
        fc.pre(flipped !== letter && hex !== hex.toLowerCase() && hex !== hex.toUpperCase())
        expect(read(text)).toMatchObject({ kind: 'fault', fault: 'checksum' })
      }),
    )
  })

  it.each([
    ['nothing yet', ' \n', { kind: 'empty' }],
    ['a name', 'vitalik.eth', { kind: 'fault', fault: 'name' }],
    ['words', 'my other wallet', { kind: 'fault', fault: 'characters' }],
    ['no 0x', friend.slice(2), { kind: 'fault', fault: 'characters' }],
    ['a strange letter', `${friend.slice(0, -1)}g`, { kind: 'fault', fault: 'characters' }],
    ['an invisible letter', `\u200b${friend}`, { kind: 'fault', fault: 'characters' }],
    ['a digit less', friend.slice(0, -1), { kind: 'fault', fault: 'length', digits: 39 }],
    ['a digit more', `${friend}0`, { kind: 'fault', fault: 'length', digits: 41 }],
    ['a hash', `0x${'ab'.repeat(32)}`, { kind: 'fault', fault: 'length', digits: 64 }],
    ['nobody', zeroAddress, { kind: 'fault', fault: 'zero' }],
    ['the account itself', account.toLowerCase(), { kind: 'fault', fault: 'own' }],
    ['a contract of the protocol', minter, { kind: 'fault', fault: 'contract' }],
  ])('is %s', (_, text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })
})

describe('the groups of an address', () => {
  it('are ten of four digits, and all of them', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const groups = groupsOf(address)
        expect(groups.map(({ length }) => length)).toEqual(Array(10).fill(4))
        expect(`0x${groups.join('')}`).toBe(address)
      }),
    )
  })
})
