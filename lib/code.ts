import { type Address, type Hash, type Hex, keccak256, parseAbi } from 'viem'
import { createTurns } from './in-turns'
import type { ContractKey, Listed } from './inventory'
import { adminSlot, beaconSlot, type Code, cloneTarget, implementationSlot, type ProxyCode, wordAddress } from './proxy'
import { type Block, type Client, readHead } from './rpc'

/** The codes of one chain at one block; a contract that is missing could not be read. */
export type Codes = { block: Block; codes: Readonly<Partial<Record<ContractKey, Code>>> }

const beaconAbi = parseAbi(['function implementation() view returns (address)'])

/** Requests under way at once: public nodes count them. */
const width = 6

type At = { client: Client; blockNumber: bigint }

const slotAt = async ({ client, blockNumber }: At, address: Address, slot: Hex) =>
  wordAddress(await client.getStorageAt({ address, slot, blockNumber }))

async function hashAt({ client, blockNumber }: At, address: Address): Promise<Hash | null> {
  const code = await client.getCode({ address, blockNumber })
  return code && code !== '0x' ? keccak256(code) : null
}

async function readBeacon(at: At, beacon: Address): Promise<ProxyCode> {
  const { client, blockNumber } = at
  const call = { abi: beaconAbi, address: beacon, functionName: 'implementation', blockNumber } as const
  const implementation = await client.readContract(call)
  return {
    kind: 'beacon',
    implementation,
    implementationHash: await hashAt(at, implementation),
    admin: null,
    beacon,
  }
}

async function readProxy(at: At, address: Address, code: Hex): Promise<ProxyCode | null> {
  const target = cloneTarget(code)
  const implementation = target ?? (await slotAt(at, address, implementationSlot))
  if (implementation) {
    const [implementationHash, admin] = await Promise.all([
      hashAt(at, implementation),
      target ? null : slotAt(at, address, adminSlot),
    ])
    return { kind: target ? 'clone' : 'slot', implementation, implementationHash, admin, beacon: null }
  }
  const beacon = await slotAt(at, address, beaconSlot)
  return beacon && readBeacon(at, beacon)
}

/** One contract's code and what stands behind it: two to four requests. Throws when the RPC fails. */
export async function readOneCode(client: Client, address: Address, blockNumber: bigint): Promise<Code> {
  const at = { client, blockNumber }
  const code = await client.getCode({ address, blockNumber })
  if (!code || code === '0x') return { hash: null, proxy: null }
  return { hash: keccak256(code), proxy: await readProxy(at, address, code) }
}

/** The code of many contracts of one chain, all at one block. Throws when the chain's head can't be read. */
export async function readCode(client: Client, contracts: readonly Pick<Listed, 'key' | 'address'>[]): Promise<Codes> {
  const block = await readHead(client)
  const inTurn = createTurns(width)
  const found = await Promise.all(
    contracts.map(async ({ key, address }) => {
      const code = address && (await inTurn(() => readOneCode(client, address, block.number)).catch(() => null))
      return code ? [[key, code] as const] : []
    }),
  )
  return { block, codes: Object.fromEntries(found.flat()) }
}
