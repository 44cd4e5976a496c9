'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, type MouseEvent, startTransition } from 'react'

const opensElsewhere = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/**
 * A link to another page of ours that keeps the document and what runs in it. The framework's own link weighs 5 kB more,
 * nearly all of it for prefetching, which pages rendered per request have little use for. `scroll={false}` stays where the reader is.
 */
export function PageLink({
  href,
  onClick,
  scroll,
  ...props
}: ComponentProps<'a'> & { href: string; scroll?: boolean }) {
  const router = useRouter()
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || opensElsewhere(event)) return
    event.preventDefault()
    startTransition(() => router.push(href, { scroll }))
  }
  return <a {...props} href={href} onClick={go} />
}
