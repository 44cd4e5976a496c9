import { type Abi, type AbiParameter, erc20Abi, toEventSelector, toFunctionSelector } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { artemisDepositPoolAbi } from '@/abi/artemis-deposit-pool'
import { artemisRewardPoolAbi } from '@/abi/artemis-reward-pool'
import { artemisWithdrawalManagerAbi } from '@/abi/artemis-withdrawal-manager'
import { baseAbi } from '@/abi/base'
import { configAbi } from '@/abi/config'
import { dealerAbi } from '@/abi/dealer'
import { eMetisAbi } from '@/abi/e-metis'
import { eMetisMinterAbi } from '@/abi/e-metis-minter'
import { erc721CoreAbi } from '@/abi/erc721-core'
import { inviterNftAbi } from '@/abi/inviter-nft'
import { lockingInfoAbi } from '@/abi/locking-info'
import { lockingPoolAbi } from '@/abi/locking-pool'
import { priceFeedAbi } from '@/abi/price-feed'
import { redemptionQueueAbi } from '@/abi/redemption-queue'
import { rewardDispatcherAbi } from '@/abi/reward-dispatcher'
import { seMetisAbi } from '@/abi/se-metis'
import { sequencerAgentAbi } from '@/abi/sequencer-agent'
import { sequencerSetAbi } from '@/abi/sequencer-set'
import { standardBridgeAbi } from '@/abi/standard-bridge'
import { uniswapV2PairAbi } from '@/abi/uniswap-v2-pair'
import { vestingAbi } from '@/abi/vesting'
import { type Artifacts, artifactOf, compile } from '../devnet/compile'
import { recordedSelectors } from './recorded-selectors'

/** Which contract of the devnet answers to which ABI. */
const pairs: readonly (readonly [contract: string, abi: Abi])[] = [
  ['Metis', erc20Abi],
  ['Enki', erc20Abi],
  ['EMetis', eMetisAbi],
  ['EMetisMinter', eMetisMinterAbi],
  ['SeMetis', seMetisAbi],
  ['RewardDispatcher', rewardDispatcherAbi],
  ['Vesting', vestingAbi],
  ['RedemptionQueue', redemptionQueueAbi],
  ['InviterNFT', inviterNftAbi],
  ['Config', configAbi],
  ['LockingPool', lockingPoolAbi],
  ['LockingInfo', lockingInfoAbi],
  ['Dealer', dealerAbi],
  ['SequencerAgent', sequencerAgentAbi],
  ['SequencerSet', sequencerSetAbi],
  ['LpToken', uniswapV2PairAbi],
  ['PriceFeed', priceFeedAbi],
  ['StandardBridge', standardBridgeAbi],
  ['ArtemisToken', erc20Abi],
  ['ArtemisDepositPool', artemisDepositPoolAbi],
  ['ArtemisRewardPool', artemisRewardPoolAbi],
  ['ArtemisWithdrawalManager', artemisWithdrawalManagerAbi],
]

type Member = Extract<Abi[number], { name: string }>

const isMember = (item: Abi[number]): item is Member => 'name' in item

// Names of a call's inputs are free; those of events and of several outputs are how viem hands out the values.
const parameter =
  (named: boolean) =>
  (item: AbiParameter): string => {
    const components = 'components' in item ? `(${item.components.map(parameter(true)).join(',')})` : ''
    const indexed = 'indexed' in item && item.indexed ? ' indexed' : ''
    const name = named ? ` ${item.name?.replace(/^_|_$/g, '')}` : ''
    return `${item.type}${components}${indexed}${name}`
  }

/** Everything by which two members can differ for a caller, as text. */
const shape = (item: Member): string => {
  const inputs = item.inputs.map(parameter(item.type !== 'function')).join(', ')
  if (item.type !== 'function') return `${item.type} ${item.name}(${inputs})`
  const outputs = item.outputs.map(parameter(item.outputs.length > 1)).join(', ')
  const mutability = item.stateMutability === 'pure' ? 'view' : item.stateMutability
  return `function ${item.name}(${inputs}) ${mutability} returns (${outputs})`
}

const selector = (item: Member): string => {
  if (item.type === 'event') return toEventSelector(item)
  return toFunctionSelector({ ...item, type: 'function', outputs: [], stateMutability: 'view' })
}

const selectorsOf = (abi: Abi) =>
  abi.filter(isMember).map((item) => [`${item.type} ${item.name} ${selector(item)}`, shape(item)] as const)

describe('the ABIs and the devnet', () => {
  let artifacts: Artifacts
  beforeAll(async () => {
    artifacts = await compile()
  })

  test.each(pairs)(
    '%s has every member of its ABI, with the same selector, types and indexed fields',
    (contract, abi) => {
      const compiled = new Map(selectorsOf(artifactOf(artifacts, contract).abi))
      const wanted = selectorsOf(abi)
      expect(wanted.map(([id]) => [id, compiled.get(id)])).toEqual(wanted)
    },
  )

  test.each(pairs)('%s: its ABI lists nothing twice', (_, abi) => {
    const ids = selectorsOf(abi).map(([id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('every event and error of our ENKI contracts is in its ABI', () => {
    const theirs = (contract: string) =>
      artifactOf(artifacts, contract).abi.filter((item) => item.type === 'event' || item.type === 'error')
    const enki = pairs.slice(2, 10)
    const missing = enki.flatMap(([contract, abi]) => {
      const ours = new Set(selectorsOf(abi).map(([id]) => id))
      return selectorsOf(theirs(contract)).flatMap(([id]) => (ours.has(id) ? [] : `${contract}: ${id}`))
    })
    // What OpenZeppelin's EIP712 adds: the domain of eMetis is short and never changes, so nobody meets these.
    const domain = ['error InvalidShortString', 'error StringTooLong', 'event EIP712DomainChanged']
    expect(missing).toEqual(domain.map((name) => expect.stringContaining(`EMetis: ${name} `)))
  })
})

const byName = (abi: Abi, name: string): Member => {
  const found = abi.filter(isMember).filter((item) => item.name === name)
  const [item] = found
  if (!item || found.length > 1) throw new Error(`${found.length} members are called ${name}`)
  return item
}

test.each(Object.entries(recordedSelectors))(
  '%s has the selectors recorded from the deployed contract',
  (name, wanted) => {
    const abi = pairs.find(([contract]) => contract === name)?.[1] ?? []
    const selectors = Object.keys(wanted).map((member) => [member, selector(byName(abi, member))])
    expect(Object.fromEntries(selectors)).toEqual(wanted)
  },
)

test('the parts that ABIs share are whole in each of them', () => {
  const ids = (abi: Abi) => selectorsOf(abi).map(([id]) => id)
  for (const [, abi] of pairs.slice(3, 10)) expect(ids(abi)).toEqual(expect.arrayContaining(ids(baseAbi)))
  for (const abi of [redemptionQueueAbi, inviterNftAbi]) {
    expect(ids(abi)).toEqual(expect.arrayContaining(ids(erc721CoreAbi)))
  }
})
