import { pages, settled } from './routes'
import { axe, expect, test } from './test'

for (const language of ['en', 'zh'])
  test(`axe finds nothing on any page in ${language}, in either theme, without a wallet`, async ({ page }) => {
    test.setTimeout(180_000)
    for (const path of pages) {
      await page.goto(`/${language}${path}`)
      await expect(page.locator(settled)).toHaveCount(0)
      await axe(page)
    }
  })
