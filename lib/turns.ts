/** What turns are given by. */
type Clock = {
  /** Waits so many ms, and then until the page can be seen. */
  whenSeen: (ms: number) => Promise<void>
  /** The newest block, of somebody who is no host of the chain; undefined: not known. Never rejects. */
  readHead: () => Promise<number | undefined>
  /** How long (ms) from one look at the line to the next, and as long as a block takes. */
  roundMs: number
  blockMs: number
}

/** Called at every look at the line; what it throws ends the waiting. */
type Check = () => void

/** How long (ms) somebody sits before what is followed, and learns of a new block when it comes. */
export const urgentMs = 120_000

/**
 * One line for all that asks a chain unasked: figures that grow old, and transactions on their way. A turn is given for each
 * block, to whoever stands first: when a newer block is known of than at the last turn, or else as long after it as a block takes.
 * Who waits for what was just signed goes before the others: what that changes is read at its end.
 */
export function createTurns({ whenSeen, readHead, roundMs, blockMs }: Clock) {
  const line: { isUrgent: boolean }[] = []
  let last: { at: number; head: Promise<number | undefined> } = { at: 0, head: Promise.resolve(undefined) }
  const give = (head: Promise<number | undefined>): true => {
    last = { at: Date.now(), head }
    return true
  }
  const isFree = async (isUrgent: boolean): Promise<boolean> => {
    // A clock can be set back.
    if (Math.abs(Date.now() - last.at) >= blockMs) return give(isUrgent ? readHead() : last.head)
    if (!isUrgent) return false
    const [before, now] = await Promise.all([last.head, readHead()])
    return before !== undefined && now !== undefined && now > before && give(Promise.resolve(now))
  }
  const next = async (isUrgent = false, check: Check = () => {}): Promise<void> => {
    const place = { isUrgent }
    const at = isUrgent ? line.findIndex((each) => !each.isUrgent) : -1
    line.splice(at < 0 ? line.length : at, 0, place)
    try {
      await whenSeen(0)
      while (line[0] !== place || !(await isFree(isUrgent))) {
        await whenSeen(roundMs)
        check()
      }
    } finally {
      line.splice(line.indexOf(place), 1)
    }
  }
  /**
   * Begins to follow something, with a look at once. What it gives waits for the turn of each further look, and knows of
   * every block from now on.
   */
  const watch = (check?: Check) => {
    const since = Date.now()
    give(readHead())
    return () => next(Date.now() - since < urgentMs, check)
  }
  return { next, watch }
}
