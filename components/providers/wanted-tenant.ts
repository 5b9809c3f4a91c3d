const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** A verified domain of a tenant works in an authority as well as its id. */
const domain = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

/** True for a tenant id, false for a domain. */
export function isTenantId(text: string): boolean {
  return guid.test(text)
}

/**
 * The tenant a link asks for.
 * @param search The query of the address, with or without `?`.
 * @returns Id or domain in lower case; null where there is none or it is neither.
 */
export function tenantOfLink(search: string): string | null {
  const tenant = new URLSearchParams(search).get('tenant')
  if (tenant === null) return null
  return guid.test(tenant) || domain.test(tenant) ? tenant.toLowerCase() : null
}
