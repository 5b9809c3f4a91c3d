const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** An authority accepts a verified domain of a tenant as well as its id. */
const domain = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

/** True for a tenant id, false for a domain. */
export function isTenantId(text: string): boolean {
  return guid.test(text)
}

/**
 * The tenant in a link.
 * @param search The query of the URL, with or without `?`.
 * @returns Id or domain in lower case; null when it is missing or neither.
 */
export function tenantOfLink(search: string): string | null {
  const tenant = new URLSearchParams(search).get('tenant')
  if (tenant === null) return null
  return guid.test(tenant) || domain.test(tenant) ? tenant.toLowerCase() : null
}
