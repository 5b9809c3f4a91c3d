import { timingSafeEqual } from 'node:crypto'
import { jwtVerify } from 'jose'
import { applicationOf } from './applications'
import type { Simulator } from '../server/state'
import type { EntraErrorName } from './errors'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function assertionHolds(
  simulator: Simulator,
  who: { readonly issuer?: string; readonly subject?: string },
  assertion: string,
  audiences: string[],
): Promise<boolean> {
  for (const key of simulator.entra.clientKeys) {
    try {
      await jwtVerify(assertion, key, {
        ...who,
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
  return (await assertionHolds(simulator, { issuer: clientId, subject: clientId }, assertion, audiences))
    ? null
    : 'client-assertion-wrong'
}

/** Audience of the tokens that a federated identity (Kubernetes, GitHub) exchanges. */
const exchangeAudience = 'api://AzureADTokenExchange'

/**
 * How a service principal proves itself: by its secret, by a JWT of its own signed with a registered key (as with a
 * certificate), or by another issuer's JWT for the exchange, signed with a registered key as well. Null where it does.
 */
export async function wrongPrincipalCredential(
  simulator: Simulator,
  tenantId: string,
  form: URLSearchParams,
  expected: string,
): Promise<EntraErrorName | null> {
  const secret = form.get('client_secret')
  if (secret !== null) return sameSecret(secret, expected) ? null : 'secret-wrong'
  const assertion = form.get('client_assertion')
  if (assertion === null || form.get('client_assertion_type') !== jwtBearer) return 'secret-missing'
  const clientId = form.get('client_id') ?? ''
  const { server } = simulator.origins
  const own = [`${server}/${tenantId}/oauth2/v2.0/token`, `${server}/${tenantId}/v2.0`]
  if (await assertionHolds(simulator, { issuer: clientId, subject: clientId }, assertion, own)) return null
  return (await assertionHolds(simulator, {}, assertion, [exchangeAudience])) ? null : 'client-assertion-wrong'
}
