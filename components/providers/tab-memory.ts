/** Small notes of this tab or device. Storage can be switched off; then nothing is remembered. */

const redirectKey = 'sealwatch.left-for-sign-in'
const tenantKey = 'sealwatch.tenant'
const signedInKey = 'sealwatch.was-signed-in'
const idleKey = 'sealwatch.was-idle'
const loadKey = 'sealwatch.running-load'
const loopWindowMs = 90_000

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/**
 * Guards against circling between the product and the sign-in page.
 * @param reason What the visit is for; the same reason counts once in a minute and a half.
 * @param now Milliseconds since 1970.
 * @returns False where the same visit has just been made and did not help.
 */
export function mayLeaveFor(reason: string, now: number): boolean {
  return attempt(() => {
    const note = sessionStorage.getItem(redirectKey) ?? ''
    const at = note.lastIndexOf('@')
    const recent = now - Number(note.slice(at + 1)) < loopWindowMs
    if (at > 0 && note.slice(0, at) === reason && recent) return false
    sessionStorage.setItem(redirectKey, `${reason}@${now}`)
    return true
  }, false)
}

/** Forgets the last visit: the product has answered since. */
export function forgetLeaving(): void {
  attempt(() => sessionStorage.removeItem(redirectKey), undefined)
}

/** The tenant this tab showed last. */
export function rememberedTenant(): string | null {
  return attempt(() => sessionStorage.getItem(tenantKey), null)
}

export function rememberTenant(tenantId: string | null): void {
  attempt(
    () => (tenantId === null ? sessionStorage.removeItem(tenantKey) : sessionStorage.setItem(tenantKey, tenantId)),
    undefined,
  )
}

/** Name of the load that this tab began last and that has not come to its end, or of a new one. */
export function runningLoad(): string {
  const made = crypto.randomUUID()
  return attempt(() => {
    const load = sessionStorage.getItem(loadKey) ?? made
    sessionStorage.setItem(loadKey, load)
    return load
  }, made)
}

/** The load came to its end; the next is another. */
export function forgetRunningLoad(): void {
  attempt(() => sessionStorage.removeItem(loadKey), undefined)
}

/** Whether someone was signed in on this device: then a new tab may ask the directory quietly. Says nothing about who. */
export function wasSignedIn(): boolean {
  return attempt(() => localStorage.getItem(signedInKey) === '1', false)
}

/** Whether nobody is signed in on this device any more, as far as it can remember anything. */
export function wasSignedOut(): boolean {
  return attempt(() => localStorage.getItem(signedInKey) === null, false)
}

export function rememberSignedIn(): void {
  attempt(() => localStorage.setItem(signedInKey, '1'), undefined)
}

/** What anybody may know of this device: how tables and commands look, and that nobody was there. */
const ofNobody: readonly string[] = ['sealwatch.density', 'sealwatch.shell', idleKey]

/** Clears what this device remembers of people: plans with names of VMs, visits, notices. How things look stays. */
export function forgetPeople(): void {
  attempt(() => {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith('sealwatch.') && !ofNobody.includes(key))
    // This one last: other tabs hear of it, and find nothing any more.
    for (const key of ours.filter((each) => each !== signedInKey)) localStorage.removeItem(key)
    localStorage.removeItem(signedInKey)
  }, undefined)
}

/** Takes out of this tab whatever MSAL keeps there, where MSAL itself cannot. */
export function forgetTokens(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith('msal.')))
      sessionStorage.removeItem(key)
  }, undefined)
}

/** Notes that somebody was signed out of this device since nobody was there. */
export function rememberIdle(idle: boolean): void {
  attempt(() => (idle ? localStorage.setItem(idleKey, '1') : localStorage.removeItem(idleKey)), undefined)
}

export function wasIdle(): boolean {
  return attempt(() => localStorage.getItem(idleKey) === '1', false)
}

/** Calls back when another tab of this device has signed out; a tab hears nothing of its own sign-out. */
export function onSignedOutElsewhere(listener: () => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    // A null key: the whole storage was emptied.
    if ((key === signedInKey || key === null) && newValue === null) listener()
  })
}
