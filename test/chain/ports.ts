/**
 * By how much the ports of the chains that all tests share are moved. All ports of ours lie below 32768: above it the system
 * lends them out to whoever opens a connection.
 */
export const sharedOffset = Number(process.env.DEVNET_PORT_OFFSET ?? 600)

/** The same for further chains of one test. */
export const offsetBeside = (index: number): number => sharedOffset + 700 + 10 * index
