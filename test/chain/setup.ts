import type { TestProject } from 'vitest/node'
import { type NamedContracts, nameContracts } from '../devnet/named-contracts'
import { type Devnet, startDevnet } from '../devnet/start-devnet'
import { sharedOffset } from './ports'

/** What the tests need to find the devnet that was started for them. */
export type DevnetUrls = { l1Url: string; l2Url: string; controlUrl: string; contracts: NamedContracts }

declare module 'vitest' {
  interface ProvidedContext {
    devnet: DevnetUrls
  }
}

let devnet: Devnet | undefined

/** One devnet for all chain tests, on ports of its own; nothing on it moves unless a test moves it. */
export async function setup({ provide }: TestProject): Promise<void> {
  devnet = await startDevnet({ offset: sharedOffset })
  const { l1Url, l2Url, controlUrl, world } = devnet
  provide('devnet', { l1Url, l2Url, controlUrl, contracts: nameContracts(world) })
}

export const teardown = async (): Promise<void> => devnet?.stop()
