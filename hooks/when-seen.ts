/** Waits so many ms, and then until the page can be seen: what nobody sees asks for nothing, and is asked for at once when it is seen again. */
export async function whenSeen(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  while (document.visibilityState === 'hidden')
    await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }))
}
