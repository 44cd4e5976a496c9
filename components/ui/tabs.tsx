'use client'

import { type KeyboardEvent, type MouseEvent, type ReactNode, useId } from 'react'

type Props<K extends string> = {
  /** Names the row of tabs. */
  label: string
  /** `href` leads to the page with that tab open, for links and for browsers without script. */
  tabs: readonly { key: K; label: ReactNode; href: string }[]
  selected: K
  onSelect: (key: K) => void
  /** What the open tab shows. */
  children: ReactNode
}

/** Where a key leads from tab `at` of `count`; undefined: the key means nothing here. */
const target = (key: string, at: number, count: number): number | undefined =>
  ({ ArrowRight: (at + 1) % count, ArrowLeft: (at + count - 1) % count, Home: 0, End: count - 1 })[key]

/** Tabs that are links. One stop for the Tab key; arrows, Home and End move among them. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, children }: Props<K>) {
  const id = useId()
  const press = (event: KeyboardEvent<HTMLAnchorElement>, at: number) => {
    if (event.key === ' ') {
      event.preventDefault()
      event.currentTarget.click()
      return
    }
    const next = target(event.key, at, tabs.length)
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab) return
    event.preventDefault()
    onSelect(tab.key)
    document.getElementById(`${id}-${tab.key}`)?.focus()
  }
  const open = (event: MouseEvent, key: K) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onSelect(key)
  }
  return (
    <>
      <div role="tablist" aria-label={label} className="flex flex-wrap border-b border-line">
        {tabs.map((tab, at) => (
          <a
            key={tab.key}
            id={`${id}-${tab.key}`}
            role="tab"
            href={tab.href}
            aria-selected={tab.key === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === selected ? 0 : -1}
            onClick={(event) => open(event, tab.key)}
            onKeyDown={(event) => press(event, at)}
            className="-mb-px flex min-h-12 items-center border-b-2 border-transparent px-3 text-ink-soft hover:text-ink aria-selected:border-water aria-selected:font-semibold aria-selected:text-ink sm:px-5 sm:text-lg"
          >
            {tab.label}
          </a>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className="pt-6">
        {children}
      </div>
    </>
  )
}
