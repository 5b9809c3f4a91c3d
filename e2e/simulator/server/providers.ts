import type { ArmRoute } from '../model/http'
import { typeOf } from './arm-match'

/** A resource provider of `GET /subscriptions/{id}/providers`. https://learn.microsoft.com/rest/api/resources/providers/list */
export interface OfferedProvider {
  readonly namespace: string
  readonly registrationState: 'Registered'
  readonly resourceTypes: readonly { readonly resourceType: string; readonly apiVersions: readonly string[] }[]
}

/**
 * The providers of the routes with their supported api-versions.
 * @param offered the versions of the tenant's cloud by provider, if they differ from the routes'
 */
export function offeredProviders(
  routes: readonly ArmRoute[],
  offered: ReadonlyMap<string, readonly string[]>,
): readonly OfferedProvider[] {
  const providers = new Map<string, Map<string, readonly string[]>>()
  for (const { path, apiVersions } of routes) {
    const place = typeOf(path)
    if (place === null || place.namespace.startsWith(':') || place.type.includes(':')) continue
    const types = providers.get(place.namespace) ?? new Map<string, readonly string[]>()
    const versions = offered.get(place.namespace.toLowerCase()) ?? offered.get('*') ?? apiVersions
    types.set(place.type, [...versions].sort().reverse())
    providers.set(place.namespace, types)
  }
  return [...providers].map(([namespace, types]) => ({
    namespace,
    registrationState: 'Registered',
    resourceTypes: [...types].map(([resourceType, apiVersions]) => ({ resourceType, apiVersions })),
  }))
}
