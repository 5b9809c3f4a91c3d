import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { productApi } from '../names'
import { challengeClaims } from './claims-request'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'

let simulator: TestSimulator
let tenant: TenantClient
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
})
afterAll(() => simulator.stop())

/** The unmodified libraries, in a separate Node process: it trusts the certificate by its environment, like the product. */
const program = `
  import { ConfidentialClientApplication } from '@azure/msal-node'
  import { ComputeManagementClient } from '@azure/arm-compute'
  import { createRemoteJWKSet, jwtVerify } from 'jose'
  const { origin, tenantId, clientId, clientSecret, assertion, subscription } = JSON.parse(process.env.ORDER)
  const application = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: origin + '/' + tenantId, knownAuthorities: [new URL(origin).host] },
  })
  const out = {}
  try {
    const keys = createRemoteJWKSet(new URL(origin + '/' + tenantId + '/discovery/v2.0/keys'))
    const { payload } = await jwtVerify(assertion, keys, { issuer: origin + '/' + tenantId + '/v2.0', audience: clientId, algorithms: ['RS256'] })
    out.verified = payload.name
    const result = await application.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [origin + '/.default'] })
    const again = await application.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [origin + '/.default'] })
    out.cached = again.fromCache
    const credential = { getToken: async () => ({ token: result.accessToken, expiresOnTimestamp: result.expiresOn.getTime() }) }
    const client = new ComputeManagementClient(credential, subscription, { endpoint: origin, credentialScopes: [origin + '/.default'] })
    out.vms = 0
    for await (const vm of client.virtualMachines.listAll()) if (vm.id) out.vms += 1
  } catch (error) {
    out.error = { name: error.name, code: error.errorCode, sub: error.subError, claims: error.claims }
  }
  process.stdout.write(JSON.stringify(out))
`

interface Outcome {
  readonly verified: string
  readonly cached: boolean
  readonly vms: number
  readonly error: unknown
}

function runLibraries(assertion: string, subscription: string): Promise<Outcome> {
  const order = {
    origin: simulator.origins.server,
    tenantId: tenant.tenantId,
    clientId: productApi.clientId,
    clientSecret: productApi.clientSecret,
    assertion,
    subscription,
  }
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: simulator.certificate.caFile, ORDER: JSON.stringify(order) }
  const cwd = fileURLToPath(new URL('../../..', import.meta.url))
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', program], { env, cwd }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout))
      else reject(new Error(`${error.message}\n${stderr}`))
    })
  })
}

describe('unmodified jose, msal-node and ARM client', () => {
  it('verify the token, exchange it, use their caches and list every page', async () => {
    const [subscription] = (await tenant.summary()).subscriptions
    const out = await runLibraries(await tenant.token({ person: 'Chiara Rossi' }), subscription!.id)
    expect(out).toMatchObject({ verified: 'Chiara Rossi', cached: true })
    const inSubscription = (await tenant.vms()).filter(({ id }) =>
      id.toLowerCase().startsWith(`/subscriptions/${subscription!.id}`.toLowerCase()),
    )
    expect(out.vms).toBe(inSubscription.length)
    expect(out.vms).toBeGreaterThan(0)
  })

  it('see the claims challenge as InteractionRequiredAuthError with its claims', async () => {
    const out = await runLibraries(await tenant.token({ person: 'Emi Sato' }), 'unused')
    expect(out.error).toMatchObject({
      name: 'InteractionRequiredAuthError',
      code: 'interaction_required',
      claims: challengeClaims,
    })
  })

  it('see missing consent as InteractionRequiredAuthError without claims', async () => {
    const out = await runLibraries(await tenant.token({ person: 'Farah Haddad' }), 'unused')
    expect(out.error).toMatchObject({ name: 'InteractionRequiredAuthError', sub: 'consent_required', claims: '' })
  })
})
