import { type NextRequest, NextResponse } from 'next/server'
import { barrenCsp, toCsp } from '@/lib/csp'
import { env } from '@/lib/env'
import { files } from '@/lib/files'
import { isLocale, toLocale } from '@/lib/locale'
import { network } from '@/lib/network'

/**
 * Sends an address without a language to the reader's, and gives every page and file its Content-Security-Policy with a fresh nonce.
 * An address that is no text is refused here: the framework fails on it. So is the name of a file that there is not: the
 * framework answers it with a page outside the languages, whose scripts have no nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  if (!isText(pathname)) return refuse(400, 'Bad request')
  // The devnet's control server, which next.config.ts leads to in its builds alone.
  if (network.name === 'devnet' && pathname.startsWith('/devnet/')) return NextResponse.next()
  if (files.includes(pathname) || isLocale(pathname.split('/')[1])) return withPolicy(request)
  return /\.[a-z0-9]+$/i.test(pathname) ? refuse(404, 'There is no such file.') : toLanguage(request)
}

const refuse = (status: number, sentence: string) =>
  new NextResponse(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain', 'Content-Security-Policy': barrenCsp },
  })

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

/** Everything but the framework's files, whose policy is in next.config.ts. */
export const config = { matcher: ['/((?!_next/).*)'] }
