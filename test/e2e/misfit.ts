import type { Page } from '@playwright/test'
import { expect } from './test'

/** Texts that were lengthened, kept in the page itself. */
type Marked = Window & { lengthened?: Map<Node, { before: string; after: string }> }

/** React has taken over every element: text that is changed before, it finds wrong and writes anew. */
const takenOver = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('body :is(header, main, footer) *')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactFiber$')),
    ),
  )

/** Every word of ours grows by two fifths and gets accents, as a longer language would have it; each once, however often this is asked. */
export async function lengthen(page: Page): Promise<void> {
  await takenOver(page)
  await page.evaluate(() => {
    const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'î', o: 'ö', u: 'ü', A: 'Å', E: 'É', O: 'Ø', U: 'Û' }
    const longer = (word: string) =>
      /^(METIS|eMetis|seMetis|ENKI|Abzu|UTC)$/.test(word)
        ? word
        : word.replace(/[aeiouAEOU]/g, (letter) => accents[letter] ?? letter) + 'ñ'.repeat(Math.ceil(word.length * 0.4))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const marked = window as Marked
    marked.lengthened ??= new Map()
    const skipped = 'script, style, noscript, .font-mono, code'
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement?.closest(skipped) || !node.nodeValue) continue
      if (marked.lengthened.get(node)?.after === node.nodeValue) continue
      const before = node.nodeValue
      node.nodeValue = before.replace(/[A-Za-z]{2,}/g, longer)
      marked.lengthened.set(node, { before, after: node.nodeValue })
    }
  })
}

/** Every word as it was; what React has written anew meanwhile stays. */
const shorten = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { lengthened = new Map() } = window as Marked
    for (const [node, { before, after }] of lengthened) if (node.nodeValue === after) node.nodeValue = before
    lengthened.clear()
  })

/**
 * Text that is cut off, leaves the page sideways or lies over other text, as sentences; frames that scroll are no fault.
 * While a dialog is open, only what is in it can be read, and the dialog is the page.
 */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}`
    const root = document.querySelector<HTMLElement>('dialog[open], [role="dialog"]') ?? document.body
    const isPage = root === document.body
    const edge = isPage ? { left: 0, right: innerWidth } : root.getBoundingClientRect()
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== root &&
      element !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    // Told to screen readers only: shrunk to a point, at some widths or at all.
    const isUnseen = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement))
    const isHidden = (element: Element) =>
      isUnseen(element) ||
      element.closest('[hidden], dialog:not([open]), noscript, input, .tip-text') !== null ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const found: string[] = []
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (isHidden(element)) continue
      const { overflowX, overflowY, position } = getComputedStyle(element)
      const isClip = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const isRead = position !== 'absolute' || element.clientWidth > 1
      if (isRead && isClip(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${name(element)}`)
      if (isRead && isClip(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`cut off below: ${name(element)}`)
    }
    const pieces: { box: DOMRect; element: Element }[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      if (!element || !walker.currentNode.nodeValue?.trim() || isHidden(element)) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const isFixed = element.closest('nav, [class*="sticky"]') !== null
      for (const box of range.getClientRects()) {
        if (!scrolls(element) && (box.right > edge.right + 1 || box.left < edge.left - 1))
          found.push(`off the page: ${name(element)}`)
        if (!isFixed && !scrolls(element)) pieces.push({ box, element })
      }
    }
    for (const [index, one] of pieces.entries())
      for (const other of pieces.slice(index + 1)) {
        if (one.element === other.element) continue
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        // Lines of one paragraph touch; letters lie over each other only beyond that.
        if (width > 2 && height > Math.min(one.box.height, other.box.height) / 2)
          found.push(`one over the other: ${name(one.element)} / ${name(other.element)}`)
      }
    const { scrollWidth: wide, clientWidth } = isPage ? document.documentElement : root
    const widest = [...root.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > edge.right + 1 && !scrolls(element.parentElement),
    )
    if (wide > (isPage ? innerWidth : clientWidth))
      found.push(`${wide} px wide: ${widest.slice(0, 3).map(name).join(', ')}`)
    return [...new Set(found)]
  })

/** Fails on what does not fit at 200 %, or at 320 px with longer words; leaves the page as it was, so that a walk can go on. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 640, height: 400 })
  expect.soft(await misfits(page), `${what} zoomed`).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  await lengthen(page)
  expect.soft(await misfits(page), `${what} in longer words`).toEqual([])
  await shorten(page)
  if (before) await page.setViewportSize(before)
}
