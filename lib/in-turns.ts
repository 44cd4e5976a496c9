/** Does `job` for each item, at most `width` of them at once; results in the order of the items. Rejects with the first error. */
export async function inTurns<T, R>(width: number, items: readonly T[], job: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length)
  let next = 0
  const work = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await job(items[i] as T)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work))
  return results
}
