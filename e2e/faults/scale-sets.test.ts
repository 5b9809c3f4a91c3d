import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import { GET as getInstance } from '@/app/api/v1/vmss/[subscription]/[group]/[scaleSet]/[instance]/route'
import type { FleetRow } from '@/lib/contract/fleet'
import { vmDetailSchema } from '@/lib/contract/vm'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet } from '@/lib/views/fleet-model'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Loaded, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let undisturbed: Loaded

const admin = 'Aiko Tanaka'
const load = (): Promise<Loaded> => ask(GET, tenant, admin).then(readFleet)

/** Rows of the instances of a scale set, by number. */
function instancesOf({ rows }: Loaded, set: string): ReadonlyMap<string, FleetRow> {
  const own = [...rows].filter(([key]) => key.includes(`/virtualmachinescalesets/${set}/`))
  return new Map(own.map(([key, row]) => [key.split('/').at(-1) ?? '', row]))
}

function params(row: FleetRow | undefined) {
  const [, , subscription, , group, , , , scaleSet, , instance] = row?.id.split('/') ?? []
  return { subscription, group, scaleSet, instance }
}

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'scale-sets', seed: 1 })
  await tenant.clock({ freeze: true })
  undisturbed = await load()
})
beforeEach(async () => {
  await tenant.removeFaults()
  await tenant.clearTraffic()
})
afterAll(() => stack.stop())

describe('uniform scale sets', () => {
  it('are rows of the fleet, each instance with its own verdict', () => {
    const web = instancesOf(undisturbed, 'vmss-web')
    expect([...web.values()].map(({ name }) => name)).toEqual(['vmss-web_0', 'vmss-web_1', 'vmss-web_2', 'vmss-web_3'])
    // Linux scale sets have only their data disks encrypted.
    expect(web.get('0')).toMatchObject({ reading: 'read', state: 'partly-encrypted', data: { state: 'encrypted' } })
    expect(web.get('1')).toMatchObject({ reading: 'read', state: 'encrypting' })
    // Deallocated: the stamp exists, but no guest agent confirms it.
    expect(web.get('2')).toMatchObject({ power: 'deallocated' })
    expect(web.get('2')?.state).not.toBe('encrypted')
    // The model of its scale set asks for encryption; the instance was never updated to it.
    expect(web.get('3')).toMatchObject({ reading: 'read', state: 'not-encrypted' })
    expect(web.get('0')).toMatchObject({ size: 'Standard_D4s_v5', osType: 'Linux', region: 'westeurope' })
    expect(undisturbed.last).toMatchObject({ type: 'end', complete: true })
  })

  it('are found by the stamps of their disks when their model contains nothing any more', () => {
    expect(instancesOf(undisturbed, 'vmss-old').get('0')).toMatchObject({ reading: 'read' })
    expect(instancesOf(undisturbed, 'vmss-old').get('0')?.state).not.toBe('not-encrypted')
  })

  it('are not read when nothing indicates encryption', () => {
    expect(instancesOf(undisturbed, 'vmss-plain').size).toBe(0)
  })

  it('cost one request for each page of instances, and none for each instance', async () => {
    const loaded = await load()
    expect(instancesOf(loaded, 'vmss-batch').size).toBe(120)
    const { counts } = await tenant.traffic()
    expect(counts['scale-set-vms-list']).toEqual({ 200: 1 + 3 + 1 })
    expect(counts['scale-set-vm-get']).toBeUndefined()
    const sent = Object.entries(counts)
      .filter(([route]) => !route.startsWith('entra-'))
      .flatMap(([, byStatus]) => Object.values(byStatus))
      .reduce((sum, count) => sum + count, 0)
    expect(loaded.last).toMatchObject({ progress: { armRequests: sent, vms: 2 + 4 + 120 + 1 } })
  })

  it('have a page for each instance, with the same verdict and what a scale set does not contain', async () => {
    for (const row of instancesOf(undisturbed, 'vmss-web').values()) {
      const response = await ask(getInstance, tenant, admin, { params: params(row) })
      const detail = vmDetailSchema.parse(await response.json())
      expect(detail.id.toLowerCase()).toBe(row.key)
      expect(detail).toMatchObject({ name: row.name, size: row.size, verdict: { state: row.state } })
      expect(detail.instance).toMatchObject({ scaleSet: 'vmss-web', latestModelApplied: row.name !== 'vmss-web_3' })
    }
  })

  it('answer the same for a missing instance and one that may not be read', async () => {
    const row = instancesOf(undisturbed, 'vmss-web').get('0')
    const missing = await ask(getInstance, tenant, admin, { params: { ...params(row), instance: '99' } })
    const forbidden = await ask(getInstance, tenant, 'Dmitri Volkov', { params: params(row) })
    expect([missing.status, forbidden.status]).toEqual([404, 404])
    const wrong = await ask(getInstance, tenant, admin, { params: { ...params(row), scaleSet: '..' } })
    expect(await wrong.json()).toMatchObject({ code: 'request-invalid', parameter: 'scaleSet' })
  })
})

