'use client'

import { remember } from './remember'
import { Glyph } from './ui/glyph'

type Theme = 'limestone' | 'abyss'

/** Choosing what the system says anyway means following it again. */
function change() {
  const root = document.documentElement
  const system: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'abyss' : 'limestone'
  const chosen: Theme = (root.dataset.theme ?? system) === 'abyss' ? 'limestone' : 'abyss'
  if (chosen === system) delete root.dataset.theme
  else root.dataset.theme = chosen
  remember('theme', chosen === system ? '' : chosen)
}

/** Goes to the other theme. Which of its two names is shown, and read, follows the theme that is on. */
export function ThemeSwitch({ toDark, toLight }: { toDark: string; toLight: string }) {
  return (
    <button
      type="button"
      onClick={change}
      className="needs-script inline-flex size-11 cursor-pointer items-center justify-center rounded-stone text-ink hover:bg-water-tint"
    >
      <span className="only-limestone">
        <span className="sr-only">{toDark}</span>
      </span>
      <span className="only-abyss">
        <span className="sr-only">{toLight}</span>
      </span>
      <Glyph size={20} className="size-5">
        <circle cx="10" cy="10" r="7.25" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
      </Glyph>
    </button>
  )
}
