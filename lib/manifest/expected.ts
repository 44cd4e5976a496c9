import type { Address, Hash } from 'viem'
import type { ContractKey } from '../inventory'

/** What a contract's code has to be. Null: not known; nothing here is ever guessed. */
export type Expected = {
  /** keccak256 of the code at the contract's own address. */
  codeHash: Hash | null
  /** What it stands for, when it is a proxy. */
  implementation: Address | null
  implementationHash: Hash | null
}

/** Contracts left out are not known at all. Every agent has the code of `agent0`. */
export type Manifest = Readonly<Partial<Record<ContractKey, Expected>>>
