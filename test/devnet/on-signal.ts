/** Ctrl-C and its like end what is running, then this process; a second one ends it at once. */
export function onSignal(end: () => Promise<void>): void {
  let ending = false
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(signal, () => {
      // Children end with the process at the latest: everything that starts one listens for its exit.
      if (ending) process.exit(code)
      ending = true
      end().finally(() => process.exit(code))
    })
}
