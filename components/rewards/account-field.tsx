'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { connectWallet, useWallet, wantWallet } from '@/hooks/use-wallet'
import { toAccount } from '@/lib/account-text'
import type { Messages } from '@/lib/messages/en'

type Props = { asked: string | undefined; path: string; words: Messages['rewards'] }

/** Whose rewards are shown: an address that is typed or linked, or else the connected account. */
export function AccountField({ asked, path, words }: Props) {
  const router = useRouter()
  const { account } = useWallet()
  const [text, setText] = useState(asked ?? '')
  const [isWrong, setWrong] = useState(asked !== undefined && !toAccount(asked))
  const go = (address: string) => startTransition(() => router.push(address ? `${path}?account=${address}` : path))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = text.trim()
    const isFine = typed === '' || toAccount(typed) !== undefined
    setWrong(!isFine)
    if (isFine) go(typed)
  }
  return (
    <form onSubmit={submit} className="needs-script max-w-form">
      <Input
        label={words.account}
        value={text}
        placeholder={account ?? '0x…'}
        onText={setText}
        hint={words.accountHint}
        error={isWrong ? words.notAddress : undefined}
        className="font-mono text-sm!"
        trailing={
          <Button type="submit" variant="quiet">
            {words.show}
          </Button>
        }
      />
      {!asked && !account && (
        <div className="mt-6 flex flex-wrap items-center gap-4">
          <p>{words.ask}</p>
          <Button onClick={connectWallet} onPointerEnter={wantWallet} onFocus={wantWallet}>
            {words.connect}
          </Button>
        </div>
      )}
    </form>
  )
}
