import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())

describe('issuers of each cloud', () => {
  it.each([
    ['public', 'https://login.microsoftonline.com', 'https://sts.windows.net'],
    ['usgovernment', 'https://login.microsoftonline.us', 'https://sts.windows.net'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://sts.chinacloudapi.cn'],
    [null, '', 'https://sts.windows.net'],
  ] as const)('%s: version 2.0 at %s, 1.0 at %s', async (cloud, host, first) => {
    const tenant = await simulator.control.createTenant({ scenario: 'empty' })
    await tenant.settings({ cloud })
    const { tenantId } = tenant
    const at = cloud === null ? simulator.origins.server : host
    const { json } = await simulator.server(`/${tenantId}/v2.0/.well-known/openid-configuration`)
    expect(json).toMatchObject({
      issuer: `${at}/${tenantId}/v2.0`,
      jwks_uri: `${at}/${tenantId}/discovery/v2.0/keys`,
      token_endpoint: `${at}/${tenantId}/oauth2/v2.0/token`,
    })
    expect(decodeJwt(await tenant.token({ person: 'Chiara Rossi' }))).toMatchObject({
      iss: `${at}/${tenantId}/v2.0`,
      ver: '2.0',
    })
    const arm = await tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
    expect(decodeJwt(arm)).toMatchObject({ iss: `${first}/${tenantId}/`, ver: '1.0' })
    expect((await simulator.arm('/subscriptions?api-version=2022-12-01', arm)).status).toBe(200)
  })
})
