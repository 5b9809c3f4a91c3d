import { createPublicKey } from 'node:crypto'
import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { identitiesIn } from '../entra/identities'
import { applicationClaims, sign, userAccessClaims } from '../entra/mint'
import { graphOrigin, parseScopes, type Resource, storageResource } from '../entra/scopes'
import { productApi, productSpa } from '../names'
import type { Simulator, Tenant } from '../server/state'
import type { TokenOrder } from './shapes'

const isResource = (audience: string): audience is Resource =>
  audience === 'api' || audience === 'arm' || audience === 'graph'

function rightClaims(simulator: Simulator, tenant: Tenant, order: TokenOrder): JWTPayload | null {
  const wanted = order.person.toLowerCase()
  const identity = identitiesIn(simulator, tenant).find(({ person }) =>
    [person.displayName, person.userPrincipalName, person.objectId].some((name) => name.toLowerCase() === wanted),
  )
  const principal = tenant.world.servicePrincipals.find(({ applicationId }) => applicationId.toLowerCase() === wanted)
  const resource = isResource(order.audience) ? order.audience : 'api'
  const { tenantId } = tenant.world
  if (principal !== undefined)
    return applicationClaims(simulator, tenantId, principal, order.expiresIn, resource === 'graph' ? 'graph' : 'arm')
  if (identity === undefined) return null
  const clientId = resource === 'arm' ? productApi.clientId : productSpa.clientId
  const { acrs, capabilities, expiresIn } = order
  const { server } = simulator.origins
  const target = {
    api: productApi.identifierUri,
    arm: server,
    graph: graphOrigin(server),
    storage: storageResource,
  }[resource]
  const scopes = parseScopes(`${target}/.default`, { armAudience: server, directory: tenant.directory })
  if (!scopes.ok) return null
  return userAccessClaims(simulator, {
    identity,
    clientId,
    scopes: scopes.value,
    acrs,
    capabilities,
    lifetime: expiresIn,
  })
}

/** The ordered claims: the chosen audience, with overrides; an expired token was also issued earlier. */
function orderedClaims(claims: JWTPayload, order: TokenOrder): JWTPayload {
  const early = order.expiresIn <= 0 ? order.expiresIn - 60 : 0
  const times = { iat: (claims.iat ?? 0) + early, nbf: (claims.nbf ?? 0) + early }
  const audience = isResource(order.audience) ? {} : { aud: order.audience }
  const all = Object.entries<unknown>({ ...claims, ...times, ...audience, ...order.overrides })
  return Object.fromEntries(all.filter(([, value]) => value !== null))
}

/** Combines the signature with other claims. */
function tampered(token: string): string {
  const [header = '', , signature = ''] = token.split('.')
  const body: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const changed =
    typeof body === 'object' && body !== null ? { ...body, oid: '00000000-0000-4000-8000-000000000000' } : {}
  return `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`
}

async function sealed(simulator: Simulator, claims: JWTPayload, flaw: TokenOrder['flaw']): Promise<string> {
  const { kid, publicJwk } = simulator.keys.current()
  switch (flaw) {
    case 'none':
      return sign(simulator, claims)
    case 'alg-none':
      return new UnsecuredJWT(claims).encode()
    case 'tampered':
      return tampered(await sign(simulator, claims))
    case 'wrong-key': {
      const { privateKey } = await generateKeyPair('RS256')
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey)
    }
    case 'symmetric': {
      // The classic confusion: the public key used as a shared secret.
      const pem = createPublicKey({
        key: { kty: 'RSA', n: publicJwk.n ?? '', e: publicJwk.e ?? '' },
        format: 'jwk',
      }).export({ type: 'spki', format: 'pem' })
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid }).sign(Buffer.from(pem))
    }
  }
}

/** Issues a token without a sign-in, valid or deliberately invalid; null if the tenant has no such person. */
export async function issueToken(simulator: Simulator, tenant: Tenant, order: TokenOrder): Promise<string | null> {
  const claims = rightClaims(simulator, tenant, order)
  return claims === null ? null : sealed(simulator, orderedClaims(claims, order), order.flaw)
}
