import type { Page } from '@playwright/test'

/** A headless browser shows all of its tabs at once, whatever lies in front, so the page is told what it would see. */
export const show = (page: Page, state: DocumentVisibilityState) =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
