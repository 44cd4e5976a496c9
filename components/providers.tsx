'use client'

import '@rainbow-me/rainbowkit/styles.css'
import './wallet.css'
import { RainbowKitProvider, useAccountModal, useConnectModal } from '@rainbow-me/rainbowkit'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { useEffect } from 'react'
import { useAccount, WagmiContext } from 'wagmi'
import { queryClient } from '@/hooks/query-client'
import { setWallet, setWalletActions } from '@/hooks/use-wallet'
import type { Locale } from '@/lib/locale'
import { type Config, createSigner, createWalletConfig, resume, watchToken } from '@/lib/wagmi'
import { VesselMark } from './vessel-mark'

/** Everybody's picture: theirs would be asked of somebody else. */
const Avatar = () => <VesselMark className="size-full bg-water-tint p-3 text-ink" />

/** Tells the rest of the app who is connected, and carries out what it asks for. */
function Bridge({ config }: { config: Config }) {
  const { openConnectModal } = useConnectModal()
  const { openAccountModal } = useAccountModal()
  const { address, chainId, status } = useAccount()

  useEffect(() => {
    setWallet({ stack: 'ready', account: address, chainId, isReconnecting: status === 'reconnecting' })
  }, [address, chainId, status])

  useEffect(() => {
    setWalletActions({
      connect: () => openConnectModal?.(),
      openAccount: () => openAccountModal?.(),
      signer: () => createSigner(config),
      watch: (token) => watchToken(config, token),
    })
  }, [config, openConnectModal, openAccountModal])

  // RainbowKit draws its icons as images without a name, which stands beside each of them, and names its account dialog
  // after a title that has another id.
  useEffect(() => {
    const observer = new MutationObserver(() => {
      for (const icon of document.querySelectorAll('[data-rk] [role="img"]:not([aria-label], [aria-hidden])'))
        icon.setAttribute('aria-hidden', 'true')
      document
        .querySelector('[aria-labelledby="rk_account_modal_title"]')
        ?.setAttribute('aria-labelledby', 'rk_profile_title')
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])

  return null
}

/** Builds wagmi's configuration and takes up the last connection. Rejects when a part of the stack does not load. */
export async function openWallet(): Promise<Config> {
  const config = await createWalletConfig()
  // The scroll lock of RainbowKit's dialog writes a <style>, which the content policy allows with this nonce only.
  setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '')
  await resume(config).catch(() => {})
  return config
}

/** The wallet stack: wagmi, its query cache and RainbowKit. */
export function Providers({ config, locale }: { config: Config; locale: Locale }) {
  return (
    // WagmiProvider forgets the connections each time it renders without reconnecting to every connector by itself.
    <WagmiContext.Provider value={config}>
      <QueryClientProvider client={queryClient()}>
        <RainbowKitProvider
          theme={null}
          modalSize="compact"
          avatar={Avatar}
          locale={locale === 'zh' ? 'zh-CN' : 'en-US'}
        >
          <Bridge config={config} />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiContext.Provider>
  )
}
