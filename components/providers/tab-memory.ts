/** Small entries in the storage of this tab or device. Storage can be disabled; then nothing is stored. */

const redirectKey = 'sealwatch.left-for-sign-in'
const tenantKey = 'sealwatch.tenant'
const signedInKey = 'sealwatch.was-signed-in'
const idleKey = 'sealwatch.was-idle'
const confirmedKey = 'sealwatch.confirmed'
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
 * Prevents a redirect loop between the product and the sign-in page.
 * @param reason Why the redirect is needed; the same reason is allowed once in a minute and a half.
 * @param now Milliseconds since 1970.
 * @returns False when the same redirect has just been made and did not help.
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

/** Clears the last redirect: the product has answered since. */
export function forgetLeaving(): void {
  attempt(() => sessionStorage.removeItem(redirectKey), undefined)
}

/** The last tenant of this tab. */
export function rememberedTenant(): string | null {
  return attempt(() => sessionStorage.getItem(tenantKey), null)
}

export function rememberTenant(tenantId: string | null): void {
  attempt(
    () => (tenantId === null ? sessionStorage.removeItem(tenantKey) : sessionStorage.setItem(tenantKey, tenantId)),
    undefined,
  )
}

/** Id of the load that this tab started last and that has not ended, or of a new one. */
export function runningLoad(): string {
  const made = crypto.randomUUID()
  return attempt(() => {
    const load = sessionStorage.getItem(loadKey) ?? made
    sessionStorage.setItem(loadKey, load)
    return load
  }, made)
}

/** The load has ended; the next one gets a new id. */
export function forgetRunningLoad(): void {
  attempt(() => sessionStorage.removeItem(loadKey), undefined)
}

/**
 * Whether a user was signed in on this device: then a new tab may ask the directory silently. Does not store which
 * user.
 */
export function wasSignedIn(): boolean {
  return attempt(() => localStorage.getItem(signedInKey) === '1', false)
}

/** Whether no user is signed in on this device any more; false without storage. */
export function wasSignedOut(): boolean {
  return attempt(() => localStorage.getItem(signedInKey) === null, false)
}

export function rememberSignedIn(): void {
  attempt(() => localStorage.setItem(signedInKey, '1'), undefined)
}

/** Entries that are not user data: the appearance of tables and commands, and the idle sign-out. */
const notPersonal: readonly string[] = ['sealwatch.density', 'sealwatch.shell', idleKey]

/** What a user made and has nowhere else: an idle sign-out must not destroy it. The user's own sign-out removes it. */
const workPrefixes: readonly string[] = [
  'sealwatch.waves.',
  'sealwatch.shift.',
  'sealwatch.steps.',
  'sealwatch.unsaved.',
]

const confirmedIn = (homeAccountId: string, tenant: string): string => `${confirmedKey} ${homeAccountId} ${tenant}`

/** Whether the user of an account has confirmed on this device that it is to be used in a tenant. */
export function wasConfirmed(homeAccountId: string, tenant: string): boolean {
  return attempt(() => localStorage.getItem(confirmedIn(homeAccountId, tenant)) !== null, false)
}

export function rememberConfirmed(homeAccountId: string, tenant: string): void {
  attempt(() => localStorage.setItem(confirmedIn(homeAccountId, tenant), '1'), undefined)
}

/**
 * Removes this device's user data: visits, notifications, and plans of earlier versions. Appearance is kept.
 * @param isIdle true where the user did not ask for it: then the user's work is kept as well
 */
export function forgetPeople(isIdle = false): void {
  attempt(() => {
    const isKept = (key: string) =>
      notPersonal.includes(key) || (isIdle && workPrefixes.some((prefix) => key.startsWith(prefix)))
    const ours = Object.keys(localStorage).filter((key) => key.startsWith('sealwatch.') && !isKept(key))
    // This entry last: other tabs get its storage event, and then find nothing left.
    for (const key of ours.filter((each) => each !== signedInKey)) localStorage.removeItem(key)
    localStorage.removeItem(signedInKey)
  }, undefined)
}

/** Removes MSAL's entries from this tab when MSAL itself cannot. */
export function forgetTokens(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith('msal.')))
      sessionStorage.removeItem(key)
  }, undefined)
}

/** Stores that a user was signed out of this device for lack of input. */
export function rememberIdle(idle: boolean): void {
  attempt(() => (idle ? localStorage.setItem(idleKey, '1') : localStorage.removeItem(idleKey)), undefined)
}

export function wasIdle(): boolean {
  return attempt(() => localStorage.getItem(idleKey) === '1', false)
}

/** Calls back when another tab of this device has signed out; a tab gets no event for its own sign-out. */
export function onSignedOutElsewhere(listener: () => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    // A null key: the whole storage was emptied.
    if ((key === signedInKey || key === null) && newValue === null) listener()
  })
}
