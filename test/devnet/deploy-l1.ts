import { maxUint256, parseEther } from 'viem'
import { backend, committee, relayer } from './accounts'
import { agent, council, created, createdL1, deployer, placed, placedL1, rewardPayer } from './addresses'
import { basePorts, type Chain } from './chains'
import type { Artifacts } from './compile'
import { placeMultisig } from './multisig'
import { createPlacer, type Placer } from './place'
import { type Contract, execute, read } from './transact'

const sevenDays = 604_800n

export type ContractsL1 = Readonly<
  Record<'metis' | 'messenger' | 'bridge' | 'info' | 'pool' | 'dealer' | 'agent', Contract>
>

/** The bridge's far side and the pool, run by the Security Council. */
async function deployPool(l1: Placer) {
  const metis = await l1.place('MetisL1', placedL1.metis)
  const messenger = await l1.place('CrossDomainMessenger', placedL1.messenger)
  const bridge = await l1.place('StandardBridge', placedL1.bridge)
  await execute({ from: deployer, on: messenger, fn: 'initialize', args: [relayer, sevenDays] })
  const sides = [placedL1.messenger, placed.bridge, placedL1.metis, placed.metis, false]
  await execute({ from: deployer, on: bridge, fn: 'initialize', args: sides })
  const info = await l1.placeProxy('LockingInfo', placedL1.lockingInfo)
  const pool = await l1.placeProxy('LockingPool', placedL1.lockingPool)
  const asCouncil = (on: Contract, fn: string, args: readonly unknown[]) => execute({ from: council, on, fn, args })
  await asCouncil(info, 'initialize', [placedL1.bridge, placedL1.metis, placed.metis, BigInt(basePorts.l2)])
  await asCouncil(pool, 'initialize', [placedL1.lockingInfo, committee])
  await asCouncil(info, 'initManager', [placedL1.lockingPool])
  await asCouncil(info, 'setRewardPayer', [rewardPayer])
  return { metis, messenger, bridge, info, pool }
}

/** ENKI's side: the Dealer, and its first agent, which is the Dealer's own first contract. */
async function deployDealer(l1: Placer): Promise<{ dealer: Contract; agent: Contract }> {
  const dealer = await l1.createProxyAt('Dealer', createdL1.dealer)
  const template = await l1.createAt('SequencerAgent', createdL1.agentTemplate)
  const asDeployer = (fn: string, args: readonly unknown[]) => execute({ from: deployer, on: dealer, fn, args })
  const { metis, lockingPool, lockingInfo } = placedL1
  await asDeployer('initialize', [template.address, metis, lockingPool, lockingInfo, created.minter.address])
  await asDeployer('grantRole', [await read(dealer, 'BACKEND_ROLE'), backend])
  await asDeployer('addAgent', [])
  const found = await read(dealer, 'sequencerAgents', [0])
  if (found !== agent) throw new Error(`The first agent is at ${found}, not at ${agent}`)
  return { dealer, agent: l1.at('SequencerAgent', agent) }
}

/** Everything on L1, at its real addresses, before anybody locks. */
export async function deployL1(chain: Chain, artifacts: Artifacts): Promise<ContractsL1> {
  const l1 = createPlacer(chain, artifacts, council)
  for (const address of [deployer, council, rewardPayer])
    await chain.client.setBalance({ address, value: parseEther('100') })
  await placeMultisig(chain, artifacts, { address: council, threshold: 6, owners: 8 })
  await placeMultisig(chain, artifacts, { address: rewardPayer, threshold: 2, owners: 4 })
  const contracts = { ...(await deployPool(l1)), ...(await deployDealer(l1)) }
  const { metis, info, bridge } = contracts
  // The other side of every METIS on L2, and the purse that the sequencers are paid from.
  await execute({ from: council, on: metis, fn: 'devnetMint', args: [bridge.address, parseEther('4000000')] })
  await execute({ from: council, on: metis, fn: 'devnetMint', args: [rewardPayer, parseEther('120000')] })
  await execute({ from: rewardPayer, on: metis, fn: 'approve', args: [info.address, maxUint256] })
  return contracts
}
