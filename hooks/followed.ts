'use client'

import { followedKey } from './interrupted'

/** What a tab follows: an entry's id in the journal, and the field that is empty once it is done. */
export type Followed = { id: string; field: string | undefined }

/** What this tab was following when it was reloaded; null: nothing, or storage is refused. */
export function readFollowed(): Followed | null {
  try {
    const [id, field] = sessionStorage.getItem(followedKey)?.split(' ') ?? []
    return id ? { id, field } : null
  } catch {
    return null
  }
}

export function keepFollowed({ id, field }: Followed): void {
  try {
    sessionStorage.setItem(followedKey, field ? `${id} ${field}` : id)
  } catch {}
}

export function forgetFollowed(): void {
  try {
    sessionStorage.removeItem(followedKey)
  } catch {}
}
