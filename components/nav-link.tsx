'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageLink } from './page-link'

type Props = {
  href: string
  /** True for the overview, whose address begins every other one. */
  exact: boolean
  /** What is told about it besides its name. */
  describedBy?: string
  children: ReactNode
}

/** A main link: in the bottom bar on a phone, in the header otherwise. The page one is on is marked by a bar. */
export function NavLink({ href, exact, describedBy, children }: Props) {
  const pathname = usePathname()
  const here = pathname === href || (!exact && pathname.startsWith(`${href}/`))
  return (
    <PageLink
      href={href}
      aria-current={here ? 'page' : undefined}
      aria-describedby={describedBy}
      className="flex min-h-16 -outline-offset-2 flex-auto flex-col items-center justify-center gap-1 border-t-2 border-transparent px-0.5 text-sm text-ink-soft max-[22.5rem]:px-0 max-[22.5rem]:text-[0.8125rem] hover:text-ink aria-[current]:border-water lg:aria-[current]:font-semibold aria-[current]:text-ink max-lg:min-w-0 max-lg:text-center max-lg:wrap-anywhere lg:min-h-14 lg:flex-row lg:border-t-0 lg:border-b-2 lg:px-2 lg:text-base xl:px-3"
    >
      {children}
    </PageLink>
  )
}
