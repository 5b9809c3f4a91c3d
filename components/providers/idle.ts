/** What counts as somebody being there. Looking does not: nobody can tell it from an empty chair. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const activeKey = 'sealwatch.active'
/** Signs are noted, and looked for, this often. */
const everyMilliseconds = 5_000

/** When somebody was last seen in one of the tabs; this tab's own word where storage is switched off. */
function lastSeen(own: number): number {
  try {
    const noted = Number(localStorage.getItem(activeKey) ?? 0)
    // Whatever is noted for later than now was not noted by a tab of today's clock, and must not keep the door open.
    return Number.isFinite(noted) && noted <= Date.now() + everyMilliseconds ? Math.max(own, noted) : own
  } catch {
    return own
  }
}

function note(now: number): void {
  try {
    localStorage.setItem(activeKey, String(now))
  } catch {
    // Then each tab counts for itself.
  }
}

/**
 * Calls back once nobody has touched any tab of this browser for so long, or at once on waking from a sleep that long.
 * @returns ends the watch
 */
export function watchIdle(minutes: number, onIdle: () => void): () => void {
  let seen = Date.now()
  let noted = seen
  note(seen)
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
