/** Events that count as user input. A visible page alone does not: the user may have left it. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const activeKey = 'sealwatch.active'
/** Input is recorded, and checked for, at this interval. */
const everyMilliseconds = 5_000

/**
 * Time of the last input that any tab recorded; null without one, or when storage is disabled. An invalid time counts
 * as long ago.
 */
function notedSign(): number | null {
  try {
    const noted = localStorage.getItem(activeKey)
    if (noted === null) return null
    const at = Number(noted)
    // A time in the future was written with another clock, and must not keep the page open.
    return Number.isFinite(at) && at <= Date.now() + everyMilliseconds ? at : 0
  } catch {
    return null
  }
}

/** Time of the last input in any tab; of this tab alone when storage is disabled. */
function lastSeen(own: number): number {
  return Math.max(own, notedSign() ?? own)
}

function note(now: number): void {
  try {
    localStorage.setItem(activeKey, String(now))
  } catch {
    // Storage is disabled: each tab measures separately.
  }
}

/** Whether the tabs recorded input, and the last of it at least this long ago. */
export function wasAwayFor(minutes: number): boolean {
  const noted = notedSign()
  return noted !== null && Date.now() - noted >= minutes * 60_000
}

/**
 * Calls back after this time without input in any tab of this browser, or at once on waking from a sleep that long.
 * @param hasArrived whether the user has just come from the sign-in page; a page load alone is not input
 * @returns a function that stops watching
 */
export function watchIdle(minutes: number, onIdle: () => void, hasArrived: boolean): () => void {
  const known = hasArrived ? null : notedSign()
  let seen = known ?? Date.now()
  let noted = seen
  if (known === null) note(seen)
  const see = (): void => {
    const now = Date.now()
    // Input after the time limit does not start a new period.
    if (now - lastSeen(seen) >= minutes * 60_000) {
      checkIdle()
      return
    }
    seen = now
    if (now - noted < everyMilliseconds) return
    noted = now
    note(now)
  }
  const timer = setInterval(() => checkIdle(), everyMilliseconds)
  const stop = (): void => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', checkIdle)
    for (const sign of signs) window.removeEventListener(sign, see)
  }
  function checkIdle(): void {
    if (Date.now() - lastSeen(seen) < minutes * 60_000) return
    stop()
    onIdle()
  }
  document.addEventListener('visibilitychange', checkIdle)
  for (const sign of signs) window.addEventListener(sign, see, { passive: true })
  return stop
}
