import { productApi, productSpa } from '../names'
import type { Simulator, Tenant } from '../server/state'
import type { Overview, TenantSummary, Traffic } from './shapes'

export function tenantSummary({ world }: Tenant): TenantSummary {
  return {
    tenantId: world.tenantId,
    displayName: world.displayName,
    scenario: world.spec.scenario,
    people: world.people.map(({ objectId, userPrincipalName, displayName, description }) => ({
      objectId,
      userPrincipalName,
      displayName,
      description,
    })),
    servicePrincipals: world.servicePrincipals.map(({ applicationId, objectId, secret }) => ({
      applicationId,
      objectId,
      secret,
    })),
    subscriptions: world.subscriptions.map(({ id, name, state }) => ({ id, name, state })),
    vms: world.vms.size,
  }
}

export function overview({ origins, tenants }: Simulator): Overview {
  return {
    origins,
    applications: {
      spaClientId: productSpa.clientId,
      apiClientId: productApi.clientId,
      apiClientSecret: productApi.clientSecret,
      apiScope: `${productApi.identifierUri}/${productApi.scope}`,
    },
    tenants: [...tenants.values()].map(tenantSummary),
  }
}

/** The requests to a tenant; the newest `limit` requests, of one route or of all. */
export function traffic({ world, ledger }: Tenant, route: string | null, limit: number): Traffic {
  const entries = route === null ? world.log : world.log.filter((entry) => entry.route === route)
  return {
    counts: Object.fromEntries([...ledger.counts].map(([name, byStatus]) => [name, Object.fromEntries(byStatus)])),
    refusedChanges: ledger.refusedChanges,
    foreignHostRequests: ledger.foreignHostRequests,
    unknownRoutes: Object.fromEntries(ledger.unknown),
    entries: limit <= 0 ? [] : entries.slice(-limit),
  }
}
