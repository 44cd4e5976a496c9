import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

/** What a build with the variable, or without it, sends with a page: the policy made per request and the headers that never change. */
async function buildWith(NEXT_PUBLIC_SAFE_APP: '1' | undefined) {
  vi.stubEnv('NEXT_PUBLIC_SAFE_APP', NEXT_PUBLIC_SAFE_APP)
  vi.resetModules()
  const { proxy } = await import('../proxy')
  const { default: config } = await import('../next.config')
  const policy = proxy(new NextRequest('https://abzu.example/en/stake')).headers.get('Content-Security-Policy') ?? ''
  const fixed = (await config.headers?.()) ?? []
  const named = (key: string) =>
    fixed.flatMap(({ source, headers }) =>
      headers.filter((each) => each.key === key).map(({ value }) => ({ source, value })),
    )
  return {
    framers: policy.split('; ').find((part) => part.startsWith('frame-ancestors ')),
    frameOptions: named('X-Frame-Options'),
    readers: named('Access-Control-Allow-Origin'),
  }
}

describe('the build for Safe', () => {
  it('may be framed by Safe alone, which may read who it is', async () => {
    expect(await buildWith('1')).toEqual({
      framers: 'frame-ancestors https://app.safe.global',
      frameOptions: [],
      readers: [{ source: '/manifest.json', value: 'https://app.safe.global' }],
    })
  })
  it('is no other: without the variable nobody frames or reads it', async () => {
    expect(await buildWith(undefined)).toEqual({
      framers: "frame-ancestors 'none'",
      frameOptions: [{ source: '/:path*', value: 'DENY' }],
      readers: [],
    })
  })
  it('says who it is as Safe wants to read it', () => {
    const root = join(import.meta.dirname, '..')
    const { name, description, iconPath } = JSON.parse(readFileSync(join(root, 'public/manifest.json'), 'utf8'))
    expect(name).toBe('Abzu')
    expect(description).toMatch(/METIS/)
    expect(existsSync(join(root, 'app', iconPath))).toBe(true)
  })
})
