import { defineConfig } from '@playwright/test'
import { browserFlags } from './browser'

export default defineConfig({
  testDir: '.',
  // Emptied at the start: a run beside this one has its own.
  outputDir: `../../test-results/${process.env.NEXT_DIST_DIR}`,
  reporter: [['list']],
  workers: 1,
  forbidOnly: true,
  // A shared machine can starve one test; what fails twice there has failed, and what fails once is named flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.E2E_APP_URL,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserFlags },
  },
})
