import type { Locale } from './locale'

/** What the operators say in public/status.json: the oldest build that may still ask for signatures, and a word to readers. */
export type Status = { minimumBuild: number; notice: Record<Locale, string> | null }

/** Longest notice, in UTF-16 units; what is longer belongs on a page of its own. */
const longest = 600

const isNotice = (value: unknown): value is Status['notice'] => {
  if (value === null) return true
  const { en, zh } = value as Record<string, unknown>
  return [en, zh].every((text) => typeof text === 'string' && text.trim() !== '' && text.length <= longest)
}

/**
 * The text of the file; undefined when any of it can't be relied on. Fields it does not know are left alone:
 * the file is newer than most builds that read it.
 */
export function toStatus(text: string): Status | undefined {
  try {
    const { minimumBuild, notice } = JSON.parse(text) as Record<string, unknown>
    if (!Number.isSafeInteger(minimumBuild) || Number(minimumBuild) < 0 || !isNotice(notice)) return undefined
    return { minimumBuild: Number(minimumBuild), notice: notice && { en: notice.en, zh: notice.zh } }
  } catch {
    return undefined
  }
}

/** The number of a version, for comparing: 1.2.3 is 1002003. Throws on anything but three numbers below 1000. */
export function toBuild(version: string): number {
  const [, major, minor, patch] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(version) ?? []
  if (patch === undefined) throw new Error(`package.json's version is "${version}": expected three numbers below 1000`)
  return Number(major) * 1_000_000 + Number(minor) * 1_000 + Number(patch)
}
