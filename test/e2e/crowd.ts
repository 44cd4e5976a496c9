import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** What so many clients heard. `worst`: the highest status; `faults`: answers that are an error of the server, or none at all. */
export type Crowd = { answers: number; worst: number; faults: readonly string[] }

/** So many clients at once, each asking for one page after the other until the time is over. */
export async function crowd(pages: readonly string[], clients: number, ms: number): Promise<Crowd> {
  const end = Date.now() + ms
  const faults: string[] = []
  let [answers, worst] = [0, 0]
  const visit = async (first: number): Promise<void> => {
    for (let next = first; Date.now() < end; next += 1) {
      const page = pages[next % pages.length] ?? ''
      try {
        const response = await fetch(page)
        await response.arrayBuffer()
        answers += 1
        worst = Math.max(worst, response.status)
        if (response.status >= 500) faults.push(`${page} answered ${response.status}`)
      } catch (reason) {
        faults.push(`${page}: ${reason}`)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, i) => visit(i)))
  return { answers, worst, faults }
}

/** One look at every page, one after the other, and time for what goes on being read after they were sent. */
export async function look(pages: readonly string[]): Promise<void> {
  for (const page of pages) await fetch(page).then((response) => response.arrayBuffer())
  await delay(3_000)
}

/** Every kind of address that is drawn on request. */
export const drawn = [
  '/en',
  '/zh',
  '/en/stake',
  '/zh/redeem',
  '/en/rewards',
  '/en/sequencers',
  '/en/sequencers?sort=name&epochs=300',
  '/en/sequencers/5',
  '/en/contracts',
  '/en/nothing',
  '/payouts.csv',
]

/** Main memory of a process, MB. Linux only. */
export const memoryMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
