import { errors, jwtVerify, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose'
import type { Simulator } from '../server/state'

export type Verified =
  | { readonly kind: 'good'; readonly claims: JWTPayload }
  | { readonly kind: 'expired'; readonly claims: JWTPayload }
  | { readonly kind: 'wrong-audience'; readonly claims: JWTPayload }
  | { readonly kind: 'bad' }

/** Finds the published key that a token names. */
function keyFor({ keys }: Simulator): (header: JWTHeaderParameters) => CryptoKey {
  return ({ kid }) => {
    const key = keys.all().find((each) => each.kid === kid)
    if (key === undefined) throw new errors.JWKSNoMatchingKey()
    return key.publicKey
  }
}

/** Verified tokens, per simulator: a load sends the same one hundreds of times. */
const goodBefore = new WeakMap<Simulator, Map<string, JWTPayload>>()
const mostKept = 500
const clockTolerance = 5

function keep(simulator: Simulator, entry: string, claims: JWTPayload): void {
  const kept = goodBefore.get(simulator) ?? new Map<string, JWTPayload>()
  goodBefore.set(simulator, kept)
  if (kept.size >= mostKept) kept.clear()
  kept.set(entry, claims)
}

/** The claims of an already verified token, while its times are valid: keys do not change. */
function known(simulator: Simulator, entry: string): JWTPayload | null {
  const claims = goodBefore.get(simulator)?.get(entry)
  const now = Math.floor(simulator.now() / 1000)
  if (claims?.exp === undefined || claims.exp <= now - clockTolerance) return null
  return (claims.nbf ?? 0) > now + clockTolerance ? null : claims
}

/** Checks signature, algorithm, times and audience of a token that fake Entra should have issued; the caller checks the issuer. */
export async function verifyOwnToken(simulator: Simulator, token: string, audience: string): Promise<Verified> {
  const entry = `${audience} ${token}`
  const claims = known(simulator, entry)
  if (claims !== null) return { kind: 'good', claims }
  try {
    const { payload } = await jwtVerify(token, keyFor(simulator), {
      algorithms: ['RS256'],
      audience,
      clockTolerance,
      currentDate: new Date(simulator.now()),
      requiredClaims: ['iss', 'tid', 'exp', 'oid'],
    })
    keep(simulator, entry, payload)
    return { kind: 'good', claims: payload }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: 'expired', claims: error.payload }
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
      return { kind: 'wrong-audience', claims: error.payload }
    return { kind: 'bad' }
  }
}

/** A text claim; null if it is absent or of another type. */
export function textClaim(claims: JWTPayload, name: string): string | null {
  const value = claims[name]
  return typeof value === 'string' ? value : null
}

/** A claim that is a list of texts; empty if it is absent. */
export function listClaim(claims: JWTPayload, name: string): string[] {
  const value = claims[name]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
