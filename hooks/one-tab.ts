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

/** A name of that kind that can be let go of for a while. `take` is false when another tab has it. */
export function createLock(name: string) {
  let held: (() => void) | null = null
  const letGo = () => {
    held?.()
    held = null
  }
  const get = async () => {
    held ??= await take(name)
    return held !== null
  }
  return { take: get, letGo }
}
