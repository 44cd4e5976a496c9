'use client'

import { connectWallet, openAccount, useWallet, wantWallet } from '@/hooks/use-wallet'
import { formatAddress } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'
import { Button } from './ui/button'

/** Connects, and afterwards shows who is connected. Pointing at it starts loading what a click will need. */
export function WalletButton({ words }: { words: Messages['wallet'] }) {
  const { account, stack } = useWallet()
  const intent = { onPointerEnter: wantWallet, onFocus: wantWallet }
  if (account)
    return (
      <Button
        variant="secondary"
        size="compact"
        onClick={openAccount}
        aria-label={fill(words.account, { address: formatAddress(account) })}
      >
        <span className="font-mono font-normal">{formatAddress(account)}</span>
      </Button>
    )
  return (
    <>
      <Button {...intent} size="compact" onClick={connectWallet} className="needs-script whitespace-nowrap">
        {words.connect}
      </Button>
      <span role="status" className={stack === 'failed' ? 'basis-full py-2 text-sm text-carnelian' : 'sr-only'}>
        {stack === 'failed' && words.failed}
      </span>
    </>
  )
}
