type Network = 'andromeda' | 'devnet'

/** A variable that is set but unusable: the message names it, its value and what is expected. */
const refuse = (name: string, value: string, expected: string): never => {
  throw new Error(`${name} is "${value}": expected ${expected}. See .env.example.`)
}

/** `andromeda` or `devnet`; unset means `andromeda`. Throws on anything else. */
export function toNetwork(value: string | undefined): Network {
  if (!value) return 'andromeda'
  return value === 'andromeda' || value === 'devnet'
    ? value
    : refuse('NEXT_PUBLIC_NETWORK', value, 'andromeda or devnet')
}

/** Comma-separated http(s) addresses, or undefined when unset. Throws when one of them is not an address. */
export function toUrls(name: string, value: string | undefined): readonly string[] | undefined {
  const urls = (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const url of urls)
    if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) refuse(name, url, 'an http(s) address')
  return urls.length > 0 ? urls : undefined
}

/** A WalletConnect Cloud project id: 32 hexadecimal digits, or undefined when unset. Throws on anything else. */
export function toProjectId(value: string | undefined): string | undefined {
  if (!value) return undefined
  return /^[0-9a-f]{32}$/.test(value)
    ? value
    : refuse('NEXT_PUBLIC_WALLETCONNECT_PROJECT_ID', value, '32 hexadecimal digits')
}

/** The build's number, which next.config.ts makes of package.json's version; 0 in a process that is no build. Throws on no number. */
export function toBuildNumber(value: string | undefined): number {
  if (!value) return 0
  return /^\d{1,9}$/.test(value) ? Number(value) : refuse('NEXT_PUBLIC_BUILD', value, 'a number')
}

/** `1` or unset (or 0). Throws on anything else. */
export function toFlag(name: string, value: string | undefined): boolean {
  if (!value || value === '0') return false
  return value === '1' || refuse(name, value, '1 or 0')
}

/** Validated variables. The literal `process.env.NEXT_PUBLIC_X` form is what the bundler replaces in the browser. */
export const env = {
  network: toNetwork(process.env.NEXT_PUBLIC_NETWORK),
  l2Urls: toUrls('NEXT_PUBLIC_L2_RPC_URLS', process.env.NEXT_PUBLIC_L2_RPC_URLS),
  l1Urls: toUrls('NEXT_PUBLIC_L1_RPC_URLS', process.env.NEXT_PUBLIC_L1_RPC_URLS),
  /** Server only: not prefixed, so the bundler leaves `undefined` in the browser. */
  serverL2Urls: toUrls('L2_RPC_URLS', process.env.L2_RPC_URLS),
  serverL1Urls: toUrls('L1_RPC_URLS', process.env.L1_RPC_URLS),
  build: toBuildNumber(process.env.NEXT_PUBLIC_BUILD),
  /** Whether Safe{Wallet} may run the app in its frame. */
  isSafeApp: toFlag('NEXT_PUBLIC_SAFE_APP', process.env.NEXT_PUBLIC_SAFE_APP),
  walletConnectProjectId: toProjectId(process.env.NEXT_PUBLIC_WALLETCONNECT_PROJECT_ID),
} as const
