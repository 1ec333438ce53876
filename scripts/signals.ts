const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves when the person or the system asks us to stop. A second request does not wait for a clean end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    // Keeps the process alive: waiting for a signal alone does not.
    const alive = setInterval(() => {}, 60_000)
    let asked = false
    for (const signal of signals) {
      process.on(signal, () => {
        if (asked) process.exit(130)
        asked = true
        clearInterval(alive)
        resolve()
      })
    }
  })
}
