import { timingSafeEqual } from 'node:crypto'
import { jwtVerify } from 'jose'
import { applicationOf } from './applications'
import type { Simulator } from '../server/state'
import type { EntraErrorName } from './errors'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function assertionHolds(
  simulator: Simulator,
  clientId: string,
  assertion: string,
  audiences: string[],
): Promise<boolean> {
  for (const key of simulator.entra.clientKeys) {
    try {
      await jwtVerify(assertion, key, {
        issuer: clientId,
        subject: clientId,
        audience: audiences,
        algorithms: ['RS256', 'PS256'],
        currentDate: new Date(simulator.now()),
        requiredClaims: ['exp'],
      })
      return true
    } catch {
      // Another registered key may still fit.
    }
  }
  return false
}

/**
 * How a confidential client proves itself: by its secret, or by a JWT signed with a key registered at the control API.
 * Null where it does.
 */
export async function wrongCredential(
  simulator: Simulator,
  tenantId: string,
  form: URLSearchParams,
): Promise<EntraErrorName | null> {
  const clientId = form.get('client_id') ?? ''
  const secret = form.get('client_secret')
  const expected = applicationOf(clientId)?.secret ?? null
  if (secret !== null) return expected !== null && sameSecret(secret, expected) ? null : 'secret-wrong'
  const assertion = form.get('client_assertion')
  if (assertion === null || form.get('client_assertion_type') !== jwtBearer) return 'secret-missing'
  const { server } = simulator.origins
  const audiences = [`${server}/${tenantId}/oauth2/v2.0/token`, `${server}/${tenantId}/v2.0`]
  return (await assertionHolds(simulator, clientId, assertion, audiences)) ? null : 'client-assertion-wrong'
}
