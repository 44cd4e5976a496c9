'use client'

/**
 * Takes a name that only one tab of this browser can have, until the function it gives is called or the tab is gone;
 * null when another tab has it. A browser without locks lets every tab have it.
 */
export function take(name: string): Promise<(() => void) | null> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return Promise.resolve(() => {})
  return new Promise((resolve, reject) => {
    const held = (lock: Lock | null) => {
      if (lock) return new Promise<void>((release) => resolve(release))
      resolve(null)
    }
    locks.request(`abzu.${name}`, { ifAvailable: true }, held).catch(reject)
  })
}
