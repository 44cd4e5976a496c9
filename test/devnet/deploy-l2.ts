import { keccak256, parseEther, stringToHex } from 'viem'
import { backend, committee, relayer } from './accounts'
import { created, createdL1, deployer, guardians, placed, placedL1, timelock, treasury } from './addresses'
import type { Chain } from './chains'
import type { Artifacts } from './compile'
import { placeArtemis } from './deploy-artemis'
import { placeMultisig } from './multisig'
import { configValues, createPlacer, type Placer } from './place'
import { genesisSequencer } from './sequencers'
import { type Contract, execute } from './transact'

const day = 86_400n
/** Blocks of an epoch: six hours at the pace of the seeded year. */
export const epochLength = 3n

type Name = 'metis' | 'messenger' | 'bridge' | 'sequencerSet' | 'priceFeed' | 'lp' | keyof typeof created
export type ContractsL2 = Readonly<Record<Name, Contract>>

const asDeployer = (on: Contract, fn: string, args: readonly unknown[] = []) =>
  execute({ from: deployer, on, fn, args })

async function placePredeploys(l2: Placer) {
  const metis = await l2.place('Metis', placed.metis)
  const messenger = await l2.place('CrossDomainMessenger', placed.messenger)
  const bridge = await l2.place('StandardBridge', placed.bridge)
  const priceFeed = await l2.place('PriceFeed', placed.priceFeed)
  const sequencerSet = await l2.placeProxy('SequencerSet', placed.sequencerSet)
  await asDeployer(messenger, 'initialize', [relayer, 0n])
  await asDeployer(bridge, 'initialize', [placed.messenger, placedL1.bridge, placedL1.metis, placed.metis, true])
  await asDeployer(metis, 'devnetMint', [placed.bridge, parseEther('4000000')])
  await asDeployer(sequencerSet, 'initialize', [genesisSequencer, 0n, epochLength - 1n, epochLength, committee])
  return { metis, messenger, bridge, priceFeed, sequencerSet }
}

/** In the order of the deployer's nonces, which only rise. */
async function createContracts(l2: Placer) {
  const enki = await l2.createAt('Enki', created.enki)
  const config = await l2.createProxyAt('Config', created.config)
  await l2.place('Timelock', timelock)
  const eMetis = await l2.createAt('EMetis', created.eMetis, [timelock])
  const minter = await l2.createProxyAt('EMetisMinter', created.minter)
  const vesting = await l2.createProxyAt('Vesting', created.vesting)
  const dispatcher = await l2.createProxyAt('RewardDispatcher', created.dispatcher)
  const seMetis = await l2.createProxyAt('SeMetis', created.seMetis)
  const inviter = await l2.createProxyAt('InviterNFT', created.inviter)
  const queue = await l2.createProxyAt('RedemptionQueue', created.queue)
  return { enki, config, eMetis, minter, vesting, dispatcher, seMetis, inviter, queue }
}

/** Parameters of protocol.md, section 7: a tenth to the treasury, 30 % vests for 90 days, 20 and 8 days in the queue. */
async function configure(config: Contract): Promise<void> {
  const { inviter, eMetis, minter, vesting, seMetis, dispatcher, enki, queue } = created
  const known = [inviter, eMetis, minter, vesting, seMetis, dispatcher, enki].map(({ address }) => address)
  const values = configValues({
    isPublic: true,
    addresses: [...known, placed.metis, placed.bridge, createdL1.dealer.address, treasury],
    ratios: [100_000n, 300_000n, 90n * day],
  })
  await asDeployer(config, 'initialize', [values])
  await asDeployer(config, 'addContract', ['ADDRESS_REDEMPTION_QUEUE', queue.address])
  for (const role of ['BACKEND_ROLE', 'OPERATOR_ROLE'])
    await asDeployer(config, 'grantRole', [keccak256(stringToHex(role)), backend])
  await asDeployer(config, 'setQueueLengthSecs', [20n * day])
  await asDeployer(config, 'setMinQueueLengthSecs', [8n * day])
  await asDeployer(config, 'setCancelRedemptionFee', [5_000n])
  await asDeployer(config, 'setReduceMaturityStakeSecs', [30n * day])
}

/** Everything on L2, at its real addresses; the first seMetis is the deployer's. */
export async function deployL2(chain: Chain, artifacts: Artifacts): Promise<ContractsL2> {
  const l2 = createPlacer(chain, artifacts, guardians)
  await chain.client.setBalance({ address: deployer, value: parseEther('100') })
  await placeMultisig(chain, artifacts, { address: guardians, threshold: 3, owners: 5 })
  const predeploys = await placePredeploys(l2)
  const contracts = await createContracts(l2)
  const { config, eMetis, minter, vesting, dispatcher, seMetis, inviter, queue } = contracts
  await configure(config)
  for (const { address } of [minter, queue]) await asDeployer(eMetis, 'addMinter', [address])
  for (const each of [seMetis, dispatcher, vesting, inviter, queue])
    await asDeployer(each, 'initialize', [config.address])
  const { metis } = predeploys
  await asDeployer(metis, 'devnetMint', [deployer, parseEther('1')])
  await asDeployer(metis, 'approve', [minter.address, parseEther('1')])
  await asDeployer(minter, 'initialize', [config.address])
  await placeArtemis(l2)
  const lp = await l2.build('LpToken', [eMetis.address, metis.address])
  const pairFactory = await l2.place('PairFactory', placed.pairFactory)
  await asDeployer(pairFactory, 'devnetAdd', [lp.address, eMetis.address, metis.address])
  return { ...predeploys, ...contracts, lp }
}
