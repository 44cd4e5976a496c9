import {
  type Address,
  encodeAbiParameters,
  encodeDeployData,
  getAddress,
  getContractAddress,
  type Hex,
  isAddressEqual,
  pad,
} from 'viem'
import { adminSlot, implementationSlot } from '@/lib/proxy'
import { builder } from './accounts'
import { deployer } from './addresses'
import type { Chain } from './chains'
import { type Artifacts, artifactOf } from './compile'
import { type Contract, sendRaw, settle } from './transact'

/** Puts contracts onto one chain. */
export type Placer = ReturnType<typeof createPlacer>

async function create(chain: Chain, from: Address, label: string, data: Hex): Promise<Address> {
  const nonce = await chain.client.getTransactionCount({ address: from })
  await sendRaw(chain, `creation of ${label}`, { from, data })
  await settle(chain)
  return getContractAddress({ from, nonce: BigInt(nonce) })
}

/** Everything is created while automine is on and accounts are impersonated. `owner`: of the admin of every proxy. */
export function createPlacer(chain: Chain, artifacts: Artifacts, owner: Address) {
  const { client } = chain
  const at = (name: string, address: Address): Contract => {
    const { abi } = artifactOf(artifacts, name)
    return { chain, name, address, abi }
  }
  let admin: Address | undefined

  const creationOf = (name: string, args: readonly unknown[]) => {
    const { abi, bytecode } = artifactOf(artifacts, name)
    return encodeDeployData({ abi, bytecode, args })
  }

  /** A contract at whatever address it gets. */
  const build = async (name: string, args: readonly unknown[] = []): Promise<Contract> =>
    at(name, await create(chain, builder, name, creationOf(name, args)))

  const findAdmin = async () => {
    if (admin) return admin
    admin = (await build('ProxyAdmin')).address
    await client.setStorageAt({ address: admin, index: pad('0x0'), value: pad(owner) })
    return admin
  }

  /** A contract of the deployer, whose address its nonce decides; it must come out as the real one. */
  const createAt = async (
    name: string,
    target: { nonce: number; address: Address },
    args: readonly unknown[] = [],
  ): Promise<Contract> => {
    await client.setNonce({ address: deployer, nonce: target.nonce })
    const address = await create(chain, deployer, name, creationOf(name, args))
    if (!isAddressEqual(address, target.address)) throw new Error(`${name} is at ${address}, not at ${target.address}`)
    return at(name, getAddress(target.address))
  }

  /** The same for a contract behind a proxy: the logic comes from another account, the proxy from the deployer. */
  const createProxyAt = async (name: string, target: { nonce: number; address: Address }): Promise<Contract> => {
    const logic = await build(name)
    const { address } = await createAt('TransparentUpgradeableProxy', target, [logic.address, await findAdmin(), '0x'])
    return at(name, address)
  }

  /** Code without a transaction: immutables would stay zero, so contracts placed like this have none. */
  const place = async (name: string, address: Address): Promise<Contract> => {
    const { deployedBytecode, immutableReferences } = artifactOf(artifacts, name)
    if (Object.keys(immutableReferences).length > 0) throw new Error(`${name} has immutables`)
    await client.setCode({ address, bytecode: deployedBytecode })
    return at(name, address)
  }

  /** The same behind a proxy, whose two slots are written directly. */
  const placeProxy = async (name: string, address: Address): Promise<Contract> => {
    const logic = await build(name)
    await place('TransparentUpgradeableProxy', address)
    const proxyAdmin = await findAdmin()
    await client.setStorageAt({ address, index: implementationSlot, value: pad(logic.address) })
    await client.setStorageAt({ address, index: adminSlot, value: pad(proxyAdmin) })
    return at(name, address)
  }

  return { at, build, createAt, createProxyAt, place, placeProxy }
}

/** What Config's `initialize` decodes. */
export const configValues = (values: {
  isPublic: boolean
  addresses: readonly Address[]
  ratios: readonly bigint[]
}): Hex =>
  encodeAbiParameters(
    [
      { type: 'bool' },
      ...values.addresses.map(() => ({ type: 'address' })),
      ...values.ratios.map(() => ({ type: 'uint64' })),
    ],
    [values.isPublic, ...values.addresses, ...values.ratios],
  )
