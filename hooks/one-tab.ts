'use client'

/**
 * Takes a name that only one tab of this browser can have, until the function it gives is called or the tab is gone;
 * null when another tab has it. A browser without locks lets every tab have it.
 */
function take(name: string): Promise<(() => void) | null> {
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

/**
 * A name of that kind that can be let go of for a while. `take` is false when another tab has it. A tab that nobody sees does
 * nothing, so it lets go of it by itself and keeps no other one out, unless it was told to `keep` it.
 */
export function createLock(name: string) {
  let held: (() => void) | null = null
  let isKept = false
  const letGo = () => {
    document.removeEventListener('visibilitychange', hide)
    held?.()
    held = null
  }
  function hide() {
    if (!isKept && document.visibilityState === 'hidden') letGo()
  }
  const get = async () => {
    held ??= await take(name)
    if (held) document.addEventListener('visibilitychange', hide)
    // It may have been opened, or hidden meanwhile, where nobody sees it.
    hide()
    return held !== null
  }
  const keep = (is: boolean) => {
    isKept = is
    hide()
  }
  return { take: get, letGo, keep }
}
