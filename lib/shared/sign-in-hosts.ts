/** The hosts of one Entra cloud. Nothing that a directory says of itself may lead to any other. */
export interface SignInHosts {
  /** Origin that is asked, for example `https://login.microsoftonline.com`. */
  readonly authorityHost: string
  /** Other origins of the same directory, older names among them. */
  readonly authorityAliases: readonly string[]
  /** Domain that Microsoft keeps for sign-in alone: a host in it is of this cloud, new names included. Null for none. */
  readonly signInDomain: string | null
}

/** The hosts of a directory that is of no Azure cloud: its own origin alone. */
export const ownHosts = (origin: string): SignInHosts => ({
  authorityHost: origin,
  authorityAliases: [],
  signInDomain: null,
})

const bare = (url: URL): boolean => url.username === '' && url.password === '' && url.search === '' && url.hash === ''

/**
 * Whether an address is on a host of this cloud: https, without user, query or fragment; one of the listed origins, or a
 * host below the sign-in domain on the usual port. An authority's own origin may have a port, as a test's has.
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
 * The issuer of version 2.0 tokens of a tenant, out of what the authority's own metadata says: `{tenantid}` stands for the
 * tenant, as in https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer. Null where it is of another host, tenant or
 * version: tokens of such an issuer are not this deployment's.
 * @param tenantId GUID in lower case
 */
export function trustedIssuer(hosts: SignInHosts, issuer: string, tenantId: string): string | null {
  const named = issuer.replace('{tenantid}', tenantId)
  if (!isSignInAddress(hosts, named)) return null
  // Letter by letter: tokens are compared with this text.
  return named === `${new URL(named).origin}/${tenantId}/v2.0` ? named : null
}
