import { getDefaultConfig } from '@rainbow-me/rainbowkit'
import { metis } from 'wagmi/chains'

/** Any project id of the right shape: nothing beyond this machine is reached when it is measured. */
export const wallets = getDefaultConfig({
  appName: 'Quick start',
  projectId: '0'.repeat(32),
  chains: [metis],
  ssr: true,
})
