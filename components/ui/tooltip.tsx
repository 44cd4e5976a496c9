import { type ReactNode, useId } from 'react'

type Props = {
  /** What is shown on hover and focus, and read as the description of the children. */
  tip: ReactNode
  children: ReactNode
  /** Makes the children a link. */
  href?: string
  className?: string
}

/** More about a word or a figure, without script: the style sheet shows it while its words are hovered or focused. */
export function Tooltip({ tip, children, href, className = '' }: Props) {
  const id = useId()
  const shared = { 'aria-describedby': id, className: `tip-for ${className}` }
  return (
    <span className="tip">
      {href ? (
        <a {...shared} href={href} target="_blank" rel="noreferrer">
          {children}
        </a>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users have no other way to the exact figure
        <span {...shared} tabIndex={0}>
          {children}
        </span>
      )}
      <span role="tooltip" id={id} className="tip-text">
        {tip}
      </span>
    </span>
  )
}
