import 'server-only'
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import { authorityFetch } from './authority-fetch'
import { LeastRecentlyUsed } from './lru'

/** Gives the signing keys of one tenant. `tenantId` is a GUID from the allow-list: callers check that first. */
export type KeysOf = (tenantId: string) => JWTVerifyGetKey

/** Key sets that are fetched, and those of them that are here already: for a caller who may not make us fetch more. */
export type RemoteKeys = KeysOf & { readonly present: KeysOf }

const none: JWTVerifyGetKey = () => Promise.reject(new errors.JWKSNoMatchingKey())

const maxTenants = 256

/**
 * Key sets by tenant, fetched when first needed and refetched by jose when a key is missing, at most once in 30 s.
 * Bounded, since with any tenant allowed the callers choose the tenant.
 */
export function remoteKeys(authorityHost: string): RemoteKeys {
  const sets = new LeastRecentlyUsed<JWTVerifyGetKey>(maxTenants)
  const keysOf: KeysOf = (tenantId) => {
    const known = sets.get(tenantId)
    if (known !== undefined) return known
    const made = createRemoteJWKSet(new URL(`${authorityHost}/${tenantId}/discovery/v2.0/keys`), {
      [customFetch]: async (url) => {
        const answer = await authorityFetch(url, { method: 'GET', headers: { accept: 'application/json' } })
        return new Response(answer.text, { status: answer.status })
      },
    })
    sets.set(tenantId, made)
    return made
  }
  return Object.assign(keysOf, { present: (tenantId: string) => sets.get(tenantId) ?? none })
}
