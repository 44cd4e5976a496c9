import { type Address, type Hash, isAddressEqual } from 'viem'
import type { ContractKey, Listed } from './inventory'
import { manifest } from './manifest'
import type { Expected, Manifest } from './manifest/expected'
import type { Code } from './proxy'

/**
 * `match`: all of it is what it has to be; `unknown`: nothing speaks against it, but not everything is known;
 * `code`: a hash differs; `implementation`: the proxy stands for something else; `unread`: the RPC did not answer.
 */
export type Verdict = 'match' | 'unknown' | 'code' | 'implementation' | 'noCode' | 'unread'

/** One contract's code against the manifest; `found` undefined: unread. */
export type CodeCheck = { key: ContractKey; verdict: Verdict; expected: Expected; found: Code | undefined }

const nothing: Expected = { codeHash: null, implementation: null, implementationHash: null }

const differs = (known: Hash | null, found: Hash | null | undefined) => known !== null && known !== found

const isOther = (known: Address | null, found: Address | null | undefined) =>
  known !== null && !(found && isAddressEqual(known, found))

/** What code and manifest say to each other. */
export function toVerdict(found: Code | undefined, expected: Expected): Verdict {
  if (!found) return 'unread'
  const { hash, proxy } = found
  if (hash === null) return 'noCode'
  if (isOther(expected.implementation, proxy?.implementation)) return 'implementation'
  if (differs(expected.codeHash, hash) || differs(expected.implementationHash, proxy?.implementationHash)) return 'code'
  const isKnown = expected.codeHash !== null && (!proxy || expected.implementationHash !== null)
  return isKnown ? 'match' : 'unknown'
}

/** What a contract has to be; agents are all alike. */
export const expectedOf = (key: ContractKey, table: Manifest = manifest): Expected =>
  table[key.startsWith('agent') ? 'agent0' : key] ?? nothing

/** A check for every contract that has an address, in the order of the inventory. */
export const toCodeChecks = (
  contracts: readonly Listed[],
  codes: Readonly<Partial<Record<ContractKey, Code>>>,
  table: Manifest = manifest,
): CodeCheck[] =>
  contracts
    .filter(({ address }) => address !== null)
    .map(({ key }) => {
      const [found, expected] = [codes[key], expectedOf(key, table)]
      return { key, verdict: toVerdict(found, expected), expected, found }
    })

/** Why nothing may be signed: which contract, what its code or implementation has to be, and what was found. */
export type CodeFault = {
  kind: 'code' | 'implementation' | 'noCode'
  check: ContractKey
  expected: string
  found: string | null
}

function toFault({ key: check, verdict, expected, found }: CodeCheck): CodeFault | undefined {
  const { codeHash, implementation, implementationHash } = expected
  if (verdict === 'implementation')
    return { kind: verdict, check, expected: implementation ?? '', found: found?.proxy?.implementation ?? null }
  if (verdict === 'noCode') return { kind: verdict, check, expected: codeHash ?? '', found: null }
  if (verdict !== 'code') return undefined
  return differs(codeHash, found?.hash)
    ? { kind: verdict, check, expected: codeHash ?? '', found: found?.hash ?? null }
    : { kind: verdict, check, expected: implementationHash ?? '', found: found?.proxy?.implementationHash ?? null }
}

/** What is wrong with the first of these contracts that is not what it has to be. */
export const firstFault = (checks: readonly CodeCheck[]): CodeFault | undefined =>
  checks.flatMap((check) => toFault(check) ?? [])[0]

/** The first fault among the contracts of ENKI that all writing relies on; L1 never blocks, a market only what calls it. */
export function codeFault(contracts: readonly Listed[], checks: readonly CodeCheck[]): CodeFault | undefined {
  const relied = new Set(contracts.filter(({ group }) => group === 'enki').map(({ key }) => key))
  return firstFault(checks.filter(({ key }) => relied.has(key)))
}
