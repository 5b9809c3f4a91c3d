import { createHash } from 'node:crypto'
import { azureCliClientId, productApi, productSpa } from '../names'
import { microsoftGraphAppId, serviceManagementAppId, type Directory, type Principal, type Registration } from './model'
import { applicationBody } from './shapes'

const bridge = (host: string): string => `http://${host}${productSpa.redirectPath}`
const scopeIds = {
  api: '5ea1a7c4-0000-4000-a000-0000000005c0',
  arm: '41094075-9dad-400e-a0bd-54e686782033',
  user: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
} as const

function seededId(tenantId: string, what: string): string {
  const digest = createHash('sha256').update(`${tenantId}|${what}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

/** The three applications that every simulated tenant initially has. */
function registrationsOf(tenantId: string): Registration[] {
  const arm = { resourceAppId: serviceManagementAppId, resourceAccess: [{ id: scopeIds.arm, type: 'Scope' as const }] }
  const make = (appId: string, body: unknown, passwords: Registration['passwords'] = []): Registration => ({
    ...applicationBody.parse(body),
    id: seededId(tenantId, appId),
    appId,
    passwords,
    federated: [],
  })
  return [
    make(productSpa.clientId, {
      displayName: 'Sealwatch',
      spa: { redirectUris: [bridge('localhost'), bridge('127.0.0.1')] },
      requiredResourceAccess: [
        { resourceAppId: productApi.clientId, resourceAccess: [{ id: scopeIds.api, type: 'Scope' }] },
      ],
    }),
    make(
      productApi.clientId,
      {
        displayName: 'Sealwatch API',
        identifierUris: [productApi.identifierUri],
        api: {
          requestedAccessTokenVersion: 2,
          oauth2PermissionScopes: [{ id: scopeIds.api, value: productApi.scope }],
          knownClientApplications: [productSpa.clientId],
        },
        requiredResourceAccess: [arm],
      },
      [
        {
          keyId: seededId(tenantId, 'secret'),
          displayName: null,
          startDateTime: '2020-01-01T00:00:00Z',
          endDateTime: '2099-01-01T00:00:00Z',
          hint: productApi.clientSecret.slice(0, 3),
          secretText: productApi.clientSecret,
        },
      ],
    ),
    make(azureCliClientId, {
      displayName: 'Microsoft Azure CLI',
      publicClient: { redirectUris: ['http://localhost', 'http://127.0.0.1'] },
      requiredResourceAccess: [arm],
    }),
  ]
}

/** A tenant's directory: the product's applications with an administrator's consent, azure-cli, Graph and ARM. */
export function createDirectory(tenantId: string): Directory {
  const registrations = registrationsOf(tenantId)
  const present = (
    appId: string,
    displayName: string,
    scopes: Principal['oauth2PermissionScopes'] = [],
  ): Principal => ({
    id: seededId(tenantId, `principal ${appId}`),
    appId,
    displayName,
    oauth2PermissionScopes: scopes,
  })
  const graph = present(microsoftGraphAppId, 'Microsoft Graph', [
    { id: scopeIds.user, value: 'User.Read', isEnabled: true },
  ])
  const arm = present(serviceManagementAppId, 'Windows Azure Service Management API', [
    { id: scopeIds.arm, value: 'user_impersonation', isEnabled: true },
  ])
  const own = registrations.map(({ appId, displayName }) => present(appId, displayName))
  const [page, api, cli] = own.map(({ id }) => id)
  const consent = (clientId = '', resourceId = '', scope = '') => ({
    id: seededId(tenantId, `grant ${clientId} ${resourceId}`),
    clientId,
    consentType: 'AllPrincipals' as const,
    principalId: null,
    resourceId,
    scope,
  })
  const grants = [
    consent(page, api, productApi.scope),
    consent(api, arm.id, 'user_impersonation'),
    consent(cli, arm.id, 'user_impersonation'),
  ]
  const byId = <T extends { readonly id: string }>(all: readonly T[]) => new Map(all.map((each) => [each.id, each]))
  return {
    registrations: byId(registrations),
    principals: byId([graph, arm, ...own]),
    grants: byId(grants),
    late: { milliseconds: 2000, registrations: new Map(), principals: new Map(), grants: new Map() },
  }
}
