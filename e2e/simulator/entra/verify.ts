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

/** Checks signature, algorithm, times and audience of a token that fake Entra should have issued; the issuer is left to the caller. */
export async function verifyOwnToken(simulator: Simulator, token: string, audience: string): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(token, keyFor(simulator), {
      algorithms: ['RS256'],
      audience,
      clockTolerance: 5,
      currentDate: new Date(simulator.now()),
      requiredClaims: ['iss', 'tid', 'exp', 'oid'],
    })
    return { kind: 'good', claims: payload }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: 'expired', claims: error.payload }
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
      return { kind: 'wrong-audience', claims: error.payload }
    return { kind: 'bad' }
  }
}

/** A claim that is text; null where it is absent or anything else. */
export function textClaim(claims: JWTPayload, name: string): string | null {
  const value = claims[name]
  return typeof value === 'string' ? value : null
}

/** A claim that is a list of texts; empty where it is absent. */
export function listClaim(claims: JWTPayload, name: string): string[] {
  const value = claims[name]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
