import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Abi, Hex } from 'viem'

export type Artifact = {
  abi: Abi
  bytecode: Hex
  deployedBytecode: Hex
  /** Where immutables sit in `deployedBytecode`; anvil_setCode of a contract that has some leaves them zero. */
  immutableReferences: Record<string, readonly { start: number; length: number }[]>
}

/** Every contract that can be deployed, by name. */
export type Artifacts = Readonly<Record<string, Artifact>>

type Sources = Record<string, { content: string }>
type Output = {
  errors?: { severity: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, CompiledContract>>
}
type CompiledContract = {
  abi: Abi
  evm: {
    bytecode: { object: string }
    deployedBytecode: { object: string; immutableReferences: Artifact['immutableReferences'] }
  }
}

const sourceFolder = join(import.meta.dirname, 'contracts')
const modules = join(import.meta.dirname, '../../node_modules')
const cacheFolder = join(modules, '.cache/abzu')

// Andromeda may lack PUSH0, so nothing newer than paris.
const settings = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'paris',
  metadata: { bytecodeHash: 'none' },
}
const wanted = ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'evm.deployedBytecode.immutableReferences']

const readSources = async (): Promise<Sources> => {
  const names = (await readdir(sourceFolder, { recursive: true })).filter((name) => name.endsWith('.sol')).sort()
  const read = async (name: string) => [name, { content: await readFile(join(sourceFolder, name), 'utf8') }] as const
  return Object.fromEntries(await Promise.all(names.map(read)))
}

const readVersion = async (name: string): Promise<string> => {
  const { version }: { version: string } = JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8'))
  return `${name}@${version}`
}

/** Sources an import asks for: all of OpenZeppelin's that are reached, found before solc runs because reading is async. */
const readImports = async (sources: Sources): Promise<Sources> => {
  const all = { ...sources }
  const visit = async (name: string): Promise<void> => {
    const content = all[name]?.content ?? ''
    const paths = [...content.matchAll(/^\s*import\s[^;]*?"([^"]+)"/gm)].flatMap(([, path]) => path ?? [])
    for (const path of paths) {
      const target = path.startsWith('.') ? join(name, '..', path) : path
      if (all[target]) continue
      all[target] = { content: await readFile(join(modules, target), 'utf8') }
      await visit(target)
    }
  }
  for (const name of Object.keys(sources)) await visit(name)
  return all
}

const toArtifact = ({ abi, evm }: CompiledContract): Artifact => ({
  abi,
  bytecode: `0x${evm.bytecode.object}`,
  deployedBytecode: `0x${evm.deployedBytecode.object}`,
  immutableReferences: evm.deployedBytecode.immutableReferences,
})

/** Interfaces and abstract contracts have no bytecode and are left out. */
const toArtifacts = (output: Output): Artifacts => {
  const artifacts: Record<string, Artifact> = {}
  for (const contracts of Object.values(output.contracts)) {
    for (const [name, contract] of Object.entries(contracts)) {
      if (contract.evm.bytecode.object === '') continue
      if (artifacts[name]) throw new Error(`Two contracts are called ${name}`)
      artifacts[name] = toArtifact(contract)
    }
  }
  return artifacts
}

const runCompiler = async (sources: Sources): Promise<Artifacts> => {
  const { default: solc } = await import('solc')
  const all = await readImports(sources)
  // Our own contracts and the proxies; making code for the rest of OpenZeppelin would only take time.
  const built = Object.keys(all).filter((name) => !name.startsWith('@') || name.includes('/proxy/'))
  const outputSelection = Object.fromEntries(built.map((name) => [name, { '*': wanted }]))
  const input = { language: 'Solidity', sources: all, settings: { ...settings, outputSelection } }
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input)))
  const errors = output.errors?.filter(({ severity }) => severity === 'error') ?? []
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  return toArtifacts(output)
}

/** Compiles test/devnet/contracts. The cache's name is its content's hash, so it is never stale and solc is seldom loaded. */
export async function compile(): Promise<Artifacts> {
  const sources = await readSources()
  const packages = ['solc', '@openzeppelin/contracts', '@openzeppelin/contracts-upgradeable']
  const versions = await Promise.all(packages.map(readVersion))
  const key = createHash('sha256')
    .update(JSON.stringify([sources, settings, wanted, versions]))
    .digest('hex')
    .slice(0, 32)
  const path = join(cacheFolder, `contracts-${key}.json`)
  const cached = await readFile(path, 'utf8').catch(() => undefined)
  if (cached) return JSON.parse(cached)
  const artifacts = await runCompiler(sources)
  await mkdir(cacheFolder, { recursive: true })
  // Written aside and renamed: a second process never reads half a file.
  await writeFile(`${path}.${process.pid}`, JSON.stringify(artifacts))
  await rename(`${path}.${process.pid}`, path)
  return artifacts
}

/** The artifact of one contract; throws when there is none, so callers need no check. */
export const artifactOf = (artifacts: Artifacts, name: string): Artifact => {
  const artifact = artifacts[name]
  if (!artifact) throw new Error(`No contract is called ${name}`)
  return artifact
}
