/** Newest blocks whose transfers are read: what every provider gives in one answer. */
export const recentBlocks = 50_000n
