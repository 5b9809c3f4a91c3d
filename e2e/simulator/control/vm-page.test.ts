import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import type { TenantClient } from './client'

let simulator: TestSimulator
let tenant: TenantClient
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'timeline' })
  await tenant.clock({ freeze: true })
})
afterAll(() => simulator.stop())

const page = (query: Record<string, string> = {}) =>
  simulator.browser(`/vms?${new URLSearchParams({ tenant: tenant.tenantId, ...query }).toString()}`)
const press = (form: Record<string, string>) =>
  simulator.browser('/vms', { form: { tenant: tenant.tenantId, ...form } })

async function vm(name: string) {
  const found = (await tenant.vms()).find((each) => each.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

describe('the page of VMs', () => {
  it('is linked from the first page, and restarts a VM that waits for a restart', async () => {
    expect((await simulator.browser('/')).text).toContain(`/vms?tenant=${tenant.tenantId}`)
    const { id } = await vm('vm-waits-for-restart')
    const begun = await press({ id, plan: 'linux-offline-all-waits-for-reboot', q: 'waits' })
    expect(begun).toMatchObject({ status: 303, headers: { location: `/vms?tenant=${tenant.tenantId}&q=waits` } })
    await press({ step: String(24 * 3_600_000) })
    const waiting = await page({ q: 'waits' })
    expect(waiting.text).toContain('waits for a restart')
    expect(waiting.text).toContain('Restart vm-waits-for-restart')
    expect(waiting.text).not.toContain('vm-windows')
    await press({ id, action: 'restart' })
    await press({ step: '3600000' })
    const log = await tenant.log({ id })
    expect(log.at(-1)?.state.message).toBe('Encryption succeeded for all volumes')
  })

  it('stops, starts, recreates and deletes', async () => {
    const before = await vm('vm-windows')
    await press({ id: before.id, action: 'deallocate' })
    expect((await vm('vm-windows')).power).toBe('deallocated')
    expect((await page({ q: 'vm-windows' })).text).toContain('Start vm-windows')
    await press({ id: before.id, action: 'recreate' })
    expect((await vm('vm-windows')).vmId).not.toBe(before.vmId)
    await press({ id: before.id, action: 'delete' })
    await expect(vm('vm-windows')).rejects.toThrow('no vm-windows')
  })

  it('speeds the clock up', async () => {
    const before = await tenant.clock()
    await press({ speed: '600' })
    await press({ speed: '0', step: '60000' })
    expect(await tenant.clock()).toBeGreaterThanOrEqual(before + 60_000)
  })

  it('refuses pages of other origins, and unknown tenants', async () => {
    const headers = { origin: 'https://attacker.example' }
    expect((await simulator.browser('/vms', { form: { tenant: tenant.tenantId, step: '1' }, headers })).status).toBe(
      403,
    )
    expect((await simulator.browser('/vms?tenant=nobody')).status).toBe(404)
    expect((await simulator.browser('/vms', { form: { tenant: 'none' } })).status).toBe(404)
  })
})

describe('the webhook receiver', () => {
  const send = (body: string, name = 'team') =>
    fetch(tenant.webhookAddress(name), { method: 'POST', body, headers: { 'x-signature': 'sha256=abc' } })

  it('records posts on both listeners', async () => {
    expect((await send('{"event":"finished"}')).status).toBe(200)
    const path = new URL(tenant.webhookAddress('other')).pathname
    expect((await simulator.server(path, { method: 'POST', body: '{}' })).status).toBe(200)
    const received = await tenant.webhooks()
    expect(received).toMatchObject([
      { name: 'team', body: '{"event":"finished"}', headers: { 'x-signature': 'sha256=abc' }, status: 200 },
      { name: 'other', body: '{}' },
    ])
    const shown = await page({ page: 'webhooks' })
    expect(shown.text).toContain('{&quot;event&quot;:&quot;finished&quot;}')
  })

  it('fails the configured number of times, then succeeds', async () => {
    await tenant.clearWebhooks()
    await tenant.changeWebhooks({ failures: 2, status: 429, retryAfter: '1' })
    const answers = [await send('1'), await send('2'), await send('3')]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200])
    expect(answers[0]?.headers.get('retry-after')).toBe('1')
    expect((await tenant.webhooks()).map(({ status }) => status)).toEqual([429, 429, 200])
  })

  it('can be slow', async () => {
    await tenant.changeWebhooks({ delayMs: 80 })
    const began = performance.now()
    await send('slow')
    expect(performance.now() - began).toBeGreaterThanOrEqual(75)
    await tenant.clearWebhooks()
    expect(await tenant.webhooks()).toEqual([])
  })

  it('requires a known tenant, a name and a POST', async () => {
    expect((await fetch(tenant.webhookAddress('team'))).status).toBe(405)
    expect((await send('', '')).status).toBe(404)
    expect((await simulator.browser('/_webhooks/nobody/x', { method: 'POST' })).status).toBe(404)
  })
})
