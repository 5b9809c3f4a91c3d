/** What counts as somebody being there. Looking does not: nobody can tell it from an empty chair. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const activeKey = 'sealwatch.active'
/** Signs are noted, and looked for, this often. */
const everyMilliseconds = 5_000

/** The last sign that a tab noted; null where there is none, or storage is switched off. What is no time is long ago. */
function notedSign(): number | null {
  try {
    const noted = localStorage.getItem(activeKey)
    if (noted === null) return null
    const at = Number(noted)
    // Whatever is noted for later than now was not noted by a tab of today's clock, and must not keep the door open.
    return Number.isFinite(at) && at <= Date.now() + everyMilliseconds ? at : 0
  } catch {
    return null
  }
}

/** When somebody was last seen in one of the tabs; this tab's own word where storage is switched off. */
function lastSeen(own: number): number {
  return Math.max(own, notedSign() ?? own)
}

function note(now: number): void {
  try {
    localStorage.setItem(activeKey, String(now))
  } catch {
    // Then each tab counts for itself.
  }
}

/** Whether tabs noted signs of somebody, and the last of them so long ago that nobody is there any more. */
export function wasAwayFor(minutes: number): boolean {
  const noted = notedSign()
  return noted !== null && Date.now() - noted >= minutes * 60_000
}

/**
 * Calls back once nobody has touched any tab of this browser for so long, or at once on waking from a sleep that long.
 * @param hasArrived whether somebody has just come from the sign-in page; a page that is loaded is no sign by itself
 * @returns ends the watch
 */
export function watchIdle(minutes: number, onIdle: () => void, hasArrived: boolean): () => void {
  const known = hasArrived ? null : notedSign()
  let seen = known ?? Date.now()
  let noted = seen
  if (known === null) note(seen)
  const see = (): void => {
    const now = Date.now()
    // Whoever comes back too late does not begin anew.
    if (now - lastSeen(seen) >= minutes * 60_000) {
      look()
      return
    }
    seen = now
    if (now - noted < everyMilliseconds) return
    noted = now
    note(now)
  }
  const timer = setInterval(() => look(), everyMilliseconds)
  const stop = (): void => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    for (const sign of signs) window.removeEventListener(sign, see)
  }
  function look(): void {
    if (Date.now() - lastSeen(seen) < minutes * 60_000) return
    stop()
    onIdle()
  }
  document.addEventListener('visibilitychange', look)
  for (const sign of signs) window.addEventListener(sign, see, { passive: true })
  return stop
}
