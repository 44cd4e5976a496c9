import { getWalletConnectConnector, type Wallet } from '@rainbow-me/rainbowkit'

/**
 * WalletConnect as an entry of our own: RainbowKit's adds a second connector with a modal and telemetry of its own.
 * Without `setup` the connector does not load its SDK before it is chosen.
 */
export const walletConnect = (projectId: string) => (): Wallet => {
  const createConnector = getWalletConnectConnector({ projectId })
  return {
    id: 'walletConnectQr',
    name: 'WalletConnect',
    iconUrl: async () => icon,
    iconBackground: '#23408E',
    qrCode: {
      getUri: (uri) => uri,
      instructions: { learnMoreUrl: 'https://walletconnect.network', steps: [] },
    },
    createConnector: (details) => (config) => ({ ...createConnector(details)(config), setup: undefined }),
  }
}

/** Two linked arcs of our own drawing. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' fill='%2323408E'/%3E%3Cpath d='M7 15q3.5-6 7 0t7 0' fill='none' stroke='%23fff' stroke-width='2.5' stroke-linecap='round'/%3E%3C/svg%3E"
