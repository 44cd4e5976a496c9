import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Reminder, ticketUid, toCalendar } from './calendar'

const reminder: Reminder = {
  uid: 'ticket-7@abzu',
  at: 1_796_738_700,
  title: 'Ticket 7 matures',
  text: '10 METIS, if the queue holds them',
  url: 'https://abzu.example/en/redeem',
}
const now = 1_795_000_000
const octets = (text: string) => new TextEncoder().encode(text).length

/** Content lines with the folds taken out: a line break and the space after it. */
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const textOf = (file: string, name: string) =>
  unfold(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
const unescaped = (text = '') => text.replace(/\\([\\;,nN])/g, (_, mark) => (/n/i.test(mark) ? '\n' : mark))

/** Any text a title could hold, with the characters that mean something made likely. */
const texts = fc
  .array(fc.oneof(fc.constantFrom('\\', ';', ',', '\n', '赎', '🝆', ' '), fc.string({ unit: 'grapheme' })), {
    maxLength: 120,
  })
  .map((parts) => parts.join('').replace(/[^\P{Cc}\n]/gu, ''))

describe('a calendar file', () => {
  it('is what RFC 5545 asks for, in its order', () => {
    expect(toCalendar([reminder], now)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Abzu//Redemption tickets//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:ticket-7@abzu',
        'DTSTAMP:20261118T110640Z',
        'DTSTART:20261208T140500Z',
        'DTEND:20261208T142000Z',
        'SUMMARY:Ticket 7 matures',
        'DESCRIPTION:10 METIS\\, if the queue holds them',
        'URL:https://abzu.example/en/redeem',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:PT0S',
        'DESCRIPTION:Ticket 7 matures',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('breaks every line with CR LF, after at most 75 octets, and never inside a character', () =>
    fc.assert(
      fc.property(texts, (title) => {
        const file = toCalendar([{ ...reminder, title }], now)
        const lines = file.split('\r\n')
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(lines.every((line) => octets(line) <= 75)).toBe(true)
        expect(lines.every((line) => new TextDecoder().decode(new TextEncoder().encode(line)) === line)).toBe(true)
      }),
    ))

  it('gives every text back as it was', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const file = toCalendar([{ ...reminder, title: text, text }], now)
        expect(unescaped(textOf(file, 'SUMMARY'))).toBe(text)
        expect(unescaped(textOf(file, 'DESCRIPTION'))).toBe(text)
      }),
    ))

  it('keeps a text from ending its own line', () => {
    const file = toCalendar([{ ...reminder, title: 'a\r\nEND:VEVENT\u0007' }], now)
    expect(textOf(file, 'SUMMARY')).toBe('a\\nEND:VEVENT ')
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1)
  })

  it('holds an event and an alarm for each of several tickets', () => {
    const file = toCalendar([reminder, { ...reminder, uid: 'ticket-8@abzu' }], now)
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(2)
    expect(file.match(/^BEGIN:VALARM/gm)).toHaveLength(2)
    expect(file.match(/^UID:.*/gm)?.map((line) => line.trim())).toEqual(['UID:ticket-7@abzu', 'UID:ticket-8@abzu'])
  })

  it('names a ticket the same way every time, and another one on another chain', () => {
    const queue = '0x2E1e221ad59BD24395F1CB93eE35D8FE5e72d3BC'
    expect(ticketUid(7n, queue, 1088)).toBe(ticketUid(7n, queue.toLowerCase(), 1088))
    expect(ticketUid(7n, queue, 31088)).not.toBe(ticketUid(7n, queue, 1088))
  })
})
