import type { Address } from 'viem'
import type { Chain } from './chains'
import { type Artifacts, artifactOf } from './compile'
import type { World } from './deploy'
import type { Contract } from './transact'

type Named = Readonly<Record<string, { name: string; address: Address }>>

/** Where everything is, in a form that can be written down. */
export type NamedContracts = { onL1: Named; onL2: Named }

const toNamed = (contracts: Readonly<Record<string, Contract>>): Named =>
  Object.fromEntries(Object.entries(contracts).map(([key, { name, address }]) => [key, { name, address }]))

export const nameContracts = ({ onL1, onL2 }: World): NamedContracts => ({ onL1: toNamed(onL1), onL2: toNamed(onL2) })

/** The same contracts again, on chains that carry them already. */
export function toWorld(chains: { l1: Chain; l2: Chain }, artifacts: Artifacts, named: NamedContracts): World {
  const find = (chain: Chain, contracts: Named) =>
    Object.fromEntries(
      Object.entries(contracts).map(([key, { name, address }]): [string, Contract] => {
        const { abi } = artifactOf(artifacts, name)
        return [key, { chain, name, address, abi }]
      }),
    )
  return {
    ...chains,
    onL1: find(chains.l1, named.onL1) as World['onL1'],
    onL2: find(chains.l2, named.onL2) as World['onL2'],
  }
}
