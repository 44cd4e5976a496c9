/** What is served by the name of a file: all of public/, and the routes of app/ outside the languages. */
export const files: readonly string[] = [
  '/apple-icon.png',
  '/contracts.json',
  '/favicon.ico',
  '/head.json',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/icon.svg',
  '/manifest.json',
  '/manifest.webmanifest',
  '/payouts.csv',
  '/robots.txt',
  '/status.json',
]
