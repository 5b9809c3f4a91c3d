import { beforeEach, describe, expect, it } from 'vitest'
import { at as member } from '../arm/test-values'
import { callRoute, jsonOf, valuesOf, type TestCaller } from '../arm/test-context'
import { actions as vmActions } from '../control/vm-actions'
import { requestPlan } from '../lifecycle/start-plan'
import type { PlanName } from '../lifecycle/plans'
import { recreateVm } from '../worlds/recreate'
import { timelineWorld, type TestWorld } from './test-world'

let scene: TestWorld
beforeEach(() => {
  scene = timelineWorld()
})

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

async function log(filter: string | null, more: { as?: TestCaller; query?: Record<string, string> } = {}) {
  const subscription = scene.world.subscriptions[0]?.id ?? ''
  return callRoute(scene.world, 'activity-log', {
    params: { subscription },
    query: { ...(filter === null ? {} : { $filter: filter }), ...more.query },
    ...(more.as === undefined ? {} : { as: more.as }),
  })
}

const since = (seconds: number): string => `eventTimestamp ge '${iso(scene.now() - seconds * 1000)}'`
const value = (event: Record<string, unknown>, key: string) => member(event[key], 'value')

function start(name: string, plan: PlanName, by: string | null = null) {
  const vm = scene.vm(name)
  requestPlan(vm, { plan, at: scene.now(), by })
  return vm
}

const extensionOf = (id: string): string => `${id}/extensions/AzureDiskEncryptionForLinux`

