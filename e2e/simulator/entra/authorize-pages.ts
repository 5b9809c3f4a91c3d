import type { SimResponse } from '../model/http'
import { directoryTitle } from '../names'
import { html, page, type Markup } from '../server/html'
import type { Simulator } from '../server/state'
import type { AuthorizeRequest } from './authorize-request'
import { entraError, type EntraErrorName } from './errors'
import type { Identity } from './identities'
import { registrationOf } from '../directory/model'
import { directoryAt } from './applications'
import { consentsAsked } from './consent'
import { accountKey } from './state'

const action = (request: AuthorizeRequest): string =>
  `/${encodeURIComponent(request.segmentText)}/oauth2/v2.0/authorize`

const heading = html`<h1>${directoryTitle}</h1>
  <p class="note">
    This is not Microsoft Entra ID: a simulator on this machine stands in for it. No password is asked for.
  </p>`

function personItem(request: AuthorizeRequest, identity: Identity, index: number, named: boolean): Markup {
  const { person } = identity
  const described = `person-${index}`
  return html`<li>
    <form method="post" action="${action(request)}">
      <input type="hidden" name="request" value="${request.raw}" />
      <input type="hidden" name="person" value="${accountKey(identity)}" />
      <input type="hidden" name="tenant" value="${identity.tenantId}" />
      <button type="submit" aria-describedby="${described}">${person.displayName}</button>
    </form>
    <p id="${described}">
      ${person.description}. ${named ? html`<strong>Asked for by name.</strong> ` : ''}<br /><small
        >${person.userPrincipalName}</small
      >
    </p>
  </li>`
}

/** The page to choose a person; `identities` in the order to show them. */
export function peoplePage(request: AuthorizeRequest, identities: readonly Identity[]): SimResponse {
  const hint = request.loginHint?.toLowerCase()
  const stronger =
    request.claims.acrs.length === 0
      ? html``
      : html`<p class="note">
          ${request.application.displayName} asks for a stronger sign-in. Picking a person here counts as having shown a
          second factor.
        </p>`
  const people = identities.map((identity, index) =>
    personItem(request, identity, index, identity.person.userPrincipalName.toLowerCase() === hint),
  )
  return page(
    directoryTitle,
    html`${heading}
      <h2>Sign in to ${request.application.displayName}</h2>
      ${stronger}
      ${
        people.length === 0
          ? html`<p>Nobody can sign in here.</p>`
          : html`<ul class="people">
              ${people}
            </ul>`
      }`,
  )
}

/** The consent page. */
export function consentPage(simulator: Simulator, request: AuthorizeRequest, identity: Identity): SimResponse {
  const directory = directoryAt(simulator, request.segment)
  const nameOf = (clientId: string): string =>
    (directory === undefined ? undefined : registrationOf(directory, clientId)?.displayName) ?? clientId
  const wants = consentsAsked(directory, request.application.clientId, request.scopes).map((clientId) =>
    clientId !== request.application.clientId
      ? html`<li>
          ${nameOf(clientId)}: read Azure resources in your name (Azure Service Management, user_impersonation)
        </li>`
      : html`<li>${request.application.displayName}: sign you in and call the Sealwatch API in your name</li>`,
  )
  return page(
    directoryTitle,
    html`${heading}
      <h2>Permissions requested</h2>
      <p>${identity.person.displayName} (${identity.person.userPrincipalName})</p>
      <ul>
        ${wants}
      </ul>
      <form method="post" action="${action(request)}">
        <input type="hidden" name="request" value="${request.raw}" />
        <input type="hidden" name="person" value="${accountKey(identity)}" />
        <input type="hidden" name="tenant" value="${identity.tenantId}" />
        <button type="submit" name="decision" value="accept">Accept</button>
        <button type="submit" name="decision" value="decline">Cancel</button>
      </form>`,
  )
}

/** The page for a request that must not be answered by a redirect, because its redirect URI is not trusted. */
export function refusalPage(simulator: Simulator, name: EntraErrorName): SimResponse {
  const error = entraError(name, simulator.now())
  return page(
    directoryTitle,
    html`${heading}
      <h2>Sign-in is not possible</h2>
      <p>${error.errorDescription}</p>`,
    400,
  )
}

/** The page after a sign-out without a redirect URI. */
export function signedOutPage(cookie: string): SimResponse {
  const shown = page(
    directoryTitle,
    html`${heading}
      <p>You are signed out.</p>`,
  )
  return { ...shown, headers: { ...shown.headers, 'set-cookie': cookie } }
}
