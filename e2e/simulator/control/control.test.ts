import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorldSpec } from '../model/world'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import { createWorld } from '../worlds/create'
import type { TenantClient } from './client'

let simulator: TestSimulator
let tenant: TenantClient
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed', seed: 7 })
})
afterAll(() => simulator.stop())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  simulator.browser(`/_simulator/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  })

describe('tenants', () => {
  it('are created with people, service principals and subscriptions, listed and deleted', async () => {
    const made = await simulator.control.createTenant({
      scenario: 'fleet',
      vms: 40,
      subscriptions: 2,
      ade: 0.5,
      bucketScale: 2,
    })
    expect(made.created).toMatchObject({ scenario: 'fleet', vms: 40 })
    expect(made.created.subscriptions).toHaveLength(2)
    expect(made.created.people.map(({ displayName }) => displayName)).toContain('Aiko Tanaka')
    expect(made.created.servicePrincipals[0]?.secret).toBeTruthy()
    expect((await simulator.control.overview()).tenants.map(({ tenantId }) => tenantId)).toContain(made.tenantId)
    await made.remove()
    await expect(made.summary()).rejects.toThrow('404')
  })

  it('have every property that was asked for', async () => {
    const specs: WorldSpec[] = []
    const other = await startTestSimulator((spec) => {
      specs.push(spec)
      return createWorld(spec)
    })
    const graph = { lag: 0, tables: 'china', denied: 'access-denied', vmRows: 'bare', keepRows: 60 } as const
    const asked = { scenario: 'fleet', seed: 3, vms: 4, subscriptions: 1, ade: 0.5, still: true, readers: 1 } as const
    await other.control.createTenant({ ...asked, bucketScale: 2, latencyMs: 1, graph })
    await other.stop()
    expect(specs).toEqual([expect.objectContaining({ ...asked, bucketScale: 2, latencyMs: 1, graph })])
  })

  it('accept a chosen id once', async () => {
    const tenantId = 'ABCDEF00-0000-4000-8000-000000000001'
    const made = await simulator.control.createTenant({ tenantId, scenario: 'empty' })
    expect(made.tenantId).toBe(tenantId.toLowerCase())
    await expect(simulator.control.createTenant({ tenantId, scenario: 'empty' })).rejects.toThrow('409')
  })

  it.each([
    ['a wrong scenario', { scenario: 'mixt' }],
    ['an unknown field', { scenario: 'empty', vm: 3 }],
    ['a share above one', { scenario: 'fleet', ade: 2 }],
    ['no JSON', '{'],
  ])('are refused for %s', async (_name, body) => {
    expect((await post('tenants', body)).status).toBe(400)
  })
})

describe('the clock', () => {
  it('freezes, steps, speeds up and resumes', async () => {
    const frozen = await tenant.clock({ freeze: true })
    expect(await tenant.clock()).toBe(frozen)
    expect(await tenant.clock({ step: 3_600_000 })).toBe(frozen + 3_600_000)
    await tenant.clock({ speed: 1000 })
    await expect.poll(() => tenant.clock()).toBeGreaterThan(frozen + 3_600_000 + 20_000)
    await tenant.clock({ resume: true })
  })
})

describe('VMs', () => {
  it('can be read, stopped, started, given a run and deleted', async () => {
    const all = await tenant.vms()
    const running = all.find(({ power }) => power === 'running')!
    await tenant.changeVm({ id: running.id.toUpperCase(), action: 'deallocate' })
    expect((await tenant.vms()).find(({ id }) => id === running.id)?.power).toBe('deallocated')
    await tenant.changeVm({ id: running.id, action: 'start' })
    await tenant.clock({ step: 3_600_000 })
    const checked = await simulator.browser(
      `/_simulator/tenants/${tenant.tenantId}/vms?${new URLSearchParams({ id: running.id }).toString()}`,
    )
    expect(checked.json.power).toBe('running')
    const plan = checked.json.osType === 'Linux' ? 'linux-online-all' : 'windows-all'
    await tenant.changeVm({ id: running.id, plan })
    await expect(tenant.changeVm({ id: running.id, plan: 'no-such-plan' })).rejects.toThrow('400')
    await tenant.deleteVm(running.id)
    expect(await tenant.vms()).toHaveLength(all.length - 1)
    await expect(tenant.changeVm({ id: running.id, agentReady: false })).rejects.toThrow('404')
  })
})

describe('faults', () => {
  it('are added, listed and removed; a typo is refused', async () => {
    await tenant.removeFaults()
    const { id } = await tenant.addFault({ kind: 'throttle', times: 2 })
    await tenant.addFault({ kind: 'delay', milliseconds: 1 })
    expect((await tenant.faults()).map(({ kind }) => kind)).toEqual(['throttle', 'delay'])
    await tenant.removeFaults(id)
    expect((await tenant.faults()).map(({ kind }) => kind)).toEqual(['delay'])
    await tenant.removeFaults()
    expect(await tenant.faults()).toEqual([])
    expect((await post(`tenants/${tenant.tenantId}/faults`, { kind: 'throtle' })).status).toBe(400)
  })
})

describe('pages of other origins', () => {
  it.each([
    ['an Origin of elsewhere', { origin: 'https://attacker.example' }],
    ['an Origin of another port', { origin: 'http://localhost:3000' }],
    ['a null Origin', { origin: 'null' }],
    ['a cross-site form', { 'sec-fetch-site': 'cross-site' }],
    ['another host name', { host: 'attacker.example' }],
  ])('cannot use the controls by %s', async (_name, headers) => {
    expect((await post('tenants', { scenario: 'empty' }, headers)).status).toBe(403)
    expect((await simulator.browser('/', { form: { tenant: tenant.tenantId, fault: 'deny' }, headers })).status).toBe(
      403,
    )
  })

  it('cannot read the controls under another host name', async () => {
    expect((await simulator.browser('/_simulator', { headers: { host: 'attacker.example' } })).status).toBe(403)
  })
})

describe('the demo page', () => {
  it('lists tenants and people and adds faults by a click', async () => {
    const page = await simulator.browser('/')
    expect(page.text).toContain('<title>Azure simulator</title>')
    expect(page.text).toContain(tenant.tenantId)
    expect(page.text).toContain('Chiara Rossi')
    await tenant.removeFaults()
    const clicked = await simulator.browser('/', {
      form: { tenant: tenant.tenantId, fault: 'server-error', times: '3' },
    })
    expect(clicked).toMatchObject({ status: 303, headers: { location: '/' } })
    const [fault] = await tenant.faults()
    expect(fault).toMatchObject({ kind: 'server-error', times: 3 })
    expect((await simulator.browser('/')).text).toContain('Remove server-error')
    await simulator.browser('/', { form: { tenant: tenant.tenantId, remove: fault!.id } })
    expect(await tenant.faults()).toEqual([])
    const before = await tenant.clock({ freeze: true })
    await simulator.browser('/', { form: { tenant: tenant.tenantId, step: '60000' } })
    expect(await tenant.clock()).toBe(before + 60_000)
  })

  it('escapes names', async () => {
    const odd = await startTestSimulator((spec) => ({
      ...simulator.simulator.createWorld(spec),
      displayName: '<img src=x onerror=alert(1)>',
    }))
    try {
      await odd.control.createTenant({ scenario: 'empty' })
      const { text } = await odd.browser('/')
      expect(text).not.toContain('<img')
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    } finally {
      await odd.stop()
    }
  })
})

it('answers 404 for an unknown path', async () => {
  expect((await simulator.browser('/_simulator/nonsense')).status).toBe(404)
  expect((await simulator.browser('/favicon.ico')).status).toBe(404)
  await expect(simulator.control.tenant('00000000-0000-4000-8000-000000000000').summary()).rejects.toThrow('404')
  await expect(tenant.token({ person: 'Nobody' })).rejects.toThrow('404')
})
