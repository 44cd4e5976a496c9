import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '@/lib/messages/en'
import { error } from '@/lib/messages/error'
import { journal } from '@/lib/messages/journal'
import { recipientWords } from '@/lib/messages/recipient'
import { unknownKeys, unusedMessages } from './message-use'

const root = join(import.meta.dirname, '..')

/** Every source that may read words, by path; the words themselves and tests are no readers. */
const readers = new Map(
  ['app', 'components', 'hooks', 'lib'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter(({ name, parentPath }) => /(?<!\.test)\.tsx?$/.test(name) && !parentPath.endsWith('messages'))
      .map(({ name, parentPath }) => [
        relative(root, join(parentPath, name)),
        readFileSync(join(parentPath, name), 'utf8'),
      ]),
  ),
)

describe('messages in use', () => {
  const all = { ...en, journal: journal.en, recipient: recipientWords('en'), error: error.en }

  it('leave no message unread', () => {
    expect(unusedMessages(all, readers)).toEqual([])
    expect(unusedMessages({ ...all, error: { ...error.en, evaporated: 'x' } }, readers)).toEqual(['error.evaporated'])
  })

  it('leave no key that is read by a value to nobody', () => {
    expect(unknownKeys(all, readers)).toEqual([])
    const outcome = { ...journal.en.outcome, evaporated: 'x' }
    expect(unknownKeys({ ...all, journal: { ...journal.en, outcome } }, readers)).toEqual([
      'journal.outcome.evaporated',
    ])
  })

  const words = {
    form: { title: 'Form', give: 'Give', days: { one: '{n} day', other: '{n} days' } },
    list: { title: 'List' },
  }
  const unused = (...sources: string[]) =>
    unusedMessages(words, new Map(sources.map((text, index) => [`components/part-${index}.tsx`, text])))

  it('count what is read from words, taken out of them or named, and nothing else', () => {
    expect(unused("const text = (words: Words['form']) => words.title + plural(2, words.days, 'en')")).toEqual([
      'form.give',
      'list.title',
    ])
    expect(unused('const { title, days } = form')).toEqual(['form.give', 'list.title'])
    expect(unused("import { formWords } from './form'\nconst text = formWords(locale).title")).toEqual([
      'form.give',
      'form.days',
      'list.title',
    ])
    expect(unused("const key = form ? 'give' : 'title'")).toEqual(['form.days', 'list.title'])
    expect(unused('const sum = form.total + amount.give + list.length')).toEqual([
      'form.title',
      'form.give',
      'form.days',
      'list.title',
    ])
  })

  it('follow words whose type is declared in the file next door', () => {
    expect(
      unused(
        "export type Mine = Messages['form']",
        "import type { Mine } from './part-0'\nconst a = (words: Mine) => words.give",
      ),
    ).not.toContain('form.give')
  })
})
