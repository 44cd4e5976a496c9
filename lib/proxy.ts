import { type Address, type Hash, type Hex, size, slice, zeroAddress } from 'viem'

/** What a contract is made of, as a node tells it. */
export type Code = {
  /** keccak256 of the code at its own address; null: there is none. */
  hash: Hash | null
  /** Null: it stands for nothing else, as far as the known patterns tell. */
  proxy: ProxyCode | null
}

/** `slot`: EIP-1967; `clone`: EIP-1167, fixed for ever; `beacon`: EIP-1967 through a beacon. */
export type ProxyCode = {
  kind: 'slot' | 'clone' | 'beacon'
  /** Null: the beacon did not name one. */
  implementation: Address | null
  implementationHash: Hash | null
  /** Who can exchange the implementation, of a `slot`; null: the slot is empty. */
  admin: Address | null
  beacon: Address | null
}

// EIP-1967: keccak256 of 'eip1967.proxy.implementation', '….admin' and '….beacon', less one.
export const implementationSlot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'
export const adminSlot = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103'
export const beaconSlot = '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50'

const cloneHead = '0x363d3d373d3d3d363d73'
const cloneTail = '5af43d82803e903d91602b57fd5bf3'
/** The address that an EIP-1167 clone stands for, or null. */
export const cloneTarget = (code: Hex): Address | null =>
  size(code) === 45 && code.startsWith(cloneHead) && code.endsWith(cloneTail) ? slice(code, 10, 30) : null

/** The address in a storage word, or null. */
export const wordAddress = (word: Hex | undefined): Address | null => {
  if (!word || size(word) !== 32) return null
  const address = slice(word, 12)
  return address === zeroAddress ? null : address
}
