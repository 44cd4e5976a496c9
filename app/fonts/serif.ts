import localFont from 'next/font/local'

/** Headings and headline figures: a Latin subset of Source Serif 4 Semibold, its figures lining and tabular. */
export const serif = localFont({
  src: './serif-semibold.woff2',
  weight: '600',
  variable: '--font-figure',
  adjustFontFallback: 'Times New Roman',
})
