/** Gas units of each act, approval included where one is needed, measured on a chain with these contracts. */
const gas = {
  unstake: 203_000n,
  request: 266_000n,
  claim: 88_000n,
  cancel: 77_000n,
  speedUp: 191_000n,
  unlock: 77_000n,
  stakeEnki: 187_000n,
  claimVest: 128_000n,
  unstakeEnki: 109_000n,
} as const

export type ExitAct = keyof typeof gas

/** What `count` acts of a kind cost at most, in base units of METIS: the measured gas raised by a quarter. */
export const exitFee = (act: ExitAct, gasPrice: bigint, count = 1): bigint =>
  (gas[act] * BigInt(count) * gasPrice * 5n) / 4n
