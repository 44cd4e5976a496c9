import localFont from 'next/font/local'

/**
 * Headings and headline figures: Source Serif 4 Semibold, its figures lining and tabular, cut to ASCII and English typography;
 * other letters fall back. The pictures draw with the larger .ttf.
 */
export const serif = localFont({
  src: './serif-semibold.woff2',
  weight: '600',
  variable: '--font-figure',
  adjustFontFallback: 'Times New Roman',
})
