type Option<T extends string> = { value: T; label: string; note?: string; disabled?: boolean }

type Props<T extends string> = {
  legend: string
  name: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}

/** A radio group drawn as a row of stones; the chosen one holds water. */
export function Choice<T extends string>({ legend, name, value, options, onChange }: Props<T>) {
  return (
    <div role="radiogroup" aria-label={legend} className="min-w-0">
      <p aria-hidden="true" className="mb-1 text-sm text-ink-soft">
        {legend}
      </p>
      <div className="grid gap-2 min-[24rem]:grid-cols-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-12 cursor-pointer items-center gap-2 rounded-stone border border-line px-2 py-2 sm:gap-3 sm:px-3 has-checked:border-water has-checked:bg-water-tint has-disabled:cursor-not-allowed has-disabled:border-dashed has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-lapis"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              aria-label={option.label}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="size-4 shrink-0 outline-none"
            />
            <span className="min-w-0 wrap-break-word">
              <span className="block font-semibold">{option.label}</span>
              {option.note && <span className="block text-sm text-ink-soft">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
