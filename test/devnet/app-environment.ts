import { basePorts } from './chains'

/** What the app has to know to be built and served against a devnet whose ports are moved by `offset`. */
export const appEnvironment = (offset: number): Record<string, string> => ({
  NEXT_PUBLIC_NETWORK: 'devnet',
  NEXT_DIST_DIR: '.next-devnet',
  DEVNET_PORT_OFFSET: String(offset),
  NEXT_PUBLIC_L2_RPC_URLS: `http://127.0.0.1:${basePorts.l2 + offset}`,
  NEXT_PUBLIC_L1_RPC_URLS: `http://127.0.0.1:${basePorts.l1 + offset}`,
})
