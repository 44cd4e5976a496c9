import type { ComponentProps } from 'react'

type Variant = 'plain' | 'inset'

const variants: Record<Variant, string> = {
  plain: 'border-line bg-surface p-4 sm:p-6',
  inset: 'border-line bg-ground p-4',
}

/** A bordered surface; `inset` is for a part within a card. */
export function Card({
  variant = 'plain',
  className = '',
  ...props
}: ComponentProps<'section'> & { variant?: Variant }) {
  return <section {...props} className={`rounded-stone border ${variants[variant]} ${className}`} />
}
