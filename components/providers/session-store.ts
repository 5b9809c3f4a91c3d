import type { AccountInfo, PublicClientApplication } from '@azure/msal-browser'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import type { endSessions } from './end-session'
import { shownAddress } from './address'
import { createFetchApi } from './fetch-api'
import type { LocalSession } from './local-session'
import { firstSession, type Session, type SessionAccount, type SessionActions } from './session-types'
import type { SignInProblem, TokenOutcome, TokenRequest } from './session-types'
import { watchIdle, wasAwayFor } from './idle'
import {
  forgetPeople,
  forgetTokens,
  onSignedOutElsewhere,
  rememberConfirmed,
  rememberIdle,
  rememberSignedIn,
  rememberTenant,
  rememberedTenant,
  wasConfirmed,
  wasIdle,
  wasSignedIn,
  wasSignedOut,
} from './tab-memory'
import { isTenantId, tenantOfLink } from './wanted-tenant'

function shown(account: AccountInfo): SessionAccount {
  return { homeAccountId: account.homeAccountId, name: account.name ?? null, username: account.username }
}

function distinct<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()]
}

/** Loads the start page of a tenant: data of the previous tenant must not stay in memory. */
function openTenant(tenantId: string): void {
  rememberTenant(tenantId)
  window.location.assign(`/?tenant=${encodeURIComponent(tenantId)}`)
}

/**
 * Holds the session outside React, so that every reader sees the same value. Nothing runs before `start`. MSAL is large
 * and the first rendering does not need it, so it is imported lazily.
 */
export class SessionStore {
  readonly #config: BrowserConfig
  readonly #listeners = new Set<() => void>()
  #session: Session
  #client: PublicClientApplication | null = null
  #endSessions: typeof endSessions | null = null
  /** Set in a program for one person, instead of MSAL. */
  #local: LocalSession | null = null
  #started: Promise<void> | null = null
  /** Set when the user signs out: no more tokens are acquired. */
  #over = false

  constructor(config: BrowserConfig) {
    this.#config = config
    this.#session = firstSession(config)
  }

  readonly get = (): Session => this.#session

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The MSAL application once it exists. */
  readonly client = (): PublicClientApplication | null => this.#client

  /** Loads MSAL and determines the session; a second call waits for the first. */
  readonly start = (): Promise<void> => {
    this.#started ??= this.#begin().catch(() => this.#set({ status: 'signed-out', problem: 'other' }))
    return this.#started
  }

