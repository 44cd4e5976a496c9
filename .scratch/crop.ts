import { chromium } from '@playwright/test'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const p = await b.newPage({ viewport: { width: 1280, height: 1500 }, reducedMotion: 'reduce' })
await p.goto('http://127.0.0.1:3300/en/contracts'); await p.waitForTimeout(1000)
await p.screenshot({ path: '/tmp/shots/c-a.png' })
await p.evaluate(() => window.scrollTo(0, 1500)); await p.screenshot({ path: '/tmp/shots/c-b.png' })
await b.close()
