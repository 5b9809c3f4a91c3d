import { timingSafeEqual, X509Certificate, type KeyObject } from 'node:crypto'
import { decodeJwt, jwtVerify, type CryptoKey } from 'jose'
import { registrationOf, type Registration } from '../directory/model'
import type { Simulator, Tenant } from '../server/state'
import type { EntraErrorName } from './errors'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Audience of the tokens that a federated identity (Kubernetes, GitHub) exchanges. */
const exchangeAudience = 'api://AzureADTokenExchange'

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function assertionHolds(
  simulator: Simulator,
  who: { readonly issuer?: string; readonly subject?: string },
  assertion: string,
  audiences: string[],
  keys: readonly (CryptoKey | KeyObject)[] = simulator.entra.clientKeys,
): Promise<boolean> {
  for (const key of keys) {
    try {
      await jwtVerify(assertion, key, {
        ...who,
        audience: audiences,
        algorithms: ['RS256', 'PS256'],
        currentDate: new Date(simulator.now()),
        // MSAL rounds "not before" up to the next second.
        clockTolerance: 60,
        requiredClaims: ['exp'],
      })
      return true
    } catch {
      // Another registered key may match.
    }
  }
  return false
}

function wrongSecret(simulator: Simulator, own: Registration | undefined, secret: string): EntraErrorName | null {
  const found = own?.passwords.find(({ secretText }) => sameSecret(secret, secretText))
  if (found === undefined) return 'secret-wrong'
  return Date.parse(found.endDateTime) > simulator.now() ? null : 'secret-expired'
}

/** Public keys of the registration's valid certificates. */
function certificateKeys(simulator: Simulator, own: Registration | undefined): KeyObject[] {
  const certificates = (own?.keyCredentials ?? []).map(
    ({ key }) => new X509Certificate(Buffer.from(key ?? '', 'base64')),
  )
  return certificates.filter(({ validTo }) => Date.parse(validTo) > simulator.now()).map(({ publicKey }) => publicKey)
}

/** Whether the assertion is from a workload that the registration trusts. */
function federated(own: Registration | undefined, assertion: string): boolean {
  try {
    const { iss, sub } = decodeJwt(assertion)
    return own?.federated.some(({ issuer, subject }) => issuer === iss && subject === sub) ?? false
  } catch {
    return false
  }
}

/**
 * Authenticates a confidential client: by a secret or a certificate of its registration, by a JWT of a workload that
 * the registration trusts, or by a self-signed JWT with a key registered at the control API. Null on success.
 */
export async function wrongCredential(
  simulator: Simulator,
  tenant: Tenant,
  form: URLSearchParams,
): Promise<EntraErrorName | null> {
  const clientId = form.get('client_id') ?? ''
  const own = registrationOf(tenant.directory, clientId)
  const secret = form.get('client_secret')
  if (secret !== null) return wrongSecret(simulator, own, secret)
  const assertion = form.get('client_assertion')
  if (assertion === null || form.get('client_assertion_type') !== jwtBearer) return 'secret-missing'
  const { server } = simulator.origins
  const { tenantId } = tenant.world
  const audiences = [`${server}/${tenantId}/oauth2/v2.0/token`, `${server}/${tenantId}/v2.0`]
  const keys = [...simulator.entra.clientKeys, ...certificateKeys(simulator, own)]
  if (await assertionHolds(simulator, { issuer: clientId, subject: clientId }, assertion, audiences, keys)) return null
  if (!(await assertionHolds(simulator, {}, assertion, [exchangeAudience]))) return 'client-assertion-wrong'
  return federated(own, assertion) ? null : 'federation-unknown'
}

/**
 * Authenticates a service principal: by its secret, by a self-signed JWT with a registered key (as with a
 * certificate), or by another issuer's JWT for the exchange, also signed with a registered key. Null on success.
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
