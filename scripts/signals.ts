import { Interrupted } from './terminal'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let caught = false
/** When we were first asked to stop; 0 before. */
let askedAtMs = 0
const waiting: (() => void)[] = []

function ask(): void {
  // One Ctrl-C reaches us twice, from the terminal and from whoever started us. A later one does not wait for a clean end.
  if (isStopping() && Date.now() - askedAtMs > 1_500) process.exit(130)
  if (isStopping()) return
  askedAtMs = Date.now()
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
  process.on('disconnect', () => {
    if (!isStopping()) ask()
  })
  process.channel?.unref()
}

/** @throws Interrupted when we were asked to stop */
export function checkNotStopped(): void {
  if (isStopping()) throw new Interrupted()
}

export const isStopping = () => askedAtMs > 0

/** Keeps this process alive until it is asked to stop. */
export function untilStopped(): Promise<void> {
  catchSignals()
  if (isStopping()) return Promise.resolve()
  return new Promise((resolve) => {
    const alive = setInterval(() => {}, 60_000)
    waiting.push(() => {
      clearInterval(alive)
      resolve()
    })
  })
}
