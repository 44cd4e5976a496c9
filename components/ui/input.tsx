import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'ref'> & {
  label: string
  value: string
  onText: (text: string) => void
  /** Stands at the right of the label: a balance, for instance. */
  aside?: ReactNode
  /** What the field expects, below it. */
  hint?: ReactNode
  /** What is wrong with it; replaces the hint. */
  error?: ReactNode
  /** Stands inside the frame, after the text: a unit, a button. */
  trailing?: ReactNode
}

/** A labelled text field. */
export function Input({ label, value, onText, aside, hint, error, trailing, ...props }: Props) {
  const own = useId()
  const id = props.id ?? own
  const note = error ?? hint
  // What was typed before the scripts had come is there, and nobody has been told.
  const adopt = (node: HTMLInputElement | null) => {
    if (node && node.value !== value) onText(node.value)
  }
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4 text-sm text-ink-soft">
        <label htmlFor={id}>{label}</label>
        {aside && <span className="min-w-0 text-right">{aside}</span>}
      </div>
      <div
        className={`flex items-center rounded-stone border bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-lapis ${error ? 'border-2 border-carnelian' : 'border-ink-soft'}`}
      >
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...props}
          ref={adopt}
          id={id}
          value={value}
          onChange={(event) => onText(event.target.value)}
          className={`min-h-12 w-full min-w-0 bg-transparent px-3 text-lg outline-none placeholder:text-ink-soft ${props.className ?? ''}`}
        />
        {trailing && <div className="flex shrink-0 items-center gap-2 pr-1">{trailing}</div>}
      </div>
      {note && (
        <p id={`${id}-note`} className={`text-sm ${error ? 'text-carnelian' : 'text-ink-soft'}`}>
          {note}
        </p>
      )}
    </div>
  )
}
