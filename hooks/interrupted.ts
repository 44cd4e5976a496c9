'use client'

/** Where a tab writes down what it follows. */
export const followedKey = 'abzu.followed'

/** Whether this tab has something to go on following. All that a form has to know of it. */
export function wasInterrupted(): boolean {
  try {
    return sessionStorage.getItem(followedKey) !== null
  } catch {
    return false
  }
}
