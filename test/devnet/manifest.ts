import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAddressBook } from '@/lib/address-book'
import { readCode } from '@/lib/code'
import { type ContractKey, type Listed, toInventory } from '@/lib/inventory'
import { manifest } from '@/lib/manifest'
import type { Expected, Manifest } from '@/lib/manifest/expected'
import { readMarket } from '@/lib/market'
import { network } from '@/lib/network'
import type { Code } from '@/lib/proxy'
import { type Client, l1, l2 } from '@/lib/rpc'
import { readSequencers } from '@/lib/sequencers'

const usage = `npm run manifest                                               writes lib/manifest/devnet.ts from a running devnet
NEXT_PUBLIC_NETWORK=andromeda npm run manifest -- --compare    says what differs; L2_RPC_URLS and L1_RPC_URLS choose the nodes`

const path = join(import.meta.dirname, '../../lib/manifest/devnet.ts')

/** Agents are all alike, so the first one stands for them; an account without code has nothing to compare. */
const isKept = (key: ContractKey, code: Code) => code.hash !== null && (!key.startsWith('agent') || key === 'agent0')

const toExpected = ({ hash, proxy }: Code): Expected => ({
  codeHash: hash,
  implementation: proxy?.implementation ?? null,
  implementationHash: proxy?.implementationHash ?? null,
})

/** What the contracts of both chains are made of now. */
export async function readManifest(onL2: Client, onL1: Client): Promise<Readonly<Record<string, Expected>>> {
  const book = await readAddressBook(onL2)
  const [market, pool] = await Promise.all([readMarket(onL2, book), readSequencers(onL1)])
  const contracts = toInventory(book, {
    agents: pool.dealer?.agents ?? [],
    rewardPayer: pool.payer.address,
    pair: market.pair?.address ?? null,
    algebraPool: market.pool,
  })
  const of = (chain: Listed['chain']) => contracts.filter((each) => each.chain === chain)
  const read = await Promise.all([readCode(onL2, of('l2')), readCode(onL1, of('l1'))])
  const codes = { ...read[0].codes, ...read[1].codes }
  const kept = contracts.flatMap(({ key }) => {
    const code = codes[key]
    return code && isKept(key, code) ? [[key, toExpected(code)] as const] : []
  })
  return Object.fromEntries(kept)
}

/** The manifest as its own source. */
export function toSource(found: Readonly<Record<string, Expected>>): string {
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)
  const rows = Object.entries(found).map(
    ([key, { codeHash, implementation, implementationHash }]) =>
      `  ${key}: { codeHash: ${text(codeHash)}, implementation: ${text(implementation)}, implementationHash: ${text(implementationHash)} },\n`,
  )
  return `import type { Manifest } from './expected'

// biome-ignore format: one contract a line
const table: Manifest = {
${rows.join('')}}

/** The devnet's contracts, written by \`npm run manifest\`. A build that serves Andromeda drops the table. */
export const devnet: Manifest = process.env.NEXT_PUBLIC_NETWORK === 'devnet' ? table : {}
`
}

/** One line for every value that the chain and the manifest do not have in common. */
export function differences(known: Manifest, found: Manifest): string[] {
  const keys = [...new Set([...Object.keys(known), ...Object.keys(found)])] as ContractKey[]
  return keys.flatMap((key) =>
    (['codeHash', 'implementation', 'implementationHash'] as const).flatMap((part) => {
      const [a, b] = [known[key]?.[part] ?? null, found[key]?.[part] ?? null]
      return a?.toLowerCase() === b?.toLowerCase() ? [] : [`${key}.${part}: manifest ${a ?? '—'}, chain ${b ?? '—'}`]
    }),
  )
}

async function main(words: readonly string[]): Promise<void> {
  if (words.some((word) => word !== '--compare')) return console.log(usage)
  const found = await readManifest(l2, l1)
  if (words.includes('--compare')) {
    const lines = differences(manifest, found)
    return console.log(lines.length > 0 ? lines.join('\n') : 'The chain and the manifest agree.')
  }
  if (network.name !== 'devnet') throw new Error('Only the devnet writes its manifest; elsewhere: --compare')
  await writeFile(path, toSource(found))
  console.log(`${Object.keys(found).length} contracts in ${path}`)
}

if (process.argv[1] === import.meta.filename)
  await main(process.argv.slice(2)).catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : reason)
    process.exitCode = 1
  })
