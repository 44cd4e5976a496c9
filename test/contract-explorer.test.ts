import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { AddressLink } from '@/components/address-link'
import { ContractRow } from '@/components/contracts/contract-row'
import { emptyBook } from '@/lib/address-book'
import { type Listed, toInventory } from '@/lib/inventory'
import { en } from '@/lib/messages/en'

// The local chains have no explorers; the network is chosen when it is first imported.
vi.hoisted(() => {
  process.env.NEXT_PUBLIC_NETWORK = 'andromeda'
})

const account = '0x00000000000000000000000000000000000000AA'
const behind = '0x00000000000000000000000000000000000000bb'
const explorers = { l2: 'https://explorer.metis.io', l1: 'https://etherscan.io' }
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

const rowOf = (contract: Listed) =>
  renderToStaticMarkup(
    createElement(ContractRow, {
      contract,
      check: {
        key: contract.key,
        verdict: 'unknown',
        expected: { codeHash: null, implementation: null, implementationHash: null },
        found: {
          hash: '0x01',
          proxy: { kind: 'slot', implementation: behind, implementationHash: null, admin: null, beacon: null },
        },
      },
      rights: {
        powers: [{ contract: contract.key, power: 'own', path: [{ kind: 'account', address: account }] }],
        gaps: [],
        nameOf: () => undefined,
      },
      messages: en,
      locale: 'en',
    }),
  )

it('links an address to its page at the explorer, and to nothing without one', () => {
  const link = (explorer?: string) =>
    hrefs(renderToStaticMarkup(createElement(AddressLink, { address: account, explorer })))
  expect(link('https://explorer.example')).toEqual([`https://explorer.example/address/${account}`])
  expect(link()).toEqual([])
})

it.each(['l1', 'l2'] as const)('links contract, code and owner on %s to the explorer of that chain', (chain) => {
  const contracts = toInventory(emptyBook).filter((contract) => contract.chain === chain && contract.address)
  expect(contracts.length).toBeGreaterThan(0)
  for (const contract of contracts)
    expect(hrefs(rowOf(contract))).toEqual(
      [contract.address, behind, account].map((address) => `${explorers[chain]}/address/${address}`),
    )
})
