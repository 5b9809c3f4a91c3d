import { randomBytes } from 'node:crypto'
import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator } from '../server/state'
import { directoryAt } from './applications'
import { consentPage, peoplePage, refusalPage } from './authorize-pages'
import { parseAuthorize, type AuthorizeRequest } from './authorize-request'
import { consentsAsked, giveConsent, hasConsented } from './consent'
import type { EntraErrorName } from './errors'
import { identitiesIn, identityIn, type Identity } from './identities'
import { clientInfo } from './mint'
import { redirectBack, redirectError } from './redirects'
import { sessionOf, signIn } from './sessions'
import { accountKey, forgetExpired, type Session, type SessionAccount } from './state'
import { tenantsAt } from './tenant-segment'

const codeLife = 10 * 60_000

/** All people who may answer the request, the one named by `login_hint` first. */
function candidates(simulator: Simulator, request: AuthorizeRequest): Identity[] {
  const hint = request.loginHint?.toLowerCase()
  const domain = request.domainHint?.toLowerCase()
  const all = tenantsAt(simulator, request.segment)
    .flatMap((tenant) => identitiesIn(simulator, tenant))
    // Without a tenant in the path, users sign in at their home tenant.
    .filter((identity) => request.segment.kind === 'tenant' || identity.homeTenantId === identity.tenantId)
    .filter(
      ({ person }) =>
        domain === undefined ||
        domain === 'organizations' ||
        person.userPrincipalName.toLowerCase().endsWith(`@${domain}`),
    )
  const named = (identity: Identity): number => (identity.person.userPrincipalName.toLowerCase() === hint ? 0 : 1)
  return all.sort((a, b) => named(a) - named(b))
}

/** The candidates with a session in this browser that the request allows. */
function signedIn(request: AuthorizeRequest, session: Session, people: readonly Identity[]): Identity[] {
  const hint = request.loginHint?.toLowerCase()
  return people.filter((identity) => {
    const account = session.get(accountKey(identity))
    // A person whose session ends early must sign in again each time; otherwise a hidden frame would renew the expired refresh token.
    if (account === undefined || identity.person.trouble.includes('refresh-token-expired')) return false
    if (request.sid !== null) return account.sid === request.sid
    return hint === undefined || identity.person.userPrincipalName.toLowerCase() === hint
  })
}

/** Issues the code and redirects the browser with it. */
function complete(
  simulator: Simulator,
  request: AuthorizeRequest,
  identity: Identity,
  account: SessionAccount,
  cookie?: string,
): SimResponse {
  const code = `1.${randomBytes(48).toString('base64url')}`
  const now = simulator.now()
  forgetExpired(simulator.entra.codes, now)
  simulator.entra.codes.set(code, {
    tenantId: identity.tenantId,
    homeTenantId: identity.homeTenantId,
    homeObjectId: identity.homeObjectId,
    clientId: request.application.clientId,
    redirectUri: request.back.redirectUri,
    codeChallenge: request.codeChallenge,
    nonce: request.nonce,
    scope: request.scope,
    sid: account.sid,
    acrs: [...account.acrs],
    capabilities: request.claims.capabilities,
    expiresAt: now + codeLife,
  })
  return redirectBack(request.back, { code, client_info: clientInfo(identity), session_state: account.sid }, cookie)
}

const lacking = (request: AuthorizeRequest, account: SessionAccount): boolean =>
  request.claims.acrs.some((acr) => !account.acrs.has(acr))

function silentError(
  simulator: Simulator,
  request: AuthorizeRequest,
  session: Session,
  people: readonly Identity[],
): EntraErrorName | null {
  const found = signedIn(request, session, people)
  const [identity] = found
  if (found.length > 1) return 'several-sessions'
  const unauthenticated = session.size > 0 && !people.some((each) => session.has(accountKey(each)))
  if (identity === undefined) return unauthenticated && request.loginHint === null ? 'not-in-tenant' : 'not-signed-in'
  const account = session.get(accountKey(identity))
  if (account === undefined) return 'not-signed-in'
  if (lacking(request, account)) return 'stronger-sign-in-silent'
  if (!hasConsented(simulator, identity, request.application.clientId, request.scopes)) return 'consent-needed-silent'
  return null
}

/** `GET authorize`: signs in silently if the browser has a session, otherwise shows a page if allowed. */
function begin(simulator: Simulator, request: AuthorizeRequest, session: Session): SimResponse {
  const people = candidates(simulator, request)
  const found = signedIn(request, session, people)
  const silent = request.prompt.includes('none')
  if (silent) {
    const error = silentError(simulator, request, session, people)
    if (error !== null) return redirectError(simulator, request.back, error)
  }
  const [identity] = found
  const account = identity === undefined ? undefined : session.get(accountKey(identity))
  const mustAsk = found.length !== 1 || request.prompt.some((word) => word === 'select_account' || word === 'login')
  if (identity === undefined || account === undefined || (mustAsk && !silent) || lacking(request, account))
    return peoplePage(request, people)
  const consent =
    request.prompt.includes('consent') ||
    !hasConsented(simulator, identity, request.application.clientId, request.scopes)
  return consent && !silent
    ? consentPage(simulator, request, identity)
    : complete(simulator, request, identity, account)
}

/** `POST authorize` from the simulator's pages: a person was chosen, or consent was given or declined. */
function proceed(simulator: Simulator, sim: SimRequest, request: AuthorizeRequest, form: URLSearchParams): SimResponse {
  const key = form.get('person') ?? ''
  const identity = candidates(simulator, request).find(
    (each) => accountKey(each) === key && each.tenantId === form.get('tenant'),
  )
  if (identity === undefined) return refusalPage(simulator, 'not-in-tenant')
  const decision = form.get('decision')
  if (decision === 'decline') return redirectError(simulator, request.back, 'consent-declined')
  const { account, cookie } = signIn(
    simulator,
    sim,
    identityIn(simulator, identity.tenantId, identity) ?? identity,
    request.claims.acrs,
  )
  const { clientId } = request.application
  if (decision === 'accept')
    giveConsent(
      simulator,
      identity,
      consentsAsked(directoryAt(simulator, request.segment), clientId, request.scopes),
      request.scopes,
    )
  else if (request.prompt.includes('consent') || !hasConsented(simulator, identity, clientId, request.scopes)) {
    const asked = consentPage(simulator, request, identity)
    return { ...asked, headers: { ...asked.headers, 'set-cookie': cookie } }
  }
  return complete(simulator, request, identity, account, cookie)
}

/** The authorize endpoint, by `GET` or `POST`. */
export function authorize(simulator: Simulator, sim: SimRequest, segment: string): SimResponse {
  const form = sim.method === 'POST' ? new URLSearchParams(sim.body.toString('utf8')) : sim.url.searchParams
  const inner = sim.method === 'POST' ? form.get('request') : null
  const parsed = parseAuthorize(simulator, segment, inner === null ? form : new URLSearchParams(inner))
  if (parsed.kind === 'page') return refusalPage(simulator, parsed.error)
  if (parsed.kind === 'redirect') return redirectError(simulator, parsed.back, parsed.error)
  if (inner === null) return begin(simulator, parsed.request, sessionOf(simulator, sim))
  return proceed(simulator, sim, parsed.request, form)
}
