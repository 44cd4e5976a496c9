'use client'

import { useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import type { Signer } from '@/lib/follow'

/**
 * The wallet as the rest of the app sees it. The wallet stack is loaded on intent and writes here;
 * everybody else reads here and never imports it.
 */
export type Wallet = {
  /** `failed`: its code did not load; asking again tries again. */
  stack: 'absent' | 'loading' | 'ready' | 'failed'
  /** Undefined: nobody is connected. */
  account?: Address
  chainId?: number
  /** A stored connection is being taken up again. */
  isReconnecting?: boolean
}

/** What the loaded stack can do. */
export type WalletActions = {
  connect: () => void
  openAccount: () => void
  signer: () => Promise<Signer>
  watch: (token: 'eMetis' | 'seMetis') => Promise<boolean>
}

let wallet: Wallet = { stack: 'absent' }
let actions: WalletActions | undefined
let waiting: (() => void)[] = []
const listeners = new Set<() => void>()
const absent = wallet

/** Changes the shared state; called by the wallet stack. */
export function setWallet(change: Partial<Wallet>): void {
  wallet = { ...wallet, ...change }
  for (const listener of listeners) listener()
}

/** Hands over the loaded stack's actions and carries out what was asked for meanwhile. */
export function setWalletActions(next: WalletActions): void {
  actions = next
  const asked = waiting
  waiting = []
  for (const ask of asked) ask()
}

/** Asks for the wallet stack; cheap to call again. */
export function wantWallet(): void {
  if (wallet.stack === 'absent' || wallet.stack === 'failed') setWallet({ stack: 'loading' })
}

const withActions = (use: (ready: WalletActions) => void) => {
  wantWallet()
  if (actions) use(actions)
  else waiting.push(() => actions && use(actions))
}

/** Opens the wallet list, loading the stack first when it must. */
export const connectWallet = (): void => withActions((ready) => ready.connect())

/** Opens the account panel (copy, disconnect). */
export const openAccount = (): void => withActions((ready) => ready.openAccount())

/** The connected account's signer. Rejects when nobody is connected. */
export const walletSigner = (): Promise<Signer> =>
  new Promise((resolve, reject) => withActions((ready) => ready.signer().then(resolve, reject)))

/** The signer of an account, if it is the connected one; never loads or opens anything. */
export const signerOf = async (account: Address): Promise<Signer | undefined> =>
  wallet.account === account ? actions?.signer() : undefined

/** Asks the wallet to list a token. Rejects, or false, when it does not. */
export const watchToken = (token: 'eMetis' | 'seMetis'): Promise<boolean> =>
  new Promise((resolve, reject) => withActions((ready) => ready.watch(token).then(resolve, reject)))

/** Asks the wallet to change its network. Rejects when it does not. */
export const switchWallet = async (chainId: number): Promise<void> => (await walletSigner()).switchChain(chainId)

/** The account the wallet shows now. */
export const walletAccount = (): Address | undefined => wallet.account

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The wallet's state; on the server nobody is connected. */
export const useWallet = (): Wallet =>
  useSyncExternalStore(
    subscribe,
    () => wallet,
    () => absent,
  )
