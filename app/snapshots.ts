import { unstable_cache } from 'next/cache'
import type { Address } from 'viem'
import { type AddressBook, emptyBook, readAddressBook } from '@/lib/address-book'
import { dated } from '@/lib/age'
import { memo, soon } from '@/lib/cache'
import { readCode } from '@/lib/code'
import { type CodeFault, codeFault, toCodeChecks } from '@/lib/code-check'
import { createHistory, type History } from '@/lib/history'
import { type Listed, toInventory } from '@/lib/inventory'
import { type Liquidity, toLiquidity } from '@/lib/liquidity'
import type { Archive } from '@/lib/logbook'
import { type Market, readMarket } from '@/lib/market'
import { type Protocol, readProtocol } from '@/lib/protocol'
import { type MeasuredRate, rateOver } from '@/lib/rate'
import { type Block, l1, l2, readHead } from '@/lib/rpc'
import { type Pool, readSequencers } from '@/lib/sequencers'
import { pack, unpack } from './compact'

// How long the server's answers live. One set for all visitors: what a page costs the RPCs depends on these windows alone.
const minute = 60_000
const keepMs = 60 * minute

/** Days over which the headline rate is measured. */
export const rateDays = 30

export const addressBook = memo(() => readAddressBook(l2), { freshMs: 10 * minute, keepMs: 24 * 60 * minute })
export const protocol = memo(async () => readProtocol(l2, await addressBook()), { freshMs: minute / 4, keepMs })
const headL1 = memo(() => readHead(l1), { freshMs: minute / 4, keepMs })
/** Read while somebody waits for a block, and an old one is no use to them. */
export const headL2 = memo(() => readHead(l2), { freshMs: 2_000, keepMs: 2_000 })
const market = memo(async () => readMarket(l2, await addressBook()), { freshMs: minute / 2, keepMs })
export const sequencers = memo(() => readSequencers(l1), { freshMs: minute, keepMs })

/** What each part names; undefined: it was not read. */
const toListed = (book: AddressBook, found: Market | undefined, pool: Pool | undefined): Listed[] =>
  toInventory(book, {
    agents: pool?.dealer?.agents ?? [],
    ...(pool && { rewardPayer: pool.payer.address }),
    ...(found && {
      pair: found.pair?.address ?? null,
      algebraPool: found.pool,
      lpTokens: found.lpTokens.map(({ token }) => token),
    }),
  })

/** Every contract in use, as far as both chains have named them; while L2 is silent, none of those that it would name. */
export async function inventory(): Promise<Listed[]> {
  const [book, found, pool] = await Promise.all([orUndefined(addressBook()), orUndefined(market()), soon(sequencers())])
  const all = toListed(book ?? emptyBook, found, pool)
  return book ? all : all.filter(({ chain, found: way }) => chain === 'l1' || way.how === 'pinned')
}

/** One chain's part of it, which does not wait for the other chain. Throws while L2 does not answer for its own. */
export async function inventoryOf(chain: Listed['chain']): Promise<Listed[]> {
  const all =
    chain === 'l2'
      ? toListed(await addressBook(), await orUndefined(market()), undefined)
      : toListed(emptyBook, undefined, await soon(sequencers()))
  return all.filter((each) => each.chain === chain)
}

const codesOf = (chain: Listed['chain'], client: typeof l2) =>
  memo(async () => readCode(client, await inventoryOf(chain)), { freshMs: minute, keepMs })

/** The code of every contract of a chain: two to four requests for each, once a minute at most, whoever asks. */
export const codes = { l2: codesOf('l2', l2), l1: codesOf('l1', l1) }

/** What is wrong with the code that writing relies on; undefined also while it is being read. */
async function readCodeFault(): Promise<CodeFault | undefined> {
  const [contracts, found] = await Promise.all([soon(inventoryOf('l2')), soon(codes.l2(), 1_000)])
  return contracts && found && codeFault(contracts, toCodeChecks(contracts, found.codes))
}

/** Next's data cache: on disk here, or wherever the cache handler of next.config.ts keeps it for all servers together. */
export const archive: Archive = async (key, read) =>
  unpack(await unstable_cache(async () => pack(await read()), ['gzip', key], { revalidate: false })())
const pasts = new Map<Address, ReturnType<typeof createHistory>>()

function pastOf(dispatcher: Address): ReturnType<typeof createHistory> {
  const known = pasts.get(dispatcher) ?? createHistory({ client: l2, dispatcher, archive })
  pasts.set(dispatcher, known)
  return known
}

/** Days of history that a page waits for. The rest is read meanwhile, and waited for only when it is nearly there. */
const wantedDays = 92
const patienceMs = 2_000
/** How long a page waits for those days: where the logs do not come, the rest of it does. */
const historyMs = 8_000

export const history = memo(
  async (): Promise<History | null> => {
    const [{ rewardDispatcher }, now] = await Promise.all([addressBook(), protocol()])
    if (!rewardDispatcher) return null
    const past = pastOf(rewardDispatcher)
    const recent = await past(now, wantedDays)
    if (recent.isWhole) return recent
    const whole = past(now, Number.POSITIVE_INFINITY).catch(() => recent)
    return Promise.race([whole, new Promise<History>((resolve) => setTimeout(resolve, patienceMs, recent))])
  },
  { freshMs: minute / 2, keepMs },
)

/** As {@link orUndefined}; an old answer says so. */
export const datedOrUndefined = <T extends { block: Block }>(answer: Promise<T>): Promise<T | undefined> =>
  orUndefined(answer.then((snapshot) => dated(snapshot)))

export const orUndefined = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined)

/** Where the contracts are; undefined: the chain did not answer. */
export const readBook = (): Promise<AddressBook | undefined> => orUndefined(addressBook())

/** What the header needs: where both chains stand. Undefined: that chain did not answer. */
export async function readHeads(): Promise<{ l2: Block | undefined; l1: Block | undefined }> {
  const [now, head] = await Promise.all([orUndefined(protocol()), soon(headL1(), patienceMs)])
  return { l2: now?.block, l1: head }
}

/** What Overview and Stake need; undefined when the chain did not answer and nothing recent is known. */
export async function readSnapshot(): Promise<Snapshot | undefined> {
  const [book, now, past, fault] = await Promise.all([
    orUndefined(addressBook()),
    orUndefined(protocol()),
    soon(
      history().then((past) => past && dated(past)),
      historyMs,
    ),
    readCodeFault(),
  ])
  const rate = past && rateOver(past.payouts, rateDays, past.block.seconds)
  return (
    book && now && { book, protocol: { ...now, codeFault: fault }, history: past, rate: past === null ? null : rate }
  )
}

/** `rate` and `history` undefined: they could not be read. Null: this deployment pays nothing out, or too little to measure. */
export type Snapshot = {
  book: AddressBook
  protocol: Protocol
  history: History | null | undefined
  rate: MeasuredRate | null | undefined
}

/** What the Redeem page needs besides. Undefined: it could not be read. `liquidity` null: no Dealer answers on L1. */
export async function readWaysOut(): Promise<WaysOut> {
  const [found, pool] = await Promise.all([datedOrUndefined(market()), soon(sequencers())])
  return { market: found, liquidity: pool && toLiquidity(dated(pool)) }
}

export type WaysOut = { market: Market | undefined; liquidity: Liquidity | null | undefined }
