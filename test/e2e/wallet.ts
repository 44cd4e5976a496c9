import type { Page } from '@playwright/test'
import { type Hex, hexToBigInt, isHex, keccak256, numberToHex, zeroAddress } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { network } from '@/lib/network'
import { rpcUrls } from './chain'

type Answer = { result: unknown } | { error: { code: number; message: string } }
type Call = { from?: string; to?: Hex; data?: Hex; value?: Hex; gas?: Hex } & Partial<
  Record<'gasPrice' | 'nonce' | 'type' | 'chainId', Hex>
>
type Sent = Required<Pick<Call, 'nonce' | 'gas' | 'gasPrice'>> &
  Pick<Call, 'to' | 'data' | 'value'> & { chainId: number }
export type WalletRequest = { method: string; params: readonly unknown[] }

export const walletName = 'Test wallet'

export const refuse = (code: number, message: string): Answer => ({ error: { code, message } })
const internal = refuse(-32603, 'Internal JSON-RPC error.')
const dearer = (sent: Sent): Sent => ({ ...sent, gasPrice: numberToHex(hexToBigInt(sent.gasPrice) * 2n) })
const empty = (sent: Sent, to: Hex, value: Hex): Sent => ({
  ...dearer(sent),
  to,
  data: undefined,
  value,
  gas: numberToHex(21_000),
})
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCall = (value: unknown): value is Call =>
  isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string')

/** A promise and what fulfils it. */
export function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

/** Runs inside the page: an EIP-1193 provider, announced by EIP-6963, that passes every request on to Node. */
function install(name: string): void {
  type Listener = (payload: unknown) => void
  type Bridge = {
    walletRequest(method: string, params: unknown): Promise<Answer>
    walletEmit(event: string, payload: unknown): void
  }
  const bridge = window as Window & Partial<Bridge>
  const listeners = new Map<string, Set<Listener>>()
  const listenersOf = (event: string) => {
    const found = listeners.get(event) ?? new Set<Listener>()
    listeners.set(event, found)
    return found
  }
  bridge.walletEmit = (event, payload) => {
    for (const listener of listenersOf(event)) listener(payload)
  }
  const provider = {
    async request({ method, params = [] }: { method: string; params?: unknown }) {
      const answer = await bridge.walletRequest?.(method, params)
      if (!answer) throw new Error('The wallet is not connected to its keys')
      if ('error' in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code })
      return answer.result
    },
    on: (event: string, listener: Listener) => listenersOf(event).add(listener),
    removeListener: (event: string, listener: Listener) => listenersOf(event).delete(listener),
  }
  const icon =
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Cpath d="M0 0h8v8H0z"/%3E%3C/svg%3E'
  const info = { uuid: '0a4c2a5e-6d0f-4a43-9b5e-3f2f7f3a9b11', name, icon, rdns: 'test.wallet' }
  const detail = Object.freeze({ info: Object.freeze(info), provider })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}

/** One JSON-RPC request from Node. */
async function ask(chainId: number, method: string, params: readonly unknown[]): Promise<Answer> {
  const url = rpcUrls[chainId]
  if (!url) return refuse(-32603, `No RPC for chain ${chainId}`)
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const answer: unknown = await response.json()
  if (!isRecord(answer)) return refuse(-32603, 'No answer')
  const { result = null, error } = answer
  return isRecord(error) ? refuse(Number(error.code), String(error.message)) : { result }
}

async function askHex(chainId: number, method: string, params: readonly unknown[]): Promise<Hex | undefined> {
  const answer = await ask(chainId, method, params)
  return 'result' in answer && isHex(answer.result) ? answer.result : undefined
}

export type Wallet = Awaited<ReturnType<typeof installWallet>>

/**
 * A browser wallet whose keys stay in Node. It signs real legacy transactions, on Andromeda's terms: anything else is refused.
 * @param chainId the chain it is on; `known` the chains it has been told about
 */
