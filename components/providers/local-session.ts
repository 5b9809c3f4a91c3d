import { localPaths, localSecretEntry, localStateSchema, type LocalState } from '@/lib/contract/local-session'
import type { Session, TokenOutcome } from './session-types'
import { forgetPeople, rememberTenant } from './tab-memory'
import { isTenantId } from './wanted-tenant'

/** How often the page asks whether the person must sign in again: the program is on the same machine. */
const everyMilliseconds = 3000

type Change = (change: Partial<Session>) => void

/** The session of a program for one person, for the session store. */
export interface LocalSession {
  readonly begin: () => Promise<void>
  readonly token: () => TokenOutcome
  readonly end: () => Promise<void>
}

function readSecret(): string | null {
  try {
    return localStorage.getItem(localSecretEntry)
  } catch {
    return null
  }
}

type Answer = LocalState | 'no-session' | 'ended'

async function ask(token: string): Promise<Answer> {
  try {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(localPaths.state, { headers, credentials: 'same-origin', cache: 'no-store' })
    if (!response.ok) return 'no-session'
    const parsed = localStateSchema.safeParse(await response.json())
    return parsed.success ? parsed.data : 'no-session'
  } catch {
    return 'ended'
  }
}

/**
 * @param asked tenant of the link or of this tab; the program's own where it is no id
 * @param change changes the session that the page shows
 */
export function openLocalSession(asked: string, change: Change): LocalSession {
  const secret = readSecret()
  let tenantId = asked
  let shown: LocalState | null = null
  const token = (): string => `${tenantId}.${secret ?? ''}`
  const leave = (): void => {
    change({ leaving: true })
    window.location.replace(localPaths.open)
  }
  const show = (state: LocalState): void => {
    // The person has signed in to their tool as another one: nothing of the first may stay.
    if (shown !== null && shown.account.username !== state.account.username) {
      window.location.reload()
      return
    }
    shown = state
    // Ages count from the moment of the file.
    if (state.file !== null) globalThis.sealwatchMoment = Date.parse(state.file.takenAt)
    const account = { homeAccountId: state.account.username, ...state.account }
    change({
      status: 'signed-in',
      account,
      accounts: [account],
      tenantId,
      tenants: state.tenants,
      local: { tool: state.tool, command: state.command, ended: false, file: state.file },
    })
  }
  const refresh = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return
    const state = await ask(token())
    if (state === 'no-session') leave()
    else if (state !== 'ended') show(state)
    else if (shown !== null) change({ local: { tool: shown.tool, command: null, ended: true, file: shown.file } })
  }
  const begin = async (): Promise<void> => {
    const state = secret === null ? 'no-session' : await ask(token())
    if (typeof state === 'string') {
      leave()
      return
    }
    if (!isTenantId(tenantId)) tenantId = state.tenantId
    rememberTenant(tenantId)
    show(state)
    setInterval(() => void refresh(), everyMilliseconds)
  }
  const end = async (): Promise<void> => {
    change({ status: 'loading', account: null, accounts: [], leaving: true })
    const headers = { authorization: `Bearer ${token()}` }
    await fetch('/api/v1/session', { method: 'DELETE', headers, credentials: 'same-origin' }).catch(() => undefined)
    rememberTenant(null)
    forgetPeople()
    window.location.replace(localPaths.open)
  }
  return {
    begin,
    token: () => ({ kind: 'token', token: token(), tenantId, credentials: 'same-origin' }),
    end,
  }
}
