import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { troubleVm } from '../names'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import { send, type Answer } from '../server/testing/send'

let simulator: TestSimulator
let tenant: TenantClient
let address: string
let token: string
let vmId: string
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'troubleshooting' })
  await tenant.clock({ freeze: true })
  token = await tenant.token({ person: 'Aiko Tanaka', audience: 'arm' })
  vmId = (await tenant.vms()).find(({ name }) => name === troubleVm('state-copy'))?.id ?? ''
  const answer = await simulator.arm(`${vmId}/retrieveBootDiagnosticsData?api-version=2024-07-01`, token, {
    method: 'POST',
  })
  address = String(Reflect.get(answer.json, 'serialConsoleLogBlobUri'))
})
afterAll(() => simulator.stop())

const open = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(url, { headers, ca: simulator.certificate.certificate })

describe('boot diagnostics', () => {
  it('are on another host than ARM, accessible by the URL alone', async () => {
    expect(new URL(address).hostname).not.toBe(new URL(simulator.origins.server).hostname)
    const answer = await open(address)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('MACHINE STATE: encrypt_block_device')
  })

  it('support ranges', async () => {
    const whole = await open(address)
    const end = await open(address, { range: 'bytes=-100' })
    expect(end.status).toBe(206)
    expect(whole.text.endsWith(end.text)).toBe(true)
    expect((await open(address, { range: 'bytes=0-9' })).text).toBe(whole.text.slice(0, 10))
    expect((await open(address, { range: 'bytes=99999999-' })).status).toBe(416)
  })

  it('refuse a changed URL', async () => {
    const changed = new URL(address)
    changed.searchParams.set('se', '2099-01-01T00:00:00Z')
    const answer = await open(changed.href)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('AuthenticationFailed')
  })

  it('refuse a request with a token, and count it', async () => {
    expect((await open(address, { authorization: `Bearer ${token}` })).status).toBe(400)
    expect((await tenant.traffic()).counts['storage-token']).toEqual({ 400: 1 })
  })

  it('refuse an expired URL', async () => {
    await tenant.clock({ step: 3 * 3_600_000 })
    expect((await open(address)).status).toBe(403)
  })

  it('are subject to faults like all routes', async () => {
    const fresh = await simulator.arm(`${vmId}/retrieveBootDiagnosticsData?api-version=2024-07-01`, token, {
      method: 'POST',
    })
    await tenant.addFault({ kind: 'server-error', routes: ['storage-blob'], times: 1 })
    const url = String(Reflect.get(fresh.json, 'serialConsoleLogBlobUri'))
    expect((await open(url)).status).toBe(503)
    expect((await open(url)).status).toBe(200)
  })
})

describe('a change of a related resource', () => {
  it('is visible in the next request, and a deleted vault is missing', async () => {
    const [subscription] = (await tenant.summary()).subscriptions
    const id = `/subscriptions/${subscription?.id ?? ''}/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-firewall`
    const read = () => simulator.arm(`${id}?api-version=2023-07-01`, token)
    await tenant.changeResource({ id, change: { properties: { networkAcls: { bypass: 'AzureServices' } } } })
    expect((await read()).json.properties).toMatchObject({
      networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' },
    })
    await tenant.changeResource({ id, change: null })
    expect((await read()).status).toBe(404)
  })
})
