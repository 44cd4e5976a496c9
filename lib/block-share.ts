/** One epoch of SequencerSet: `signer` produces the blocks from start to end, both included. */
export type Epoch = { number: bigint; signer: string; startBlock: bigint; endBlock: bigint }

/** What one signer produced, against what its stake made likely. */
export type BlockShare = {
  signer: string
  blocks: bigint
  epochs: number
  /** Part of the blocks counted. */
  share: number
  /** Its part of the stake: what it would produce on average. Null: it has no stake now. */
  expected: number | null
  /** Between these two lies the share in 19 of 20 cases by chance alone. */
  low: number
  high: number
  /** `usual`: chance explains it. */
  verdict: 'usual' | 'above' | 'below' | 'unknown'
}

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

/** Blocks per signer over finished epochs; `stakes`: each signer's part of the stake, in lower case. Most blocks first. */
export function blockShares(epochs: readonly Epoch[], stakes: ReadonlyMap<string, number>): BlockShare[] {
  const total = epochs.reduce((sum, epoch) => sum + blocksOf(epoch), 0n)
  const signers = new Set([...stakes.keys(), ...epochs.map(({ signer }) => signer.toLowerCase())])
  const shares = [...signers].map((signer): BlockShare => {
    const own = epochs.filter((epoch) => epoch.signer.toLowerCase() === signer)
    const blocks = own.reduce((sum, epoch) => sum + blocksOf(epoch), 0n)
    const share = total === 0n ? 0 : Number(blocks) / Number(total)
    const expected = stakes.get(signer) ?? null
    const reach = total === 0n ? 0 : width * spread(expected ?? 0, epochs)
    const [low, high] = [Math.max(0, (expected ?? 0) - reach), Math.min(1, (expected ?? 0) + reach)]
    const verdict = total === 0n ? 'unknown' : verdictOf(share, expected, low, high)
    return { signer, blocks, epochs: own.length, share, expected, low, high, verdict }
  })
  return shares.sort((a, b) => (a.blocks === b.blocks ? 0 : a.blocks < b.blocks ? 1 : -1))
}
