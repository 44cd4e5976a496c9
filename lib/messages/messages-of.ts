import type { Locale } from '../locale'
import { en, type Messages } from './en'
import { zh } from './zh'

/**
 * All words of a language. Server code only, and in a file of its own so that no browser is sent them with the rest of
 * `locale.ts`: a client component is handed the section it needs.
 */
export const messagesOf = (locale: Locale): Messages => (locale === 'zh' ? zh : en)
