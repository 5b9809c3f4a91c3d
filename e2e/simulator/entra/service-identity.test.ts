import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { collectorApplication } from '../names'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'

let simulator: TestSimulator
let tenant: TenantClient
let privateKey: KeyObject
const { clientId, clientSecret } = collectorApplication

beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'lifecycle' })
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  privateKey = pair.privateKey
  await simulator.control.registerClientKey(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString())
})
afterAll(() => simulator.stop())

const options = () => ({
  authorityHost: simulator.origins.server,
  disableInstanceDiscovery: true,
  tlsOptions: { ca: simulator.certificate.certificate },
  retryOptions: { maxRetries: 0 },
})
const scope = (): string => `${simulator.origins.server}/.default`

async function readsEveryVm(token: string | undefined): Promise<void> {
  const [subscription] = (await tenant.summary()).subscriptions
  const path = `/subscriptions/${subscription!.id}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01`
  const answer = await simulator.arm(path, token ?? '')
  expect(answer.status).toBe(200)
  expect(answer.json.value.length).toBeGreaterThan(10)
}

function assertion(claims: { issuer: string; audience: string }): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(claims.issuer)
    .setSubject(claims.issuer === clientId ? clientId : 'system:serviceaccount:sealwatch:collector')
    .setAudience(claims.audience)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey)
}

it('signs in with a secret through the unmodified @azure/identity and reads the fleet', async () => {
  const credential = new ClientSecretCredential(tenant.tenantId, clientId, clientSecret, options())
  const token = await credential.getToken(scope())
  await readsEveryVm(token.token)
  expect(token.expiresOnTimestamp - Date.now()).toBeGreaterThan(30 * 60_000)
})

it('signs in with the token of another issuer, as a federated workload does', async () => {
  const issued = (): Promise<string> =>
    assertion({ issuer: 'https://oidc.cluster.example', audience: 'api://AzureADTokenExchange' })
  const credential = new ClientAssertionCredential(tenant.tenantId, clientId, issued, options())
  await readsEveryVm((await credential.getToken(scope())).token)
})

it('signs in with a self-signed assertion, as with a certificate', async () => {
  const audience = `${simulator.origins.server}/${tenant.tenantId}/oauth2/v2.0/token`
  const credential = new ClientAssertionCredential(
    tenant.tenantId,
    clientId,
    () => assertion({ issuer: clientId, audience }),
    options(),
  )
  await readsEveryVm((await credential.getToken(scope())).token)
})

it('is refused with a wrong secret, a foreign audience and another resource', async () => {
  const wrong = new ClientSecretCredential(tenant.tenantId, clientId, 'wrong', options())
  await expect(wrong.getToken(scope())).rejects.toThrow(/AADSTS7000215/)
  const elsewhere = (): Promise<string> => assertion({ issuer: 'https://oidc.cluster.example', audience: 'elsewhere' })
  const foreign = new ClientAssertionCredential(tenant.tenantId, clientId, elsewhere, options())
  await expect(foreign.getToken(scope())).rejects.toThrow(/AADSTS/)
  const right = new ClientSecretCredential(tenant.tenantId, clientId, clientSecret, options())
  await expect(right.getToken('https://vault.azure.net/.default')).rejects.toThrow(/AADSTS/)
})
