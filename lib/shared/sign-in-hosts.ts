/** The hosts of one Entra cloud. No metadata of a directory can make the server use any other host. */
export interface SignInHosts {
  /** Origin that requests go to, for example `https://login.microsoftonline.com`. */
  readonly authorityHost: string
  /** Other origins of the same directory, including older names. */
  readonly authorityAliases: readonly string[]
  /**
   * Domain that Microsoft uses for sign-in alone: every host in it belongs to this cloud, new names included. Null
   * where the cloud has no such domain.
   */
  readonly signInDomain: string | null
}

/** The hosts of a directory outside every Azure cloud: its own origin alone. */
export const ownHosts = (origin: string): SignInHosts => ({
  authorityHost: origin,
  authorityAliases: [],
  signInDomain: null,
})

const bare = (url: URL): boolean => url.username === '' && url.password === '' && url.search === '' && url.hash === ''

/**
 * Whether an address is on a host of this cloud: https, without user, query or fragment; one of the listed origins, or
 * a host below the sign-in domain on the default port. The configured authority's origin may have a port, as in tests.
 */
export function isSignInAddress(hosts: SignInHosts, address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol !== 'https:' || !bare(url)) return false
  if (isSameDirectory(hosts, url.origin)) return true
  return hosts.signInDomain !== null && url.port === '' && url.hostname.endsWith(`.${hosts.signInDomain}`)
}

/** Whether an origin is the directory itself, under any of its listed names. */
export function isSameDirectory({ authorityHost, authorityAliases }: SignInHosts, origin: string): boolean {
  return origin === authorityHost || authorityAliases.includes(origin)
}

/**
 * The issuer of version 2.0 tokens of a tenant, from the authority's metadata: `{tenantid}` is a placeholder for the
 * tenant, as in https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer. Null where it
 * has another host, tenant or version: this deployment accepts no token of such an issuer.
 * @param tenantId GUID in lower case
 */
export function trustedIssuer(hosts: SignInHosts, issuer: string, tenantId: string): string | null {
  const named = issuer.replace('{tenantid}', tenantId)
  if (!isSignInAddress(hosts, named)) return null
  // Exact, because the issuer of each token is compared with this text.
  return named === `${new URL(named).origin}/${tenantId}/v2.0` ? named : null
}
