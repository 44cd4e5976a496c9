import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { browserFlags, findBrowser } from '../test/e2e/browser'

/** The chart of the share price as one script for a browser, without the app around it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '..'),
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': join(import.meta.dirname, '..') } },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'drawing-page.ts'), formats: ['iife'], name: 'drawing' },
    },
  })
  const [{ output: [script] = [] } = {}] = [built].flat() as { output?: { code?: string }[] }[]
  if (!script?.code) throw new Error('The chart could not be built')
  return script.code
}

/** Milliseconds that a browser takes to draw the share price after so many payouts, at best of three times. */
export async function drawingTime(payouts: number): Promise<number> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundle() })
    const times: number[] = []
    for (let i = 0; i < 3; i++) times.push(await page.evaluate(`draw(${payouts})`))
    return Math.min(...times)
  } finally {
    await browser.close()
  }
}
