import type { NextConfig } from 'next'
import { barrenCsp, safeOrigin } from './lib/csp'
import { env } from './lib/env'
import { toBuild } from './lib/status'
import { version } from './package.json'

/** Headers that never change; the Content-Security-Policy carries a nonce and is set per request in proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'display-capture']
      .map((feature) => `${feature}=()`)
      .join(', '),
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin-allow-popups' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
  // It can't name one framer; a build for Safe{Wallet} leaves that to the policy's frame-ancestors.
  ...(env.isSafeApp ? [] : [{ key: 'X-Frame-Options', value: 'DENY' }]),
]

/** The framework answers an unknown address below its own folder with a page, which proxy.ts does not see. */
const barren = [{ key: 'Content-Security-Policy', value: barrenCsp }]

/** The devnet's control server; the offset moves all of its ports at once. Both are read when the app is built. */
const devnetControl =
  process.env.DEVNET_CONTROL_URL ?? `http://127.0.0.1:${31080 + Number(process.env.DEVNET_PORT_OFFSET ?? 0)}`

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The tests and the demo make several builds of what `npm run check` has looked at; one for Andromeda looks for itself.
  typescript: { ignoreBuildErrors: process.env.NEXT_PUBLIC_NETWORK === 'devnet' },
  // Pages that the router asks for while the line is gone wait for it; without this they become a navigation, which takes the page away.
  experimental: { useOffline: true },
  // Closed ranges of history are kept by Next's cache: on this machine's disk, or wherever a handler puts them for all servers.
  ...(process.env.CACHE_HANDLER ? { cacheHandler: process.env.CACHE_HANDLER, cacheMaxMemorySize: 0 } : {}),
  // Set even when it was left out, so that comparisons with it are decided at build time.
  env: {
    NEXT_PUBLIC_NETWORK: env.network,
    NEXT_PUBLIC_BUILD: String(toBuild(version)),
    NEXT_PUBLIC_SAFE_APP: env.isSafeApp ? '1' : '0',
  },
  headers: async () => [
    { source: '/:path*', headers },
    ...(process.env.NODE_ENV === 'production' ? [{ source: '/_next/:path*', headers: barren }] : []),
    // Safe{Wallet} reads who the app is from its own origin.
    ...(env.isSafeApp
      ? [{ source: '/manifest.json', headers: [{ key: 'Access-Control-Allow-Origin', value: safeOrigin }] }]
      : []),
    // For the browser's own cache only: what stops signing has to reach people at once, whatever stands between.
    { source: '/status.json', headers: [{ key: 'Cache-Control', value: 'private, max-age=60' }] },
  ],
  rewrites: async () =>
    env.network === 'devnet' ? [{ source: '/devnet/:path*', destination: `${devnetControl}/:path*` }] : [],
}

export default config
