/** The smallest of some amounts; Math.min knows no bigint. */
export const least = (first: bigint, ...others: readonly bigint[]): bigint => {
  let smallest = first
  for (const other of others) if (other < smallest) smallest = other
  return smallest
}
