import type { Account, Address, Chain, CustomTransport, Hex, WalletClient } from 'viem'
import type { AskBatch, Said } from './batch-end'

/** How a wallet carries out several calls as one: `ready`, once the account is upgraded, which it asks for by itself. */
export type BatchSupport = 'supported' | 'ready'

/** What a flow needs of a wallet that carries out several calls as one (EIP-5792). */
export type BatchWallet = {
  /** Null where it does not, or does not say so in time. Never throws. */
  support: (chainId: number) => Promise<BatchSupport | null>
  /** All or nothing. Resolves with the wallet's own name for it, which may be another than `id`. */
  send: (request: { id: Hex; calls: readonly { to: Address; data: Hex }[] }) => Promise<string>
  ask: AskBatch
}

/** How long a wallet may take to say what it can do, ms. */
const patience = 2_000

const pause = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * What a wallet's capabilities on one chain say of atomic batches. Null: it does none, or does not say. Safe{Wallet} still
 * speaks the draft, where the capability was called `atomicBatch`.
 */
export function toBatchSupport(capabilities: unknown): BatchSupport | null {
  if (!isRecord(capabilities)) return null
  const { atomic, atomicBatch } = capabilities
  const status = isRecord(atomic) ? atomic.status : undefined
  if (status === 'supported' || status === 'ready') return status
  return isRecord(atomicBatch) && atomicBatch.supported === true ? 'supported' : null
}

/** What a wallet says of a batch, without what the chain knows better. It may name one transaction once for each call. */
export const toSaid = (status: {
  statusCode: number
  receipts?: readonly { transactionHash: Hex }[] | undefined
}): Said => ({
  code: status.statusCode,
  hashes: [...new Set((status.receipts ?? []).map(({ transactionHash }) => transactionHash))],
})

/** A wallet's side of EIP-5792, straight on its provider. */
export const batchWallet = (wallet: WalletClient<CustomTransport, Chain, Account>): BatchWallet => ({
  support: (chainId) =>
    Promise.race([wallet.getCapabilities({ chainId }).then(toBatchSupport), pause(patience)]).catch(() => null),
  send: async ({ id, calls }) => {
    const answer: unknown = await wallet.sendCalls({ id, calls, forceAtomic: true })
    return isRecord(answer) && typeof answer.id === 'string' && answer.id !== '' ? answer.id : id
  },
  ask: async (id) => toSaid(await wallet.getCallsStatus({ id })),
})
