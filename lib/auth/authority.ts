import 'server-only'
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod'
import { signInHosts } from '@/lib/config/clouds'
import { isSignInAddress, trustedIssuer } from '@/lib/shared/sign-in-hosts'
import { authorityFetch } from './authority-fetch'
import { LeastRecentlyUsed } from './lru'

/** What the server verifies the tokens of one tenant with. */
export interface Authority {
  /** Issuer of version 2.0 tokens; compared exactly. */
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
}

/**
 * Returns what the tokens of a tenant are verified with. `tenantId` is a GUID from the allow-list: callers check that
 * first. Rejects where the authority does not answer, or names hosts of another cloud.
 */
export type AuthorityOf = (tenantId: string) => Promise<Authority>

/**
 * `present` returns only authorities that are cached already: for a caller who may not make the server send more
 * requests.
 */
export type RemoteAuthorities = AuthorityOf & {
  readonly present: AuthorityOf
  /** A token of this tenant was verified. */
  readonly confirm: (tenantId: string) => void
}

/** The authority's metadata cannot be used: it is malformed, or it names a host of another cloud. */
export class UntrustedMetadata extends Error {
  constructor() {
    super('unusable authority metadata')
    this.name = 'UntrustedMetadata'
  }
}

const maxTenants = 256
/** Entra lets clients cache its metadata for a day; an hour bounds how long a changed issuer stays unknown here. */
const keptMilliseconds = 3_600_000

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.string() })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a tenant's OpenID configuration (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig).
 * The issuer is the one in the metadata, so that a renamed issuer is followed; its host and the host of the keys must
 * belong to the authority's cloud.
 * @throws UntrustedMetadata, or what the request throws
 */
export async function readMetadata(
  authorityHost: string,
  tenantId: string,
): Promise<{ readonly issuer: string; readonly keysAddress: string }> {
  const hosts = signInHosts(authorityHost)
  const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`
  const { status, text } = await authorityFetch(url, { method: 'GET', headers: { accept: 'application/json' } })
  const parsed = status === 200 ? metadataSchema.safeParse(jsonOf(text)) : undefined
  if (parsed?.success !== true) throw new UntrustedMetadata()
  const { jwks_uri: keysAddress } = parsed.data
  const issuer = trustedIssuer(hosts, parsed.data.issuer, tenantId)
  if (issuer === null || !isSignInAddress(hosts, keysAddress)) throw new UntrustedMetadata()
  return { issuer, keysAddress }
}

function keySet(address: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(address), {
    [customFetch]: async (url) => {
      const answer = await authorityFetch(url, { method: 'GET', headers: { accept: 'application/json' } })
      return new Response(answer.text, { status: answer.status })
    },
  })
}

interface Known {
  readonly at: number
  readonly authority: Promise<Authority>
}

/**
 * Metadata and key sets by tenant, fetched when first needed. A failure is not cached. jose refetches the keys when one
 * is missing, at most once in 30 s. Bounded, because with any tenant allowed the callers choose the tenant: tenants of
 * which no token was verified yet are held apart, so that they displace none whose users have signed in.
 * @param now milliseconds of a clock; tests pass their own
 */
export function remoteAuthorities(authorityHost: string, now: () => number = Date.now): RemoteAuthorities {
  const confirmed = new LeastRecentlyUsed<Known>(maxTenants)
  const candidates = new LeastRecentlyUsed<Known>(maxTenants)
  const knownOf = (tenantId: string): Known | undefined => confirmed.get(tenantId) ?? candidates.get(tenantId)
  const read = async (tenantId: string): Promise<Authority> => {
    const { issuer, keysAddress } = await readMetadata(authorityHost, tenantId)
    return { issuer, keys: keySet(keysAddress) }
  }
  const authorityOf: AuthorityOf = (tenantId) => {
    const kept = knownOf(tenantId)
    if (kept !== undefined && now() - kept.at < keptMilliseconds) return kept.authority
    const authority = read(tenantId)
    const place = confirmed.get(tenantId) === undefined ? candidates : confirmed
    place.set(tenantId, { at: now(), authority })
    authority.catch(() => {
      if (place.get(tenantId)?.authority === authority) place.delete(tenantId)
    })
    return authority
  }
  const present: AuthorityOf = (tenantId) =>
    knownOf(tenantId)?.authority ?? Promise.reject(new errors.JWKSNoMatchingKey())
  const confirm = (tenantId: string): void => {
    const candidate = candidates.get(tenantId)
    if (candidate === undefined) return
    candidates.delete(tenantId)
    confirmed.set(tenantId, candidate)
  }
  return Object.assign(authorityOf, { present, confirm })
}
