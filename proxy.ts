import { type NextRequest, NextResponse } from 'next/server'
import { toCsp } from '@/lib/csp'
import { env } from '@/lib/env'
import { isLocale, toLocale } from '@/lib/locale'
import { network } from '@/lib/network'

/**
 * Sends an address without a language to the reader's, and gives every page and file its Content-Security-Policy with a fresh nonce.
 * An address that is no text is refused here: the framework fails on it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  if (!isText(pathname)) return new NextResponse('Bad request\n', { status: 400 })
  const isFile = /\.[a-z0-9]+$/.test(pathname)
  return isFile || isLocale(pathname.split('/')[1]) ? withPolicy(request) : toLanguage(request)
}

function isText(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== ''
  } catch {
    return false
  }
}

function toLanguage(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone()
  const locale = toLocale(request.cookies.get('locale')?.value, request.headers.get('accept-language'))
  url.pathname = `/${locale}${url.pathname === '/' ? '' : url.pathname}`
  const response = NextResponse.redirect(url)
  response.headers.set('Vary', 'Accept-Language, Cookie')
  return response
}

function withPolicy(request: NextRequest): NextResponse {
  const policy = toCsp({
    nonce: btoa(crypto.randomUUID()),
    urls: [...network.l2.rpcUrls.default.http, ...network.l1.rpcUrls.default.http],
    walletConnect: env.walletConnectProjectId !== undefined,
    safeApp: env.isSafeApp,
    dev: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('x-pathname', request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** Everything but the framework's files, whose policy is in next.config.ts, and the devnet's control server. */
export const config = { matcher: ['/((?!_next/|devnet/).*)'] }
