/** One epoch of SequencerSet: `signer` produces the blocks from start to end, both included. */
export type Epoch = { number: bigint; signer: string; startBlock: bigint; endBlock: bigint }

/** What one producer made, against what its stake made likely. */
export type BlockShare = {
  /** Whoever the caller says the blocks of a signer belong to. */
  holder: string
  blocks: bigint
  epochs: number
  /** Part of the blocks counted. */
  share: number
  /** Its part of the stake: what it would produce on average. Null: it has no stake now, or the stake is not known. */
  expected: number | null
  /** Between these two lies the share in 19 of 20 cases by chance alone. */
  low: number
  high: number
  /** `usual`: chance explains it. */
  verdict: 'usual' | 'above' | 'below' | 'unknown'
}

/** Blocks of an epoch, both ends among them. */
export const blocksOf = ({ startBlock, endBlock }: Epoch): bigint => endBlock - startBlock + 1n

/** Standard deviations that hold 19 cases of 20. */
const width = 1.96

/**
 * The spread of a share by chance: every epoch is drawn by stake, so its variance is p(1 − p) times the sum of the squared weights
 * of the epochs; for k equal epochs that is p(1 − p) / k.
 */
export function spread(expected: number, epochs: readonly Epoch[]): number {
  const total = epochs.reduce((sum, epoch) => sum + blocksOf(epoch), 0n)
  const weights = epochs.map((epoch) => Number(blocksOf(epoch)) / Number(total))
  return Math.sqrt(expected * (1 - expected) * weights.reduce((sum, weight) => sum + weight * weight, 0))
}

function verdictOf(share: number, expected: number | null, low: number, high: number): BlockShare['verdict'] {
  if (expected === null) return 'unknown'
  if (share < low) return 'below'
  return share > high ? 'above' : 'usual'
}

const inLowerCase = (signer: string) => signer.toLowerCase()

/**
 * Blocks per holder over finished epochs, most first. `stakes`: each holder's part of the stake; `holderOf` names whose signer one
 * is, because a sequencer may change its own.
 */
export function blockShares(
  epochs: readonly Epoch[],
  stakes: ReadonlyMap<string, number>,
  holderOf: (signer: string) => string = inLowerCase,
): BlockShare[] {
  const total = epochs.reduce((sum, epoch) => sum + blocksOf(epoch), 0n)
  const holders = new Set([...stakes.keys(), ...epochs.map(({ signer }) => holderOf(signer))])
  const shares = [...holders].map((holder): BlockShare => {
    const own = epochs.filter((epoch) => holderOf(epoch.signer) === holder)
    const blocks = own.reduce((sum, epoch) => sum + blocksOf(epoch), 0n)
    const share = total === 0n ? 0 : Number(blocks) / Number(total)
    const expected = stakes.get(holder) ?? null
    const reach = total === 0n ? 0 : width * spread(expected ?? 0, epochs)
    const [low, high] = [Math.max(0, (expected ?? 0) - reach), Math.min(1, (expected ?? 0) + reach)]
    const verdict = total === 0n ? 'unknown' : verdictOf(share, expected, low, high)
    return { holder, blocks, epochs: own.length, share, expected, low, high, verdict }
  })
  return shares.sort((a, b) => (a.blocks === b.blocks ? 0 : a.blocks < b.blocks ? 1 : -1))
}
