import { type Address, concat, keccak256, numberToHex, pad, slice, toHex } from 'viem'
import type { Chain } from './chains'
import { type Artifacts, artifactOf } from './compile'

const listSlot = pad('0x0')
const thresholdSlot = pad('0x1')

/** Invented signers; nobody has their keys. */
const signersOf = (address: Address, count: number): Address[] =>
  Array.from({ length: count }, (_, i) => slice(keccak256(concat([address, toHex(i, { size: 1 })])), 12))

/** A stand-in for a Safe, which goes on sending like any impersonated account; no transaction, so no block. */
export async function placeMultisig(
  { client }: Chain,
  artifacts: Artifacts,
  { address, threshold, owners }: { address: Address; threshold: number; owners: number },
): Promise<void> {
  await client.setCode({ address, bytecode: artifactOf(artifacts, 'Multisig').deployedBytecode })
  const put = (index: `0x${string}`, value: `0x${string}`) => client.setStorageAt({ address, index, value })
  await put(listSlot, numberToHex(owners, { size: 32 }))
  await put(thresholdSlot, numberToHex(threshold, { size: 32 }))
  const first = BigInt(keccak256(listSlot))
  for (const [i, signer] of signersOf(address, owners).entries())
    await put(numberToHex(first + BigInt(i), { size: 32 }), pad(signer))
}