describe('trouble with the list of a scale set', () => {
  it.each([
    ['a refusal', { kind: 'deny' }, 'arm-denied'],
    ['a server error', { kind: 'server-error' }, 'arm-down'],
    ['a page without a list', { kind: 'null-page' }, 'arm-unreadable'],
    ['a foreign next page', { kind: 'foreign-next-link' }, 'arm-unreadable'],
    ['a repeated page', { kind: 'repeat-next-link' }, 'arm-unreadable'],
  ] as const)('is a gap of that scale set, and nothing else is lost: %s', async (_name, fault, code) => {
    await tenant.addFault({ ...fault, routes: ['scale-set-vms-list'], path: '/vmss-batch/' })
    const loaded = await load()
    const gap = loaded.gaps.find(({ scope }) => scope.endsWith('/virtualmachinescalesets/vmss-batch'))
    expect(gap).toMatchObject({ kind: 'vm', code })
    expect(loaded.last).toMatchObject({ type: 'end', complete: false })
    expect(instancesOf(loaded, 'vmss-web').size).toBe(4)
    for (const row of instancesOf(loaded, 'vmss-batch').values()) {
      expect(row.state).toBe(undisturbed.rows.get(row.key)?.state)
    }
    expect((await tenant.traffic({ limit: 0 })).foreignHostRequests).toBe(0)
  })

  it('keeps the pages read before a failing one, and reports that there are more', async () => {
    await tenant.addFault({ kind: 'server-error', routes: ['scale-set-vms-list'], path: '/vmss-batch/', skip: 1 })
    const loaded = await load()
    expect(instancesOf(loaded, 'vmss-batch').size).toBe(50)
    expect(loaded.gaps).toContainEqual(expect.objectContaining({ code: 'arm-down' }))
  })

  it.each(['repeat-between-pages', 'miss-between-pages'] as const)(
    'is read again when it changes between two pages (%s), and no instance is counted twice',
    async (kind) => {
      await tenant.addFault({ kind, routes: ['scale-set-vms-list'], path: '/vmss-batch/', times: 1 })
      const loaded = await load()
      expect(instancesOf(loaded, 'vmss-batch').size).toBe(120)
      expect(loaded.gaps).toEqual([])
      expect(loaded.last).toMatchObject({ complete: true, progress: { vms: 2 + 4 + 120 + 1 } })
    },
  )

  it.each([
    ['repeat-between-pages', 120],
    ['miss-between-pages', 118],
  ] as const)(
    'is incomplete when it changes each time (%s): a missing instance is not reported as gone',
    async (kind, seen) => {
      await tenant.addFault({ kind, routes: ['scale-set-vms-list'], path: '/vmss-batch/' })
      const loaded = await load()
      expect(instancesOf(loaded, 'vmss-batch').size).toBe(seen)
      const gap = loaded.gaps.find(({ scope }) => scope.endsWith('/virtualmachinescalesets/vmss-batch'))
      expect(gap).toMatchObject({ kind: 'vm', code: 'arm-unreadable' })
      expect(loaded.last).toMatchObject({ complete: false })
      const before = applyFleetEvents(emptyFleet, undisturbed.events)
      const after = applyFleetEvents(before, loaded.events)
      expect(after.entries.length).toBe(before.entries.length)
    },
  )
})
