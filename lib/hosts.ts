import { createTransport, type Hex, hexToBigInt, hexToNumber, shouldThrow, type Transport } from 'viem'
import { bestOf, type Head, isBehind, isHostFault, isNew, ofHost, restMs } from './host-health'

type Asked = { method: string; params?: unknown }
type Ask = (asked: Asked, options?: { signal?: AbortSignal }) => Promise<unknown>

/**
 * How often heads are compared at most: with the first request, and from then on only with one that follows a block which was
 * old when it was read. Without such a block no host lags, and looking at a new block costs the one request that reads it.
 */
const compareMs = 60_000
let oldSeenAt = 0

/** Told of every block that is read. */
export function seeHead(head: Head): void {
  if (!isNew(head, Date.now())) oldSeenAt = Date.now()
}

/** An answer that takes longer (ms) counts against its host. */
const slowMs = 4_000

/** One host and what its own answers have shown of it. */
function createHost(ask: Ask, chainId: number | undefined) {
  let [faults, restsUntil] = [0, 0]
  let head: Head | undefined
  let chain: Promise<boolean> | undefined
  const failed = () => {
    // Requests of the same moment that fail together are one fault.
    if (restsUntil > Date.now()) return
    faults += 1
    restsUntil = Date.now() + restMs(faults)
  }
  return {
    ask,
    failed,
    well: () => {
      faults = 0
      restsUntil = 0
    },
    /** Asked until it says that it is. */
    isOurs: () => {
      chain ??= ask({ method: 'eth_chainId' }).then((id) => hexToNumber(id as Hex) === chainId)
      const again = () => {
        chain = undefined
      }
      chain.then((isRight) => isRight || again(), again)
      return chain
    },
    readHead: async () => {
      const block = await ask({ method: 'eth_getBlockByNumber', params: ['latest', false] })
      const { number, timestamp } = block as { number: Hex; timestamp: Hex }
      head = { number: hexToBigInt(number), seconds: hexToNumber(timestamp) }
    },
    head: () => head,
    isLast: (best: Head) => restsUntil > Date.now() || (head !== undefined && isBehind(head, best, Date.now())),
  }
}

type Host = ReturnType<typeof createHost>

/** The hosts as configured; those that failed lately, or whose head lags, come last. */
function inOrder(hosts: readonly Host[]): Host[] {
  const best = bestOf(hosts.flatMap((host) => host.head() ?? []))
  return [...hosts].sort((a, b) => Number(a.isLast(best)) - Number(b.isLast(best)))
}

/** One answer of one host. Throws when it fails, and when it serves another chain. */
async function answerOf(host: Host, asked: Asked, options: Parameters<Ask>[1]): Promise<unknown> {
  const since = Date.now()
  // What another chain says may be a refusal; which chain it is counts before what it says.
  const [isOurs, answer] = await Promise.allSettled([host.isOurs(), host.ask(asked, options)])
  if (isOurs.status === 'rejected') throw ofHost(isOurs.reason)
  if (!isOurs.value) throw new Error('This RPC serves another chain')
  if (answer.status === 'rejected') throw ofHost(answer.reason)
  if (asked.method !== 'eth_getLogs' && Date.now() - since > slowMs) host.failed()
  else host.well()
  return answer.value
}

/** Asks the first host in order that answers. Throws what the last one failed with, or the contract's refusal. */
async function askInTurn(hosts: readonly Host[], asked: Asked, options: Parameters<Ask>[1]): Promise<unknown> {
  let reason: unknown
  for (const host of inOrder(hosts)) {
    try {
      return await answerOf(host, asked, options)
    } catch (error) {
      if (options?.signal?.aborted || (error instanceof Error && shouldThrow(error))) throw error
      // Whether a range of logs is too wide is nothing that a host is to blame for.
      if (asked.method !== 'eth_getLogs' && isHostFault(error)) host.failed()
      reason = error
    }
  }
  throw reason
}

/**
 * All RPCs of a chain as one: a host that fails, is slow or lags goes to the back for a while, and one of another chain is not used.
 * Where there is another to ask, a request is tried again once only: all hosts keeping silent is to be said soon.
 */
export const hosts =
  (each: readonly Transport[], retryCount = each.length > 1 ? 1 : 3): Transport<'hosts'> =>
  ({ chain, timeout }) => {
    const all = each.map((transport) => {
      const { request } = transport({ chain, retryCount: 0, timeout })
      return createHost(request as Ask, chain?.id)
    })
    let comparedAt = 0
    const compare = () => {
      const isDue = oldSeenAt >= comparedAt && Date.now() - comparedAt >= compareMs
      if (comparedAt > 0 && !isDue) return
      comparedAt = Date.now()
      for (const host of all) host.readHead().catch(() => host.failed())
    }
    const request = async (asked: Asked, options?: Parameters<Ask>[1]) => {
      if (all.length > 1) compare()
      return askInTurn(all, asked, options)
    }
    return createTransport({ key: 'hosts', name: 'Hosts', type: 'hosts', retryCount, request: request as never })
  }
