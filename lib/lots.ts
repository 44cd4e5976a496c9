/** Shares that came together and are still there, and what they cost in eMetis; base units, `seconds` unix time. */
export type Lot = { shares: bigint; cost: bigint; seconds: number }

/** Which shares an exit takes: the oldest first, or a part of all at their average cost. */
export type Method = 'fifo' | 'average'

/** The shares of an account by what they cost. `take` gives the cost of what leaves; a part's cost is rounded down and the rest stays. */
export type Lots = { add(lot: Lot): void; take(shares: bigint): bigint; cost(): bigint; all(): readonly Lot[] }

function createQueue(): Lots {
  const lots: Lot[] = []
  let [head, cost] = [0, 0n]
  const takeOne = (lot: Lot, shares: bigint): Lot => {
    const all = lot.shares <= shares
    const part = all ? lot.cost : (lot.cost * shares) / lot.shares
    if (all) head += 1
    else lots[head] = { ...lot, shares: lot.shares - shares, cost: lot.cost - part }
    return { ...lot, shares: all ? lot.shares : shares, cost: part }
  }
  return {
    add: (lot) => {
      lots.push(lot)
      cost += lot.cost
    },
    take: (shares) => {
      let [missing, taken] = [shares, 0n]
      for (let lot = lots[head]; missing > 0n && lot; lot = lots[head]) {
        const part = takeOne(lot, missing)
        missing -= part.shares
        taken += part.cost
      }
      cost -= taken
      return taken
    },
    cost: () => cost,
    all: () => lots.slice(head),
  }
}

function createPool(): Lots {
  let pool: Lot = { shares: 0n, cost: 0n, seconds: 0 }
  return {
    add: ({ shares, cost, seconds }) => {
      const isFirst = pool.shares === 0n
      pool = { shares: pool.shares + shares, cost: pool.cost + cost, seconds: isFirst ? seconds : pool.seconds }
    },
    take: (shares) => {
      const taken = pool.shares <= shares ? pool.cost : (pool.cost * shares) / pool.shares
      pool = { ...pool, shares: pool.shares <= shares ? 0n : pool.shares - shares, cost: pool.cost - taken }
      return taken
    },
    cost: () => pool.cost,
    all: () => (pool.shares > 0n ? [pool] : []),
  }
}

export const createLots = (method: Method): Lots => (method === 'fifo' ? createQueue() : createPool())
