import type { ComponentProps } from 'react'

type Variant = 'primary' | 'secondary' | 'quiet'
type Size = 'regular' | 'compact'

const variants: Record<Variant, string> = {
  primary:
    'border-transparent bg-water text-ground enabled:hover:bg-[color-mix(in_oklab,var(--color-water)_85%,var(--color-ink))]',
  secondary: 'border-ink-soft bg-surface text-ink enabled:hover:border-ink',
  quiet: 'border-transparent text-ink enabled:hover:bg-water-tint',
}

const sizes: Record<Size, string> = { regular: 'px-4 text-base', compact: 'px-3 text-sm' }

/** The look of a button, for the rare link that stands where a button would. */
export const buttonClass = (variant: Variant = 'primary', className = '', size: Size = 'regular'): string =>
  `inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-stone border py-2 text-center font-semibold leading-tight disabled:cursor-not-allowed disabled:border-dashed disabled:border-ink-soft disabled:bg-transparent disabled:font-normal disabled:text-ink-soft ${sizes[size]} ${variants[variant]} ${className}`

/** A disabled button stays readable, because its text says why it can't be pressed. */
export function Button({
  variant,
  size,
  className,
  ...props
}: ComponentProps<'button'> & { variant?: Variant; size?: Size }) {
  return <button type="button" {...props} className={buttonClass(variant, className, size)} />
}