export async function installWallet(page: Page, account: PrivateKeyAccount) {
  const accounts = [account]
  const state = {
    address: account.address,
    chainId: network.l2.id,
    known: new Set([network.l2.id, network.l1.id]),
    connected: false,
  }
  const tabs: Page[] = []
  const requests: WalletRequest[] = []
  const rejections: { method: string; code: number }[] = []
  const failures: { when: 'before' | 'after'; answer: Answer }[] = []
  const withheld: true[] = []
  const holds: { method: string; asked(): void; released: Promise<void> }[] = []
  let last: Sent | undefined

  const emit = async (event: string, payload: unknown) => {
    for (const tab of tabs.filter((each) => !each.isClosed()))
      await tab.evaluate(([name, value]) => Reflect.get(window, 'walletEmit')?.(name, value), [event, payload] as const)
  }

  const moveTo = async (chainId: number): Promise<Answer> => {
    state.chainId = chainId
    await emit('chainChanged', numberToHex(chainId))
    return { result: null }
  }

  const chainIdIn = ([target]: readonly unknown[]) =>
    isRecord(target) && isHex(target.chainId) ? Number(hexToBigInt(target.chainId)) : undefined

  const sign = (sent: Sent, signer: PrivateKeyAccount) =>
    signer.signTransaction({
      type: 'legacy',
      chainId: sent.chainId,
      to: sent.to,
      data: sent.data,
      value: hexToBigInt(sent.value ?? '0x0'),
      gas: hexToBigInt(sent.gas),
      gasPrice: hexToBigInt(sent.gasPrice),
      nonce: Number(hexToBigInt(sent.nonce)),
    })

  const broadcast = async (sent: Sent, signer = account): Promise<Answer> => {
    last = sent
    const raw = await sign(sent, signer)
    const isWithheld = withheld.shift()
    if (!isWithheld) return ask(sent.chainId, 'eth_sendRawTransaction', [raw])
    return { result: keccak256(raw) }
  }

  /** Signs for the chain that the question was asked on, as wallets do that keep it with the question. */
  const sendTransaction = async ([call]: readonly unknown[], chainId: number): Promise<Answer> => {
    if (!isCall(call)) return refuse(-32602, 'No transaction')
    if ('maxFeePerGas' in call || (call.type && call.type !== '0x0')) return refuse(-32602, 'Only legacy transactions')
    if (call.chainId && Number(hexToBigInt(call.chainId)) !== chainId) return refuse(-32602, 'Not the active chain')
    const signer = accounts.find(({ address }) => address.toLowerCase() === call.from?.toLowerCase())
    if (!signer) return refuse(4100, 'Not this account')
    const estimated = async () => (await askHex(chainId, 'eth_estimateGas', [call])) ?? numberToHex(1_000_000)
    const priced = async () => (await askHex(chainId, 'eth_gasPrice', [])) ?? numberToHex(10n ** 9n)
    const counted = async () => (await askHex(chainId, 'eth_getTransactionCount', [signer.address, 'pending'])) ?? '0x0'
    const gas = call.gas ?? (await estimated())
    const gasPrice = call.gasPrice ?? (await priced())
    const nonce = call.nonce ?? (await counted())
    return broadcast({ chainId, to: call.to, data: call.data, value: call.value, gas, gasPrice, nonce }, signer)
  }

  const answers: Record<string, (params: readonly unknown[], chainId: number) => Answer | Promise<Answer>> = {
    eth_chainId: () => ({ result: numberToHex(state.chainId) }),
    eth_accounts: () => ({ result: state.connected ? [state.address] : [] }),
    eth_requestAccounts: () => {
      state.connected = true
      return { result: [state.address] }
    },
    wallet_revokePermissions: () => {
      state.connected = false
      return { result: null }
    },
    wallet_switchEthereumChain: (params) => {
      const chainId = chainIdIn(params)
      if (chainId === undefined || !state.known.has(chainId)) return refuse(4902, 'Unrecognized chain ID')
      return moveTo(chainId)
    },
    wallet_addEthereumChain: (params) => {
      const chainId = chainIdIn(params)
      const [chain] = params
      if (chainId === undefined || !isRecord(chain)) return refuse(-32602, 'No chain')
      const complete = Array.isArray(chain.rpcUrls) && chain.rpcUrls.length > 0 && isRecord(chain.nativeCurrency)
      if (!complete || typeof chain.chainName !== 'string') return refuse(-32602, 'Chain not described')
      state.known.add(chainId)
      return moveTo(chainId)
    },
    // EIP-747 gives an object where other methods give a list.
    wallet_watchAsset: (asset) => {
      const isToken = isRecord(asset) && asset.type === 'ERC20' && isRecord(asset.options)
      return isToken ? { result: true } : refuse(-32602, 'No token')
    },
    eth_sendTransaction: async (params, chainId) => {
      const failure = failures.shift()
      const answer = failure?.when === 'before' ? failure.answer : await sendTransaction(params, chainId)
      return failure?.answer ?? answer
    },
  }

  const handle = async (method: string, params: readonly unknown[]): Promise<Answer> => {
    requests.push({ method, params })
    const { chainId } = state
    const hold = holds.findIndex((held) => held.method === method)
    if (hold >= 0) {
      const [held] = holds.splice(hold, 1)
      held?.asked()
      await held?.released
    }
    const rejection = rejections.findIndex((each) => each.method === method)
    if (rejection >= 0) {
      const [{ code } = { code: 4001 }] = rejections.splice(rejection, 1)
      return refuse(code, 'User rejected the request.')
    }
    const answer = answers[method]
    if (answer) return answer(params, chainId)
    return method.startsWith('eth_') || method.startsWith('net_')
      ? ask(state.chainId, method, params)
      : refuse(4200, `${method} is not supported`)
  }

  /** Puts the wallet into another tab of the same browser. */
  const joins = async (tab: Page) => {
    await tab.exposeFunction('walletRequest', handle)
    await tab.addInitScript(install, walletName)
    tabs.push(tab)
  }
  await joins(page)

  const replaceLast = async (change: (sent: Sent) => Sent) => {
    if (!last) throw new Error('Nothing was sent yet')
    const answer = await broadcast(change(last))
    if ('error' in answer) throw new Error(answer.error.message)
  }

  return {
    account,
    address: account.address,
    requests,
    /** Everything asked of the wallet under one method. */
    asked: (method: string) => requests.filter((request) => request.method === method),
    /** The transactions it was asked to sign, in order. */
    transactions: () =>
      requests.flatMap(({ method, params: [call] }) =>
        method === 'eth_sendTransaction' && isCall(call) ? [call] : [],
      ),
    /** Its owner moves it to another chain, and it tells the page. */
    moveTo,
    /** Puts it on a chain, with these as the only others it knows, without telling the page. */
    putOn: (chainId: number, known: readonly number[]) => {
      state.chainId = chainId
      state.known = new Set([chainId, ...known])
    },
    chainId: () => state.chainId,
    rejectNext: (method = 'eth_sendTransaction', code = 4001) => rejections.push({ method, code }),
    /** From now on it is the wallet of another account, with methods of its own. */
    become: (address: Hex, methods: Record<string, (params: readonly unknown[]) => unknown>) => {
      state.address = address
      for (const [method, act] of Object.entries(methods))
        answers[method] = async (params) => {
          try {
            return { result: await act(params) }
          } catch (error) {
            return isRecord(error) && typeof error.code === 'number'
              ? refuse(error.code, String(error.message))
              : refuse(-32603, String(error))
          }
        }
    },
    /** The next transaction is signed and sent, and then the wallet says that it failed; or it fails first. */
    failAfterSending: (answer = internal) => failures.push({ when: 'after', answer }),
    failBeforeSending: (answer = internal) => failures.push({ when: 'before', answer }),
    /** It says of the next transaction that it was sent, and keeps it; `sendAgain` sends what was signed last. */
    withholdNext: () => withheld.push(true),
    sendAgain: () => replaceLast((sent) => sent),
    /** Its owner chooses another account, and it tells the page. The ones before stay known to it. */
    choose: async (chosen: PrivateKeyAccount) => {
      if (!accounts.includes(chosen)) accounts.push(chosen)
      state.address = chosen.address
      await emit('accountsChanged', [chosen.address])
    },
    joins,
    /** Leaves the next request of a method unanswered until `release`; `asked` resolves when it has arrived. */
    holdNext: (method = 'eth_sendTransaction') => {
      const asked = signal()
      const released = signal()
      holds.push({ method, asked: asked.give, released: released.given })
      return { asked: asked.given, release: released.give }
    },
    /** The waiting transaction once more, dearer. */
    speedUp: () => replaceLast(dearer),
    /** The waiting transaction's nonce spent on nothing. */
    cancel: () => replaceLast((sent) => empty(sent, account.address, '0x0')),
    /** The waiting transaction's nonce spent on something else. */
    replace: (to: Hex = zeroAddress) => replaceLast((sent) => empty(sent, to, '0x1')),
  }
}
