import type { Address, Hash, Hex } from 'viem'

/** One thing that was asked. `slot`: a word of storage; `code`: the keccak256 of an address' code. */
export type Question =
  | { kind: 'call'; chainId: number; to: Address; data: Hex }
  | { kind: 'slot'; chainId: number; to: Address; data: Hex }
  | { kind: 'code'; chainId: number; to: Address; data: '0x' }

/** A question and its answer; null: the call was refused, or there is no code. */
export type Call = Question & { result: Hex | null }

/** The block that a chain was asked at; `seconds`: its unix time. */
export type EvidenceBlock = { id: number; block: bigint; blockHash: Hash; seconds: number }

/** What was asked of both chains, at which block, and what they said: anybody can ask again. */
export type Evidence = {
  network: 'andromeda' | 'devnet'
  chains: readonly EvidenceBlock[]
  calls: readonly Call[]
}

/** Why a text is no evidence: too much of it, damaged, of a later version, or not made of the right parts. */
export type Flaw = 'tooLong' | 'damaged' | 'version' | 'shape'
export type Parsed = { evidence: Evidence } | { flaw: Flaw }

/** More than this is read from nobody: calls, characters of one answer, characters of a whole text. */
export const limits = { calls: 256, chains: 2, hex: 4_096, text: 262_144, fragment: 65_536 } as const

const version = 1
const kinds = ['call', 'slot', 'code'] as const

/** Addresses and chains by number: much shorter, and deflate does the rest. */
const toPacked = ({ network, chains, calls }: Evidence) => {
  const places = [...new Set(calls.map(({ to }) => to.toLowerCase()))]
  return [
    version,
    network,
    chains.map(({ id, block, blockHash, seconds }) => [id, String(block), blockHash, seconds]),
    places,
    calls.map(({ kind, chainId, to, data, result }) => [
      kinds.indexOf(kind),
      chains.findIndex(({ id }) => id === chainId),
      places.indexOf(to.toLowerCase()),
      data,
      result,
    ]),
  ]
}

/** The evidence as the text of a file. */
export const toJson = (evidence: Evidence, absent: readonly string[] = []): string =>
  `${JSON.stringify({ abzu: version, ...(absent.length > 0 && { absent }), ...evidence }, (_, each) => (typeof each === 'bigint' ? String(each) : each), 2)}\n`

const isHex = (value: unknown, length?: number): value is Hex =>
  typeof value === 'string' &&
  value.length <= limits.hex &&
  (length === undefined || value.length === 2 + 2 * length) &&
  /^0x([0-9a-fA-F]{2})*$/.test(value)

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isRow = (value: unknown, length: number): value is unknown[] => Array.isArray(value) && value.length === length

function toBlock(row: unknown): EvidenceBlock | undefined {
  if (!isRow(row, 4)) return undefined
  const [id, block, blockHash, seconds] = row
  if (!isWhole(id) || !isWhole(seconds) || !isHex(blockHash, 32)) return undefined
  return typeof block === 'string' && /^\d{1,15}$/.test(block)
    ? { id, block: BigInt(block), blockHash, seconds }
    : undefined
}

function toCall(row: unknown, chains: readonly EvidenceBlock[], places: readonly unknown[]): Call | undefined {
  if (!isRow(row, 5)) return undefined
  const [kindAt, chainAt, placeAt, data, result] = row
  const kind = isWhole(kindAt) ? kinds[kindAt] : undefined
  const chainId = isWhole(chainAt) ? chains[chainAt]?.id : undefined
  const to = isWhole(placeAt) ? places[placeAt] : undefined
  if (!kind || chainId === undefined || !isHex(to, 20)) return undefined
  if (result !== null && !isHex(result, kind === 'call' ? undefined : 32)) return undefined
  if (kind === 'code') return data === '0x' ? { kind, chainId, to, data, result } : undefined
  const isAsked = kind === 'slot' ? isHex(data, 32) : isHex(data) && data.length >= 10
  return isAsked ? { kind, chainId, to, data: data as Hex, result } : undefined
}

const isAll = <T>(values: (T | undefined)[]): values is T[] => !values.includes(undefined)

/** Evidence out of rows that anybody may have written. */
function toEvidence(packed: unknown): Parsed {
  if (!Array.isArray(packed)) return { flaw: 'shape' }
  if (packed[0] !== version) return { flaw: 'version' }
  const [, network, blocks, places, rows] = packed
  if (network !== 'andromeda' && network !== 'devnet') return { flaw: 'shape' }
  if (!Array.isArray(blocks) || !Array.isArray(places) || !Array.isArray(rows)) return { flaw: 'shape' }
  if (blocks.length > limits.chains || rows.length > limits.calls || places.length > limits.calls)
    return { flaw: 'tooLong' }
  const chains = blocks.map(toBlock)
  if (!isAll(chains) || new Set(chains.map(({ id }) => id)).size < chains.length) return { flaw: 'shape' }
  const calls = rows.map((row) => toCall(row, chains, places))
  return isAll(calls) ? { evidence: { network, chains, calls } } : { flaw: 'shape' }
}

/** The rows of {@link toPacked} as text, and back; the text may be anything. */
export const toText = (evidence: Evidence): string => JSON.stringify(toPacked(evidence))
export function fromText(text: string): Parsed {
  if (text.length > limits.text) return { flaw: 'tooLong' }
  try {
    return toEvidence(JSON.parse(text))
  } catch {
    return { flaw: 'damaged' }
  }
}
