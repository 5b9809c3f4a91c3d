import { randomBytes, randomUUID } from 'node:crypto'
import type { SimResponse } from '../model/http'
import { filterOf, graphError, registrationsOf, timeOf, withGraphBody, type GraphCall, type GraphRoute } from './call'
import { put, shownOf, shownOfAll } from './lag'
import type { Registration } from './model'
import { brokenRule } from './rules'
import {
  applicationBody,
  applicationChange,
  federatedBody,
  passwordBody,
  passwordRemoval,
  type ApplicationChange,
} from './shapes'

/** A registration as Graph returns it, without the text of secrets. */
function shown({ passwords, federated: _federated, keyCredentials, ...rest }: Registration) {
  return {
    ...rest,
    passwordCredentials: passwords.map(({ secretText: _secret, ...each }) => ({ ...each, secretText: null })),
    keyCredentials: keyCredentials.map((each) => ({ ...each, key: null })),
  }
}

const missing = (id: string): SimResponse =>
  graphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried objects are not present.`,
  )

/** Passes the registration of the path as replicas show it. */
function withRegistration(call: GraphCall, use: (registration: Registration) => SimResponse): SimResponse {
  const found = shownOf(registrationsOf(call), call.id, timeOf(call))
  return found === undefined ? missing(call.id) : use(found)
}

/** Passes the current registration of the path, if replicas know it: changes apply to that one. */
function changing(call: GraphCall, use: (registration: Registration) => SimResponse): SimResponse {
  return withRegistration(call, (shown) => use(call.tenant.directory.registrations.get(shown.id) ?? shown))
}

/** The sent parts; an undefined part was not sent. */
function given<T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  Object.assign(kept, Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)))
  return kept
}

type Keys = Registration['keyCredentials']

/** The sent certificates; one without its bytes is an existing one. */
function keptKeys(before: Keys, sent: Keys): Keys {
  return sent.map((each) => {
    const known = each.key === null ? before.find(({ keyId }) => keyId === each.keyId) : undefined
    return known ?? { ...each, keyId: each.keyId ?? randomUUID() }
  })
}

/** A change merged as JSON: parts of `api` individually, everything else as a whole. */
function changed(registration: Registration, { api, keyCredentials, ...parts }: ApplicationChange): Registration {
  const before = registration.keyCredentials
  return {
    ...registration,
    ...given(parts),
    api: { ...registration.api, ...given(api ?? {}) },
    keyCredentials: keyCredentials === undefined ? before : keptKeys(before, keyCredentials),
  }
}

/** Properties by which registrations can be filtered, with the compared values. */
const properties: Readonly<Record<string, (registration: Registration) => readonly string[]>> = {
  displayName: ({ displayName }) => [displayName],
  appId: ({ appId }) => [appId],
  'tags/any': ({ tags }) => tags,
}

function list(call: GraphCall): SimResponse {
  const all = shownOfAll(registrationsOf(call), timeOf(call))
  if (!call.request.url.searchParams.has('$filter')) return { status: 200, json: { value: all.map(shown) } }
  const filter = filterOf(call)
  const valuesOf = properties[filter?.property ?? '']
  if (filter === null || valuesOf === undefined)
    return graphError(400, 'Request_UnsupportedQuery', 'Unsupported query.')
  // The directory compares names without case.
  const wanted = filter.value.toLowerCase()
  const found = all.filter((each) => valuesOf(each).some((value) => value.toLowerCase() === wanted))
  return { status: 200, json: { value: found.map(shown) } }
}

function create(call: GraphCall): SimResponse {
  return withGraphBody(call, applicationBody, (body) => {
    const made: Registration = { ...body, id: randomUUID(), appId: randomUUID(), passwords: [], federated: [] }
    const bare = { ...made, api: { ...made.api, oauth2PermissionScopes: [] } }
    const broken = brokenRule(call.tenant.directory, bare, body)
    if (broken !== null) return graphError(400, broken.code, broken.message)
    put(registrationsOf(call), made, timeOf(call))
    return { status: 201, json: shown(made) }
  })
}

function update(call: GraphCall): SimResponse {
  return changing(call, (registration) =>
    withGraphBody(call, applicationChange, (change) => {
      const broken = brokenRule(call.tenant.directory, registration, change)
      if (broken !== null) return graphError(400, broken.code, broken.message)
      put(registrationsOf(call), changed(registration, change), timeOf(call))
      return { status: 204, text: '' }
    }),
  )
}

/** `addPassword`: the only answer that contains the secret. Valid two years by default, as in Graph. */
function addPassword(call: GraphCall): SimResponse {
  return changing(call, (registration) =>
    withGraphBody(call, passwordBody, ({ passwordCredential }) => {
      const now = call.simulator.now()
      const secretText = `${randomBytes(3).toString('base64url')}~${randomBytes(24).toString('base64url')}`
      const made = {
        keyId: randomUUID(),
        displayName: passwordCredential.displayName,
        startDateTime: passwordCredential.startDateTime ?? new Date(now).toISOString(),
        endDateTime: passwordCredential.endDateTime ?? new Date(now + 730 * 86_400_000).toISOString(),
        hint: secretText.slice(0, 3),
        secretText,
      }
      put(registrationsOf(call), { ...registration, passwords: [...registration.passwords, made] }, timeOf(call))
      return { status: 200, json: made }
    }),
  )
}

/**
 * `removePassword` (https://learn.microsoft.com/graph/api/application-removepassword). The refusal of an unknown key id
 * is not documented: a client must handle both.
 */
function removePassword(call: GraphCall): SimResponse {
  return changing(call, (registration) =>
    withGraphBody(call, passwordRemoval, ({ keyId }) => {
      const passwords = registration.passwords.filter((each) => each.keyId !== keyId)
      if (passwords.length === registration.passwords.length)
        return graphError(400, 'Request_BadRequest', 'No password credential found with keyId.')
      put(registrationsOf(call), { ...registration, passwords }, timeOf(call))
      return { status: 204, text: '' }
    }),
  )
}

function addFederated(call: GraphCall): SimResponse {
  return changing(call, (registration) =>
    withGraphBody(call, federatedBody, (body) => {
      const taken = registration.federated.some(
        ({ name, issuer, subject }) => name === body.name || (issuer === body.issuer && subject === body.subject),
      )
      if (taken)
        return graphError(409, 'Request_MultipleObjectsWithSameKeyValue', 'FederatedIdentityCredential already exists.')
      const made = { ...body, id: randomUUID() }
      put(registrationsOf(call), { ...registration, federated: [...registration.federated, made] }, timeOf(call))
      return { status: 201, json: made }
    }),
  )
}

/** `/applications` (https://learn.microsoft.com/graph/api/resources/application). */
export const applicationRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/applications', needs: 'reader', handle: list },
  { method: 'POST', path: '/applications', needs: 'developer', handle: create },
  {
    method: 'GET',
    path: '/applications/:id',
    needs: 'reader',
    handle: (call) => withRegistration(call, (registration) => ({ status: 200, json: shown(registration) })),
  },
  { method: 'PATCH', path: '/applications/:id', needs: 'developer', handle: update },
  { method: 'POST', path: '/applications/:id/addPassword', needs: 'developer', handle: addPassword },
  { method: 'POST', path: '/applications/:id/removePassword', needs: 'developer', handle: removePassword },
  {
    method: 'GET',
    path: '/applications/:id/federatedIdentityCredentials',
    needs: 'reader',
    handle: (call) => withRegistration(call, ({ federated }) => ({ status: 200, json: { value: federated } })),
  },
  { method: 'POST', path: '/applications/:id/federatedIdentityCredentials', needs: 'developer', handle: addFederated },
]
