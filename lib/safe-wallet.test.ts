import { afterEach, expect, it, vi } from 'vitest'
import { createConfig, http } from 'wagmi'
import { metis } from 'wagmi/chains'
import { framedSafe } from './safe-wallet'

afterEach(() => vi.unstubAllGlobals())

const safeAddress = '0x5aFE3855358E112B5647B952709E6165e1c1eEEe'

/** A window around which a page says so much later which Safe it is. */
function frame(origin: string, afterMs: number) {
  const parent = {
    postMessage: ({ id }: { id: string }) => {
      const data = { id, success: true, version: '9.1.0', data: { safeAddress, chainId: metis.id } }
      const answer = Object.assign(new Event('message'), { data, origin, source: parent })
      setTimeout(() => window.dispatchEvent(answer), afterMs)
    },
  }
  vi.stubGlobal(
    'window',
    Object.assign(new EventTarget(), { parent, crypto, location: { origin: 'https://abzu.example' } }),
  )
}

const accounts = () => {
  const { createConnector, ...wallet } = framedSafe()
  const connectors = [createConnector({ rkDetails: { ...wallet, index: 0, groupIndex: 0, groupName: '' } } as never)]
  const config = createConfig({ chains: [metis], transports: { [metis.id]: http() }, connectors })
  return config.connectors[0]?.getAccounts()
}

it('connects the Safe of a page that takes its time to answer', async () => {
  frame('https://app.safe.global', 100)
  expect(await accounts()).toEqual([safeAddress])
})

it('hears no other page', async () => {
  vi.useFakeTimers()
  frame('https://app.safe.global.evil.example', 0)
  const refused = expect(accounts()).rejects.toThrow('timed out')
  await vi.advanceTimersByTimeAsync(60_000)
  await refused
  vi.useRealTimers()
})
