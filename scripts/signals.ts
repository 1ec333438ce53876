import { Interrupted } from './terminal'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let caught = false
let asked = false
const waiting: (() => void)[] = []

function ask(): void {
  // A second Ctrl-C does not wait for a clean end.
  if (asked) process.exit(130)
  asked = true
  for (const answer of waiting) answer()
}

/**
 * From now on a request to stop, by Ctrl-C, by the system or because whoever started us is gone,
 * does not end this process by itself: it can clean up.
 */
export function catchSignals(): void {
  if (caught) return
  caught = true
  for (const signal of signals) process.on(signal, ask)
  process.on('disconnect', ask)
  process.channel?.unref()
}

/** @throws Interrupted when we were asked to stop */
export function checkNotStopped(): void {
  if (asked) throw new Interrupted()
}

export const isStopping = () => asked

/** Keeps this process alive until it is asked to stop. */
export function untilStopped(): Promise<void> {
  catchSignals()
  if (asked) return Promise.resolve()
  return new Promise((resolve) => {
    const alive = setInterval(() => {}, 60_000)
    waiting.push(() => {
      clearInterval(alive)
      resolve()
    })
  })
}
