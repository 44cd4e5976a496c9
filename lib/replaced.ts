import { type Address, getAbiItem } from 'viem'
import { sequencerSet } from './contracts'
import { readLogs } from './logs'
import type { Client } from './rpc'

/** A producer that stopped, or never began, in the epoch it was named for; `block`: the first that another made instead. */
export type Replaced = { signer: Address; epoch: bigint; block: bigint }

const events = [
  getAbiItem({ abi: sequencerSet.abi, name: 'NewEpoch' }),
  getAbiItem({ abi: sequencerSet.abi, name: 'ReCommitEpoch' }),
] as const

type Log = Awaited<ReturnType<typeof readLogs<typeof events>>>[number]
type Recommit = Extract<Log, { eventName: 'ReCommitEpoch' }>['args']
type Named = { signer: Address; endBlock: bigint }

/**
 * The epoch whose producer failed. While the old epoch runs, or is the last one named, that is the old one: it is cut. An old
 * epoch that is over has nobody to blame: then the new one had been named before and was overwritten.
 */
function failedEpoch({ oldEpochId, newEpochId, curEpochId, startBlock }: Recommit, old: Named | undefined) {
  if (oldEpochId === curEpochId) return oldEpochId
  return old && old.endBlock < startBlock ? newEpochId : oldEpochId
}

/**
 * Who was replaced in the epochs from `first` on. `logs` have to begin early enough to hold how these and the one before were
 * named; throws where they do not, for then nobody can be blamed.
 */
export function toReplaced(logs: readonly Log[], first: bigint): Replaced[] {
  const named = new Map<bigint, Named>()
  return logs.flatMap((log) => {
    if (log.eventName === 'NewEpoch') {
      named.set(log.args.epochId, log.args)
      return []
    }
    const { oldEpochId, newEpochId, startBlock, endBlock, newSigner } = log.args
    const old = named.get(oldEpochId)
    const epoch = failedEpoch(log.args, old)
    const failed = named.get(epoch)
    if (old && epoch === oldEpochId) named.set(oldEpochId, { ...old, endBlock: startBlock - 1n })
    named.set(newEpochId, { signer: newSigner, endBlock })
    if (epoch < first && newEpochId < first) return []
    if (!old || !failed) throw new Error(`Nothing says who was named for epoch ${epoch}`)
    return epoch < first ? [] : [{ signer: failed.signer, epoch, block: startBlock }]
  })
}

/** Reads who was replaced in the epochs from `first` on, from the logs of a closed range of blocks. Throws when it can't be told. */
export async function readReplaced(
  client: Client,
  first: bigint,
  range: { from: bigint; to: bigint },
): Promise<Replaced[]> {
  return toReplaced(await readLogs(client, { address: sequencerSet.address, events, ...range }), first)
}
