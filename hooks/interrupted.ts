'use client'

const key = 'abzu.followed'

/** The journal's id of what this tab was following when it was reloaded; null: nothing, or storage is refused. */
export function readFollowed(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

export function keepFollowed(id: string | undefined): void {
  try {
    if (id) sessionStorage.setItem(key, id)
    else sessionStorage.removeItem(key)
  } catch {}
}

/** Whether this tab has something to go on following. */
export const wasInterrupted = (): boolean => readFollowed() !== null
