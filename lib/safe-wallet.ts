import type { Wallet } from '@rainbow-me/rainbowkit'
import { safeWallet } from '@rainbow-me/rainbowkit/wallets'
import { createConnector } from 'wagmi'
import { safe } from 'wagmi/connectors'

/** Left to itself wagmi gives the page around the frame 10 ms to say which Safe it is, and connects nobody when that page is busy. */
const unstable_getInfoTimeout = 5_000

/** Safe{Wallet}'s own wallet, as its frame offers it; heard from no other page. */
export const framedSafe = (): Wallet => ({
  ...safeWallet(),
  createConnector: (details) =>
    createConnector((config) => ({
      ...safe({ allowedDomains: [/^https:\/\/app\.safe\.global$/], unstable_getInfoTimeout })(config),
      ...details,
    })),
})
