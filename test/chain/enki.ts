import {
  type Abi,
  BaseError,
  ContractFunctionRevertedError,
  createTestClient,
  custom,
  encodeFunctionData,
  erc20Abi,
  getContract,
  type Hash,
  maxUint256,
  numberToHex,
  parseEther,
  publicActions,
  walletActions,
} from 'viem'
import { configAbi } from '@/abi/config'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { inviterNftAbi } from '@/abi/inviter-nft'
import { priceFeedAbi } from '@/abi/price-feed'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { seMetisAbi } from '@/abi/se-metis'
import { uniswapV2PairAbi } from '@/abi/uniswap-v2-pair'
import { vestingAbi } from '@/abi/vesting'
import { backend, devAccounts, relayer } from '../devnet/accounts'
import { createdL1, deployer } from '../devnet/addresses'
import { startChains } from '../devnet/chains'
import { compile } from '../devnet/compile'
import { deployL2 } from '../devnet/deploy-l2'
import { type Contract, execute, rpc } from '../devnet/transact'
import { offsetBeside } from './ports'

const [alice, bob, carol] = devAccounts as [`0x${string}`, `0x${string}`, `0x${string}`]

/** Why a call is refused: the revert string, or the custom error or panic with its arguments. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    const cause = error instanceof BaseError ? error.walk((e) => e instanceof ContractFunctionRevertedError) : error
    if (!(cause instanceof ContractFunctionRevertedError)) throw error
    if (cause.data && cause.data.errorName !== 'Error') return `${cause.data.errorName}(${cause.data.args ?? ''})`
    return cause.reason ?? 'no reason'
  }
  return 'nothing'
}

/** Sends with gas to spare. The node estimates for one second, and what vests may need more in the next. */
const withGas = ({ chain, request }: Awaited<ReturnType<typeof startChains>>['l2']['client']) =>
  createTestClient({
    mode: 'anvil',
    chain,
    transport: custom(
      {
        request: ({ method, params }) =>
          request({
            method,
            params: method === 'eth_sendTransaction' ? [{ gas: numberToHex(5_000_000), ...params[0] }] : params,
          }),
      },
      { retryCount: 0 },
    ),
    pollingInterval: 20,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions)

/** ENKI alone on a fresh chain: one eMetis staked by the deployer, three users with METIS, ENKI and all approvals. */
export async function startEnki() {
  const { l1, l2 } = await startChains(offsetBeside(2), 1_700_000_000)
  await l1.stop()
  await rpc(l2, 'anvil_autoImpersonateAccount', [true])
  const deployed = await deployL2(l2, await compile())
  const client = withGas(l2.client)
  const on = <const A extends Abi>({ address }: Contract, abi: A) => getContract({ address, abi, client })
  const contracts = {
    metis: on(deployed.metis, erc20Abi),
    enki: on(deployed.enki, erc20Abi),
    eMetis: on(deployed.eMetis, eMetisAbi),
    minter: on(deployed.minter, eMetisMinterAbi),
    vault: on(deployed.seMetis, seMetisAbi),
    dispatcher: on(deployed.dispatcher, rewardDispatcherAbi),
    vesting: on(deployed.vesting, vestingAbi),
    queue: on(deployed.queue, redemptionQueueAbi),
    inviter: on(deployed.inviter, inviterNftAbi),
    config: on(deployed.config, configAbi),
    lp: on(deployed.lp, uniswapV2PairAbi),
    priceFeed: on(deployed.priceFeed, priceFeedAbi),
  }
  const { metis, enki, eMetis, minter, vault, dispatcher, vesting, queue, lp } = contracts

  const done = async (hash: Promise<Hash>) => {
    const receipt = await client.waitForTransactionReceipt({ hash: await hash })
    if (receipt.status !== 'success') throw new Error(`${receipt.transactionHash} was reverted`)
    return receipt
  }

  const pass = async (seconds: number) => {
    await client.increaseTime({ seconds })
    await client.mine({ blocks: 1 })
  }

  /** Delivers to the minter, as a message from `from` on L1, that rewards came in. */
  const message = (from: `0x${string}`, amount: bigint) => {
    const data = encodeFunctionData({ abi: eMetisMinterAbi, functionName: 'mintFromL1', args: [amount] })
    const { address, abi } = deployed.messenger
    const args = [minter.address, from, data, messages++, 0n]
    return { address, abi, functionName: 'relayMessage', args, account: relayer }
  }
  let messages = 0n
  const relay = (from: `0x${string}`, amount: bigint) => done(client.writeContract(message(from, amount)))

  const reward = async (amount: bigint) => {
    await relay(createdL1.dealer.address, amount)
    return done(dispatcher.write.dispatch({ account: backend }))
  }

  const stake = (account: `0x${string}`, amount: bigint) =>
    done(minter.write.mint([account, amount, true, alice], { account }))

  /** Withdraws so much staked eMetis that `amount` of it is withheld and vests for the account. */
  const vest = async (account: `0x${string}`, amount: bigint) => {
    const gross = (amount * 10n + 2n) / 3n
    await stake(account, gross)
    await done(vault.write.redeem([gross, account, account], { account }))
  }

  // The gas is given: anvil estimates at the last block's time, where settling twice in one second writes nothing and costs less.
  const stakeEnki = (account: `0x${string}`, amount: bigint) =>
    done(vesting.write.stake([amount], { account, gas: 500_000n }))

  /** Adds `amount` of either token to the pool. */
  const provide = async (account: `0x${string}`, amount: bigint) => {
    await done(metis.write.transfer([lp.address, amount], { account }))
    await done(eMetis.write.transfer([lp.address, amount], { account }))
    await execute({ from: account, on: deployed.lp, fn: 'mint', args: [account] })
  }

  for (const account of [alice, bob, carol]) {
    await execute({ from: deployer, on: deployed.metis, fn: 'devnetMint', args: [account, parseEther('10000')] })
    await done(metis.write.approve([minter.address, maxUint256], { account }))
    await done(eMetis.write.approve([vault.address, maxUint256], { account }))
    await done(eMetis.write.approve([queue.address, maxUint256], { account }))
    await done(enki.write.transfer([account, parseEther('10000')], { account: deployer }))
    await done(enki.write.approve([vesting.address, maxUint256], { account }))
    await done(minter.write.mint([account, parseEther('1000'), false, alice], { account }))
  }

  const users = { alice, bob, carol, backend, deployer, dealer: createdL1.dealer.address }
  return {
    ...contracts,
    ...users,
    deployed,
    client,
    stop: l2.stop,
    done,
    pass,
    message,
    relay,
    reward,
    stake,
    vest,
    stakeEnki,
    provide,
  }
}

export type Enki = Awaited<ReturnType<typeof startEnki>>
