import type { TestProject } from 'vitest/node'
import { type NamedContracts, nameContracts } from '../devnet/named-contracts'
import { type Devnet, startDevnet } from '../devnet/start-devnet'

/** What the tests need to find the devnet that was started for them. */
export type DevnetUrls = { l1Url: string; l2Url: string; controlUrl: string; contracts: NamedContracts }

declare module 'vitest' {
  interface ProvidedContext {
    devnet: DevnetUrls
  }
}

let devnet: Devnet | undefined

/**
 * One devnet for all chain tests, on ports of its own; nothing on it moves unless a test moves it. Its ports, like all of ours,
 * lie below 32768: above it the system lends them out to whoever opens a connection.
 */
export async function setup({ provide }: TestProject): Promise<void> {
  devnet = await startDevnet({ offset: Number(process.env.DEVNET_PORT_OFFSET ?? 600) })
  const { l1Url, l2Url, controlUrl, world } = devnet
  provide('devnet', { l1Url, l2Url, controlUrl, contracts: nameContracts(world) })
}

export const teardown = async (): Promise<void> => devnet?.stop()
