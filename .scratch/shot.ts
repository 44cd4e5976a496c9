import { chromium } from '@playwright/test'
const base = 'http://127.0.0.1:3300'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
for (const [path, w, scheme, name] of [['/en/contracts', 1280, 'light', 'c1280'], ['/zh/contracts', 320, 'dark', 'c320'], ['/en/redeem?tab=redeem', 1280, 'dark', 'r1280'], ['/en/sequencers', 768, 'dark', 's768']] as const) {
  const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' })
  await p.goto(base + path); await p.waitForTimeout(1500)
  await p.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true })
  await p.close()
}
await b.close()
