import { isLocale, type Locale, tagOf } from '@/lib/locale'
import type { Messages } from '@/lib/messages/en'
import { messagesOf } from '@/lib/messages/messages-of'

/** What a page is drawn in: its language, that language's words, and its tag for Intl. */
type Wording = { language: Locale; messages: Messages; tag: string }

/** The wording of an address below `[locale]`. Any other language than ours the layout answers with 404. */
export async function wordingOf(params: Promise<{ locale: string }>): Promise<Wording> {
  const { locale } = await params
  const language = isLocale(locale) ? locale : 'en'
  return { language, messages: messagesOf(language), tag: tagOf[language] }
}
