'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageLink } from './page-link'

type Props = {
  href: string
  /** True for the overview, whose address begins every other one. */
  exact: boolean
  children: ReactNode
}

/** A main link: in the bottom bar on a phone, in the header otherwise. The page one is on is marked by a bar. */
export function NavLink({ href, exact, children }: Props) {
  const pathname = usePathname()
  const here = pathname === href || (!exact && pathname.startsWith(`${href}/`))
  return (
    <PageLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className="flex min-h-16 flex-auto flex-col items-center justify-center gap-1 border-t-2 border-transparent px-1 text-sm text-ink-soft hover:text-ink aria-[current]:border-water aria-[current]:font-semibold aria-[current]:text-ink md:min-h-14 md:flex-row md:border-t-0 md:border-b-2 md:px-3 md:text-base"
    >
      {children}
    </PageLink>
  )
}
