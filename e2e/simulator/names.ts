import type { ScenarioName } from './model/world'

/** The product's single-page application, as registered in every simulated tenant. Its redirect addresses: any `http://localhost:PORT/auth/redirect`. */
export const productSpa = { clientId: '5ea1a7c4-0000-4000-a000-0000000005fa', redirectPath: '/auth/redirect' } as const

/** The product's API: its client id is the audience of the tokens that the browser holds. */
export const productApi = {
  clientId: '5ea1a7c4-0000-4000-a000-0000000000a1',
  clientSecret: 'simulated-api-secret',
  scope: 'access_as_user',
  identifierUri: 'api://5ea1a7c4-0000-4000-a000-0000000000a1',
} as const

/** The service identity of an unattended collector: Reader on every subscription of every simulated tenant. */
export const collectorApplication = {
  clientId: '5ea1a7c4-0000-4000-a000-0000000c011e',
  clientSecret: 'simulated-collector-secret',
} as const

/** Public client id of azure-cli, the same in every cloud. */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

/** Tenant ids of the worlds that `--worlds` makes; tests make tenants of their own. */
export const demoTenantIds: Readonly<Record<ScenarioName, string>> = {
  mixed: '5ea1a7c4-1111-4111-a111-000000000001',
  empty: '5ea1a7c4-1111-4111-a111-000000000002',
  denied: '5ea1a7c4-1111-4111-a111-000000000003',
  fleet: '5ea1a7c4-1111-4111-a111-000000000004',
  recorded: '5ea1a7c4-1111-4111-a111-000000000005',
  lifecycle: '5ea1a7c4-1111-4111-a111-000000000006',
  timeline: '5ea1a7c4-1111-4111-a111-000000000007',
}

/** The tenant that a demo signs in to. */
export const demoTenantId = demoTenantIds.mixed

/** The value of `acrs` that challenged people have to bring. */
export const strongerSignIn = 'c1'

/** Title of every page of fake Entra. */
export const directoryTitle = 'Simulated directory'
