import { zeroAddress } from 'viem'
import { type AddressBook, toChecks, wiringCalls } from './address-book'
import { configAt, eMetis, metis, vault } from './contracts'
import { pinned } from './network'
import { type Block, blockCalls, type Client, maybe, must, toBlock } from './rpc'
import type { Vault } from './shares'
import type { WiringCheck } from './wiring'

/** All wallet-free L2 state of one block. Amounts in base units; `treasuryRatio` and `vestingRatio` in parts per million. */
export type Protocol = Vault & {
  block: Block
  checks: WiringCheck[]
  paused: boolean
  /** False: only beta users may stake to seMetis. Null: this Config has no such switch. */
  isPublic: boolean | null
  eMetisSupply: bigint
  /** METIS in the minter, not yet on its way to a sequencer. */
  metisInMinter: bigint
  treasuryRatio: bigint | null
  vestingRatio: bigint | null
  vestingSeconds: bigint | null
  /** How long a redemption ticket requested now would wait. */
  queueSeconds: bigint | null
}

/** One multicall, one block. Throws when the RPC fails or the vault does not answer. */
export async function readProtocol(client: Client, book: AddressBook): Promise<Protocol> {
  const config = configAt(book.config ?? zeroAddress)
  const [number, seconds, assets, shares, paused, supply, idle, open, treasury, vesting, duration, queue, ...wiring] =
    await client.multicall({
      batchSize: 0,
      contracts: [
        ...blockCalls,
        { ...vault, functionName: 'totalAssets' },
        { ...vault, functionName: 'totalSupply' },
        { ...vault, functionName: 'paused' },
        { ...eMetis, functionName: 'totalSupply' },
        { ...metis, functionName: 'balanceOf', args: [pinned.minter] },
        { ...config, functionName: 'isPublic' },
        { ...config, functionName: 'protocolTreasuryRatio' },
        { ...config, functionName: 'vestingRatio' },
        { ...config, functionName: 'vestingDuration' },
        { ...config, functionName: 'queueLengthSecs' },
        ...wiringCalls(config.address),
      ],
    })
  return {
    block: toBlock(must(number), must(seconds)),
    checks: toChecks(wiring),
    totalAssets: must(assets),
    totalShares: must(shares),
    paused: must(paused),
    isPublic: maybe(open),
    eMetisSupply: must(supply),
    metisInMinter: must(idle),
    treasuryRatio: maybe(treasury),
    vestingRatio: maybe(vesting),
    vestingSeconds: maybe(duration),
    queueSeconds: maybe(queue),
  }
}
