import type { Both, ContractsPage, Kept } from '@/components/contracts/contracts-page'
import { memo, soon } from '@/lib/cache'
import { toCodeChecks } from '@/lib/code-check'
import { toFragment } from '@/lib/evidence-link'
import { readNewEvidence } from '@/lib/evidence-reads'
import type { Listed } from '@/lib/inventory'
import { createLogbook } from '@/lib/logbook'
import { network } from '@/lib/network'
import { type Candidates, readOwners } from '@/lib/owners'
import { holdersOf, type ParameterEvent, withBefore } from '@/lib/parameter-events'
import { isWatched, isWholeRecord, readParameterEvents } from '@/lib/parameter-logs'
import { readRest, toEnkiParameters, toEpochParameters, toPoolParameters } from '@/lib/parameters'
import { toQuestions } from '@/lib/questions'
import { l1, l2 } from '@/lib/rpc'
import { readReader } from './reader'
import { addressBook, archive, codes, inventory, inventoryOf, orUndefined, protocol, sequencers } from './snapshots'

const minute = 60_000
const keepMs = 60 * minute
/** How long the page waits for the pool: what L2 says is not held up by it. */
const patienceMs = 6_000
const clients = { l2, l1 } as const
type Chain = Listed['chain']

const headOf = async (chain: Chain) => (await (chain === 'l2' ? protocol() : sequencers())).block.number

const recordOf = (chain: Chain) =>
  memo(
    async () => {
      const watched = (await inventoryOf(chain)).filter(isWatched)
      return createLogbook<ParameterEvent>({
        client: clients[chain],
        archive,
        name: ['rules', network[chain].id, ...watched.map(({ address }) => address)].join(' '),
        read: (range) => readParameterEvents(clients[chain], watched, range),
      })
    },
    { freshMs: 60 * minute, keepMs: 24 * 60 * minute },
  )

const pastOf = (chain: Chain) => {
  const record = recordOf(chain)
  return memo(
    async () => {
      const [read, head] = await Promise.all([record(), headOf(chain)])
      return withBefore(await read(head, isWholeRecord))
    },
    { freshMs: 2 * minute, keepMs },
  )
}

/** Every change of rules and rights that a chain has logged. */
const pasts = { l2: pastOf('l2'), l1: pastOf('l1') }

const candidates = async (): Promise<Candidates> => {
  const past = await pasts.l2()
  const of = (role: keyof Candidates) => holdersOf(past, role)
  return { roleTimelock: of('roleTimelock'), roleOperator: of('roleOperator'), roleBackend: of('roleBackend') }
}

const ownersOf = (chain: Chain, named: () => Promise<Candidates | undefined>) =>
  memo(
    async () => {
      const [contracts, { codes: found }] = await Promise.all([inventoryOf(chain), codes[chain]()])
      return readOwners(clients[chain], { contracts, codes: found, candidates: await named() })
    },
    { freshMs: 10 * minute, keepMs },
  )

const nobody = async () => undefined
const owners = { l2: ownersOf('l2', candidates), l1: ownersOf('l1', nobody) }
const ownersWithoutRoles = ownersOf('l2', nobody)

/** Who can change L2's contracts; without who holds Config's roles where the logs that tell it don't come within `ms`. */
const ownersOnL2 = async (ms: number) => (await soon(owners.l2(), ms)) ?? ownersWithoutRoles()
const rest = memo(async () => readRest(l2, await addressBook()), { freshMs: minute, keepMs })

const both = async <T>(read: Record<Chain, () => Promise<T>>): Promise<Both<T>> => {
  const [onL2, onL1] = await Promise.all([soon(read.l2()), soon(read.l1())])
  return { l2: onL2, l1: onL1 }
}

/** What was asked of the chains that answer, as the fragment of a link; a file is made of it where it is wanted. */
const fragment = memo(
  async (): Promise<Kept> => {
    const [contracts, onL2, onL1] = await Promise.all([
      inventory(),
      ...(['l2', 'l1'] as const).map(async (chain) => {
        const asked = chain === 'l2' ? ownersOnL2(20_000) : owners.l1()
        const [found, who] = await Promise.all([orUndefined(codes[chain]()), orUndefined(asked)])
        return found && who && { chain, codes: found.codes, powers: { ...who, chain } }
      }),
    ] as const)
    const parts = [onL2, onL1].flatMap((part) => part ?? [])
    if (parts.length === 0) throw new Error('Neither chain answered')
    const link = await toFragment(
      await readNewEvidence(
        clients,
        toQuestions({
          contracts: contracts.filter(({ chain }) => parts.some((part) => part.chain === chain)),
          codes: Object.assign({}, ...parts.map((part) => part.codes)),
          owners: parts.map(({ powers }) => powers),
        }),
      ),
    )
    const absent = (['l2', 'l1'] as const).filter((chain) => !parts.some((part) => part.chain === chain))
    return { link, absent, areRolesUnread: onL2?.powers.areRolesUnread ?? false }
  },
  { freshMs: 5 * minute, keepMs },
)

/** The same for a file, which is waited for `ms`; undefined: it could not be read by then. */
export const readRecord = (ms: number): Promise<Kept | undefined> => soon(fragment(), ms)

/** Every part at once; nothing waits for a part that is slow or fails. */
export async function readContractsPage(): Promise<ContractsPage> {
  const [now, contracts, found, who, pool, more, past, kept, reader] = await Promise.all([
    orUndefined(protocol()),
    orUndefined(inventory()),
    both(codes),
    both({ l2: () => ownersOnL2(1_000), l1: owners.l1 }),
    soon(sequencers(), patienceMs),
    orUndefined(rest()),
    both(pasts),
    soon(fragment()),
    readReader(),
  ])
  return {
    protocol: now,
    contracts,
    codes: found,
    checks: contracts && toCodeChecks(contracts, { ...found.l2?.codes, ...found.l1?.codes }),
    owners: who,
    parameters: {
      enki: now && toEnkiParameters(now, more?.treasury ?? null),
      epochs: more && toEpochParameters(more),
      pool: pool && toPoolParameters(pool),
    },
    past,
    kept,
    reader,
  }
}
