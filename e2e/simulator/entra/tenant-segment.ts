import { tenantOf, type Simulator, type Tenant } from '../server/state'

/** The first part of an Entra path: one tenant, or any tenant of the user. */
export type TenantSegment =
  { readonly kind: 'tenant'; readonly tenant: Tenant } | { readonly kind: 'any'; readonly name: string }

/** Parses the first part of the path; null for a tenant that does not exist. */
export function parseTenantSegment(simulator: Simulator, text: string): TenantSegment | null {
  const name = text.toLowerCase()
  if (name === 'common' || name === 'organizations') return { kind: 'any', name }
  const tenant = tenantOf(simulator, name)
  return tenant === undefined ? null : { kind: 'tenant', tenant }
}

/** The tenants that a sign-in at this segment may end in. */
export function tenantsAt(simulator: Simulator, segment: TenantSegment): readonly Tenant[] {
  return segment.kind === 'tenant' ? [segment.tenant] : [...simulator.tenants.values()]
}
