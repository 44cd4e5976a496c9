import { describe, expect, it } from 'vitest'
import { toCsp } from './csp'

const base = {
  nonce: 'abc',
  walletConnect: false,
  safeApp: false,
  dev: false,
  urls: ['https://rpc.example/?key=1', 'https://rpc.example/2', 'http://127.0.0.1:31088'],
}
const directive = (policy: string, name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))

describe('toCsp', () => {
  const policy = toCsp(base)

  it('allows scripts and styles by nonce only', () => {
    expect(directive(policy, 'script-src')).toBe("script-src 'nonce-abc' 'strict-dynamic'")
    expect(directive(policy, 'style-src')).toBe("style-src 'self' 'nonce-abc'")
    expect(policy).not.toContain('unsafe')
  })
  it('names each RPC origin once, without its path or key', () => {
    expect(directive(policy, 'connect-src')).toBe("connect-src 'self' https://rpc.example http://127.0.0.1:31088")
  })
  it('opens the WalletConnect relay only when asked to', () => {
    expect(toCsp({ ...base, walletConnect: true })).toContain(' wss://relay.walletconnect.org;')
  })
  it('refuses everything that is not named', () => {
    expect(directive(policy, 'default-src')).toBe("default-src 'none'")
    expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'")
  })
  it('makes no text a script but through our own policy', () => {
    expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
    expect(directive(policy, 'trusted-types')).toBe('trusted-types default')
  })
  it('lets Safe frame it, and nobody else, only when asked to', () => {
    expect(directive(toCsp({ ...base, safeApp: true }), 'frame-ancestors')).toBe(
      'frame-ancestors https://app.safe.global',
    )
  })
})