  /** Called by the MSAL observer: whether a redirect to the sign-in page is in progress. */
  readonly observe = (leaving: boolean): void => {
    if (leaving !== this.#session.leaving) this.#set({ leaving })
  }

  readonly actions: SessionActions = {
    signIn: () => this.#visit(this.#session.problem === 'not-in-tenant'),
    confirm: () => this.#confirm(),
    addAccount: () => this.#visit(true),
    signOut: () => this.#signOut(),
    useAccount: (homeAccountId) => this.#useAccount(homeAccountId),
    useTenant: (tenantId) => this.#useTenant(tenantId),
    acquireToken: (request) => this.#acquireToken(request),
  }

  /** One for the whole page: an answer to any part of it counts as shown to the user. */
  readonly api = { fetchApi: createFetchApi((request) => this.#acquireToken(request)) }

  #set(change: Partial<Session>): void {
    this.#session = { ...this.#session, ...change }
    for (const listener of this.#listeners) listener()
  }

  async #begin(): Promise<void> {
    const { tenant: asked, problem: refused } = this.#askedTenant()
    this.#set({ tenantId: asked })
    await (this.#config.local ? this.#beginLocal(asked) : this.#beginMsal(asked, refused))
  }

  async #beginLocal(asked: string): Promise<void> {
    const { openLocalSession } = await import('./local-session')
    this.#local = openLocalSession(asked, (change) => this.#set(change))
    await this.#local.begin()
  }

  async #beginMsal(asked: string, refused: SignInProblem | null): Promise<void> {
    // The code that ends a session is loaded before one begins: later its file may be gone, with the server or a new
    // version. The one that gets tokens comes with it: the first rows wait for a token.
    const [{ createMsalClient, takeRedirectAnswer, accountFor, quietSignIn }, ending] = await Promise.all([
      import('./msal-client'),
      import('./end-session'),
      import('./acquire-token'),
    ])
    this.#endSessions = ending.endSessions
    const client = await createMsalClient(this.#config)
    this.#client = client
    const arrival = await takeRedirectAnswer(client, this.#config)
    if (arrival.result !== null) client.setActiveAccount(arrival.result.account)
    const wanted = isTenantId(asked) ? asked : (arrival.result?.tenantId ?? asked)
    const known = accountFor(client, wanted)
    if (arrival.result === null && (await this.#hasLeftMeanwhile(known))) return
    const account =
      known ?? (arrival.problem === null && !wasIdle() ? await quietSignIn(client, this.#config, wanted) : null)
    if (account === null) {
      this.#set({ status: 'signed-out', problem: arrival.problem ?? (wasIdle() ? 'idle' : refused) })
      return
    }
    client.setActiveAccount(account)
    rememberSignedIn()
    rememberIdle(false)
    onSignedOutElsewhere(() => void this.#leaveToo())
    const { idleMinutes } = this.#config
    if (idleMinutes !== null) watchIdle(idleMinutes, () => void this.#leaveIdle(), arrival.result !== null)
    rememberTenant(wanted)
    this.#set({
      status: this.#needsConfirmation(account, wanted) ? 'unconfirmed' : 'signed-in',
      tenantId: wanted,
      problem: arrival.problem,
      ...this.#people(client, account, wanted),
    })
  }

  /**
   * Browsers discard tabs and reload them with their storage: that is neither input nor a sign-in. Signs out when the
   * session has ended in the meantime, and returns whether it did.
   */
  async #hasLeftMeanwhile(known: AccountInfo | null): Promise<boolean> {
    const { idleMinutes } = this.#config
    if (known !== null && wasSignedOut()) await this.#leaveToo()
    else if (wasSignedIn() && idleMinutes !== null && wasAwayFor(idleMinutes)) await this.#leaveIdle()
    else return false
    return true
  }

  /** The tenant in which to sign in. A link cannot name one whose users this deployment does not serve. */
  #askedTenant(): { readonly tenant: string; readonly problem: SignInProblem | null } {
    const { tenantId, otherTenants, local } = this.#config
    const tenant = tenantOfLink(shownAddress().search) ?? rememberedTenant() ?? tenantId
    const isServed = local || otherTenants || tenant === tenantId || !isTenantId(tenant)
    return isServed ? { tenant, problem: null } : { tenant: tenantId, problem: 'other-tenant' }
  }

  /**
   * Whether the user must see tenant and account first: another party can have written the link that names the tenant,
   * and the directory can hold another party's session.
   */
  #needsConfirmation({ homeAccountId }: AccountInfo, tenant: string): boolean {
    return tenant !== this.#config.tenantId && !wasConfirmed(homeAccountId, tenant)
  }

  #confirm(): void {
    const { account, tenantId, status } = this.#session
    if (account === null || status !== 'unconfirmed') return
    rememberConfirmed(account.homeAccountId, tenantId)
    this.#set({ status: 'signed-in' })
  }

  /** The user chose the tenant in the menu. */
  #useTenant(tenantId: string): void {
    const { account } = this.#session
    if (account !== null) rememberConfirmed(account.homeAccountId, tenantId)
    openTenant(tenantId)
  }

  #people(client: PublicClientApplication, account: AccountInfo, wanted: string) {
    const profiles = client.getAllAccounts({ homeAccountId: account.homeAccountId })
    return {
      account: shown(account),
      accounts: distinct(client.getAllAccounts().map(shown), (each) => each.homeAccountId),
      tenants: distinct([wanted, ...profiles.map((each) => each.tenantId), this.#config.tenantId], (id) => id),
    }
  }

  async #acquireToken(request: TokenRequest): Promise<TokenOutcome> {
    await this.start()
    if (this.#local !== null) return this.#local.token()
    const { acquireToken } = await import('./acquire-token')
    const client = this.#client
    const account = client?.getActiveAccount() ?? null
    if (this.#over) return { kind: 'leaving' }
    if (this.#session.status === 'unconfirmed') return { kind: 'failed', code: 'sign-in-required' }
    if (client === null || account === null) return { kind: 'failed', code: 'sign-in-required' }
    const tenant = this.#session.tenantId
    const outcome = await acquireToken({ client, config: this.#config, account, tenant }, request)
    // A link may name the tenant by a domain; the first token contains its id.
    if (outcome.kind === 'token' && !isTenantId(tenant)) this.#set({ tenantId: outcome.tenantId })
    const renewalNeeded = outcome.kind === 'failed' && outcome.code !== 'entra-down'
    if (renewalNeeded !== this.#session.renewalNeeded) this.#set({ renewalNeeded })
    return outcome
  }

  async #visit(chooseAccount: boolean): Promise<void> {
    await this.start()
    const { authorityOf } = await import('./msal-client')
    await this.#client?.loginRedirect({
      scopes: [this.#config.apiScope],
      authority: authorityOf(this.#config, this.#session.tenantId),
      ...(chooseAccount ? { prompt: 'select_account' } : {}),
      // After an idle sign-out the user must authenticate again, even if the directory still has a session.
      ...(wasIdle() ? { prompt: 'login' } : {}),
    })
  }

  async #signOut(): Promise<void> {
    if (this.#local !== null) return this.#local.end()
    const client = this.#client
    const account = client?.getActiveAccount() ?? null
    await this.#endAtServer()
    forgetPeople()
    rememberTenant(null)
    try {
      for (const other of client?.getAllAccounts() ?? []) {
        if (other.homeAccountId !== account?.homeAccountId) await client?.clearCache({ account: other })
      }
      await client?.logoutRedirect(account === null ? {} : { account })
    } catch {
      // The directory keeps its own session then; this page keeps nothing.
      forgetTokens()
      window.location.assign('/')
    }
  }

  /**
   * From here on this page shows no user data and sends no requests, and the server revokes the tokens of this tab.
   * Never fails: signing out on this device does not depend on the server.
   */
  async #endAtServer(): Promise<void> {
    this.#over = true
    this.#set({ status: 'loading', account: null, accounts: [], leaving: true })
    if (this.#client !== null) await this.#endSessions?.(this.#client, this.#config).catch(() => undefined)
  }

  /** Removes every token from this tab. */
  async #clear(): Promise<void> {
    await this.#client?.clearCache().catch(() => undefined)
    forgetTokens()
  }

  /** A sign-out in one tab signs out all tabs: no other tab keeps showing a fleet, or the tokens to read it again. */
  async #leaveToo(): Promise<void> {
    if (!wasIdle()) rememberTenant(null)
    await this.#endAtServer()
    await this.#clear()
    if (wasIdle()) window.location.reload()
    else window.location.assign('/')
  }

  /** The same after the idle time; the page that was open is restored after the next sign-in. */
  async #leaveIdle(): Promise<void> {
    await this.#endAtServer()
    await this.#clear()
    rememberIdle(true)
    forgetPeople(true)
    window.location.reload()
  }

  async #useAccount(homeAccountId: string): Promise<void> {
    await this.start()
    const account = this.#client?.getAllAccounts({ homeAccountId })[0]
    if (account === undefined) return
    this.#client?.setActiveAccount(account)
    rememberConfirmed(homeAccountId, account.tenantId)
    openTenant(account.tenantId)
  }
}
