/** Lets at most `width` jobs run at once; the others wait for a place. */
export function createTurns(width: number) {
  let free = width
  const waiting: (() => void)[] = []
  return async <R>(job: () => Promise<R>): Promise<R> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
