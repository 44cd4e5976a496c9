/** One moment to be reminded of; `at`: unix seconds. `uid` stays the same for the same thing, so a second import updates it. */
export type Reminder = { uid: string; at: number; title: string; text: string; url: string }

const encoder = new TextEncoder()

/** 20261212T140500Z (RFC 5545, 3.3.5, form 2). */
const toStamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Backslash, semicolon, comma and line break have a meaning in TEXT (3.3.11); control characters have no place there. */
const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')

/** Lines hold 75 octets at most; a continuation begins with a space, and no character is cut in two (3.1). */
function folded(line: string): string {
  const lines = ['']
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += size
  }
  return lines.join('\r\n')
}

const toEvent = ({ uid, at, title, text, url }: Reminder, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART:${toStamp(at)}`,
  `DTEND:${toStamp(at + 900)}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:PT0S',
  `DESCRIPTION:${escaped(title)}`,
  'END:VALARM',
  'END:VEVENT',
]

/** UID of a ticket's maturity: the same ticket on the same chain is the same event for every calendar. */
export const ticketUid = (id: bigint, queue: string, chainId: number): string =>
  `ticket-${id}-${queue.toLowerCase()}-${chainId}@abzu`

/** An iCalendar file (RFC 5545) with one event and one alarm per reminder. `now`: unix seconds, when it was written. */
export function toCalendar(reminders: readonly Reminder[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Abzu//Redemption tickets//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...reminders.flatMap((reminder) => toEvent(reminder, toStamp(now))),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