describe('the Activity Log', () => {
  it('shows who requested encryption and its outcome, with one correlation id', async () => {
    const vm = start('vm-offline-all', 'linux-offline-all', 'Chiara Rossi')
    scene.pass(3600)
    const events = valuesOf(await log(`${since(7200)} and resourceUri eq '${extensionOf(vm.id)}'`))
    expect(events.map((event) => value(event, 'status'))).toEqual(['Succeeded', 'Accepted', 'Started'])
    expect(new Set(events.map(({ correlationId }) => correlationId)).size).toBe(1)
    expect(events[0]).toMatchObject({
      caller: 'chiara.rossi@contoso.example',
      operationName: { value: 'Microsoft.Compute/virtualMachines/extensions/write' },
      resourceProviderName: { value: 'Microsoft.Compute' },
      httpRequest: { method: 'PUT' },
      properties: { statusCode: 'OK', eventCategory: 'Administrative' },
    })
    expect(events[0]?.resourceId).not.toBe(events[2]?.resourceId)
    expect(String(events[0]?.resourceId).toLowerCase()).toBe(extensionOf(vm.id).toLowerCase())
    expect(Date.parse(String(events[0]?.eventTimestamp))).toBeGreaterThan(Date.parse(String(events[2]?.eventTimestamp)))
  })

  it('carries ARM’s error of a failed deployment', async () => {
    const vm = start('vm-offline-all', 'linux-fail-check-memory')
    scene.pass(3600)
    const [ended] = valuesOf(await log(`${since(7200)} and resourceUri eq '${extensionOf(vm.id)}'`))
    expect(ended).toMatchObject({ status: { value: 'Failed' }, level: 'Error', properties: { statusCode: 'Conflict' } })
    const text: unknown = JSON.parse(String(member(ended?.properties, 'statusMessage')))
    expect(member(member(text, 'error'), 'code')).toBe('VMExtensionProvisioningError')
    expect(member(member(text, 'error'), 'message')).toContain('Not enough memory')
  })

  it('is 3 to 20 minutes late', async () => {
    start('vm-offline-all', 'linux-offline-all')
    scene.pass(170)
    expect(valuesOf(await log(since(3600)))).toEqual([])
    scene.pass(1060)
    const events = valuesOf(await log(since(7200)))
    expect(events.some((event) => value(event, 'status') === 'Started')).toBe(true)
    for (const { eventTimestamp, submissionTimestamp } of events) {
      const late = (Date.parse(String(submissionTimestamp)) - Date.parse(String(eventTimestamp))) / 60_000
      expect(late).toBeGreaterThanOrEqual(3)
      expect(late).toBeLessThanOrEqual(20)
    }
  })

  it('contains stamps, power, run commands, deletions, denials by policy and a recreated VM', async () => {
    const vm = start('vm-decryption', 'linux-disable-data')
    scene.pass(600)
    for (const action of ['run-command', 'deallocate', 'start', 'policy-deny'] as const) {
      vmActions[action](vm, scene.now(), 'olivia.martin@contoso.example')
      scene.pass(600)
    }
    vmActions.restart(vm, scene.now(), null)
    vmActions['delete-extension'](vm, scene.now(), '5ea1a7c4-0000-4000-a000-00000000c11e')
    scene.pass(600)
    recreateVm(scene.world, vm.id, scene.now())
    scene.pass(3600)
    const events = valuesOf(await log(`${since(86_400)} and resourceGroupName eq 'RG-Timeline'`))
    const reported = new Set(
      events.map((event) => `${String(value(event, 'operationName'))} ${String(value(event, 'status'))}`),
    )
    for (const operation of ['runCommand', 'deallocate', 'start', 'restart']) {
      expect(reported).toContain(`Microsoft.Compute/virtualMachines/${operation}/action Succeeded`)
    }
    expect(reported).toContain('Microsoft.Compute/disks/write Succeeded')
    expect(reported).toContain('Microsoft.Compute/virtualMachines/delete Succeeded')
    expect(reported).toContain('Microsoft.Compute/virtualMachines/write Succeeded')
    expect(reported).toContain('Microsoft.Authorization/policies/deny/action Failed')
    const deleted = events.find((event) => String(value(event, 'operationName')).endsWith('extensions/delete'))
    expect(deleted?.claims).toMatchObject({ appid: '5ea1a7c4-0000-4000-a000-00000000c11e', idtyp: 'app' })
    const denied = events.filter((event) => JSON.stringify(event.properties).includes('RequestDisallowedByPolicy'))
    expect(denied).toHaveLength(2)
    expect(new Set(denied.map(({ correlationId }) => correlationId)).size).toBe(1)
  })

  it('filters by correlation id and by provider, and excludes children of a named resource', async () => {
    const vm = start('vm-offline-all', 'linux-offline-all')
    scene.pass(3600)
    const [event] = valuesOf(await log(since(7200)))
    const same = valuesOf(await log(`${since(7200)} and correlationId eq '${String(event?.correlationId)}'`))
    expect(same.length).toBeGreaterThan(1)
    const compute = valuesOf(await log(`${since(7200)} and resourceProvider eq 'microsoft.compute'`))
    expect(compute.length).toBe(valuesOf(await log(since(7200))).length)
    expect(valuesOf(await log(`${since(7200)} and resourceUri eq '${vm.id}'`))).toEqual([])
    const before = `eventTimestamp ge '${iso(0 + scene.now() - 7_200_000)}' and eventTimestamp le '${iso(scene.now() - 3_700_000)}'`
    expect(valuesOf(await log(before))).toEqual([])
  })

  it('pages by nextLink without a double row while new events arrive', async () => {
    const vm = scene.vm('vm-offline-all')
    for (let count = 0; count < 150; count += 1) {
      vmActions['run-command'](vm, scene.now(), null)
      scene.pass(60)
    }
    scene.pass(3600)
    const filter = since(86_400)
    const first = await log(filter)
    expect(valuesOf(first)).toHaveLength(200)
    const link = new URL(String(jsonOf(first).nextLink))
    vmActions['run-command'](vm, scene.now(), null)
    scene.pass(3600)
    const second = await log(filter, { query: Object.fromEntries(link.searchParams) })
    const ids = [...valuesOf(first), ...valuesOf(second)].map(({ eventDataId }) => eventDataId)
    expect(ids).toHaveLength(450 - 50)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('returns only the selected fields', async () => {
    start('vm-offline-all', 'linux-offline-all')
    scene.pass(3600)
    const [event] = valuesOf(await log(since(7200), { query: { $select: 'eventTimestamp,status' } }))
    expect(Object.keys(event ?? {}).sort()).toEqual(['eventTimestamp', 'status'])
    expect((await log(since(7200), { query: { $select: 'caller' } })).status).toBe(400)
  })
})

describe('refusals', () => {
  it.each([
    ['no filter', null],
    ['no start', "resourceGroupName eq 'rg-timeline'"],
    ['a start that is no date', "eventTimestamp ge 'yesterday'"],
    ['two conditions', "eventTimestamp ge '2026-11-20' and resourceGroupName eq 'a' and resourceProvider eq 'b'"],
    ['another field', "eventTimestamp ge '2026-11-20' and caller eq 'a'"],
    ['or', "eventTimestamp ge '2026-11-20' or resourceGroupName eq 'a'"],
    ['another operator', "eventTimestamp gt '2026-11-20'"],
    ['more than 90 days', "eventTimestamp ge '2026-08-20T00:00:00Z'"],
    ['an end before the start', "eventTimestamp ge '2026-11-20' and eventTimestamp le '2026-11-19'"],
  ])('answer %s with code and message at the top level', async (_name, filter) => {
    const response = await log(filter)
    expect(response.status).toBe(400)
    expect(jsonOf(response)).toMatchObject({ code: 'BadRequest', message: expect.any(String) })
  })

  it('require the right, at the subscription or at the scope that the filter names', async () => {
    const subscription = `/subscriptions/${scene.world.subscriptions[0]?.id ?? ''}`
    const action = 'Microsoft.Insights/eventtypes/values/read'
    const group = [{ scope: `${subscription}/resourceGroups/rg-timeline`, actions: [action] }]
    expect((await log(since(60), { as: 'Dmitri Volkov' })).status).toBe(403)
    expect((await log(since(60), { as: [{ scope: subscription, actions: ['Microsoft.Compute/*'] }] })).status).toBe(403)
    expect((await log(since(60), { as: group })).status).toBe(403)
    const { id } = scene.vm('vm-offline-all')
    expect((await log(`${since(60)} and resourceGroupName eq 'rg-timeline'`, { as: group })).status).toBe(200)
    expect((await log(`${since(60)} and resourceUri eq '${id}'`, { as: group })).status).toBe(200)
    expect((await log(`${since(60)} and resourceGroupName eq 'rg-runs'`, { as: group })).status).toBe(403)
  })
})
