import { beforeEach, describe, expect, it } from 'vitest'
import { at as member } from '../arm/test-values'
import { callRoute, valuesOf, type TestCaller } from '../arm/test-context'
import { changeVm } from '../control/vms'
import { timelineWorld, type TestWorld } from '../insights/test-world'
import { stopVm } from '../lifecycle/power'
import { requestPlan } from '../lifecycle/start-plan'
import { recreateVm } from '../worlds/recreate'

let scene: TestWorld
beforeEach(() => {
  scene = timelineWorld()
})

async function ask(query: string, as?: TestCaller) {
  const body = { query, options: { $top: 1000 } }
  return callRoute(scene.world, 'resource-graph', { body, ...(as === undefined ? {} : { as }) })
}

async function rows(query: string, as?: TestCaller): Promise<Record<string, unknown>[]> {
  const response = await ask(query, as)
  expect([response.status, response.status === 200 ? '' : JSON.stringify(response.json)]).toEqual([200, ''])
  return valuesOf(response, 'data')
}

/** The changes of one VM, its extensions and its disks, newest first. */
async function changesOf(id: string): Promise<Record<string, unknown>[]> {
  const { disks } = scene.vm(id.split('/').at(-1) ?? '')
  const found = await rows(`resourcechanges | project properties, t = todatetime(properties.changeAttributes.timestamp)
    | order by t desc`)
  return found
    .map(({ t, properties }) => ({
      t,
      rid: String(member(properties, 'targetResourceId')).toLowerCase(),
      changeType: member(properties, 'changeType'),
      by: member(member(properties, 'changeAttributes'), 'changedBy'),
      op: member(member(properties, 'changeAttributes'), 'operation'),
      corr: member(member(properties, 'changeAttributes'), 'correlationId'),
      changes: member(properties, 'changes'),
    }))
    .filter(
      ({ rid }) =>
        rid.startsWith(id.toLowerCase()) || disks.some(({ name }) => rid.endsWith(`/disks/${name}`.toLowerCase())),
    )
}

function encrypt(name: string): string {
  const vm = scene.vm(name)
  requestPlan(vm, { plan: 'linux-offline-all', at: scene.now(), by: 'Chiara Rossi' })
  return vm.id
}

describe('resourcechanges', () => {
  it('have the time of the platform’s stamp on every disk of one VM', async () => {
    const id = encrypt('vm-offline-all')
    scene.pass(3600)
    const all = await changesOf(id)
    const stamps = all.filter(({ rid }) => String(rid).includes('/disks/'))
    expect(stamps).toHaveLength(3)
    const stampedAt = scene.vm('vm-offline-all').record?.transitions.find(({ what }) => what === 'stamped')?.at ?? 0
    for (const { t, changes, by, op } of stamps) {
      expect(Date.parse(String(t))).toBe(stampedAt)
      expect(member(changes, 'properties.encryptionSettingsCollection.enabled')).toMatchObject({
        previousValue: 'null',
        newValue: 'true',
        propertyChangeType: 'Insert',
      })
      expect([by, op]).toEqual(['Unspecified', 'Unspecified'])
    }
    const times = all.map(({ t }) => String(t))
    expect(times).toEqual([...times].sort().reverse())
  })

  it('name the person behind the extension, and its provisioning state at the end', async () => {
    const id = encrypt('vm-offline-all')
    scene.pass(3600)
    const changes = (await changesOf(id)).filter(({ rid }) => String(rid).includes('/extensions/'))
    expect(changes.map(({ changeType }) => changeType)).toEqual(['Update', 'Create'])
    expect(changes.map(({ by }) => by)).toEqual(Array(2).fill('chiara.rossi@contoso.example'))
    expect(new Set(changes.map(({ corr }) => corr)).size).toBe(1)
    expect(member(changes[0]?.changes, 'properties.provisioningState')).toMatchObject({
      previousValue: 'Creating',
      newValue: 'Succeeded',
    })
  })

  it('contain nothing of the instance view', async () => {
    encrypt('vm-offline-all')
    scene.pass(86_400)
    const text = JSON.stringify(await rows('resourcechanges | project id, properties'))
    expect(text).not.toMatch(/EncryptionInProgress|EncryptionState|PowerState|OS disk encryption started/)
  })

  it('are 1 to 6 minutes late and stay 14 days', async () => {
    const id = encrypt('vm-offline-all')
    scene.pass(50)
    expect(await changesOf(id)).toEqual([])
    scene.pass(320)
    expect((await changesOf(id)).some(({ changeType }) => changeType === 'Create')).toBe(true)
    scene.pass(13.9 * 86_400)
    expect(await changesOf(id)).not.toEqual([])
    scene.pass(86_400)
    expect(await changesOf(id)).toEqual([])
  })

  it('show the changes of the fleet since a given time', async () => {
    encrypt('vm-offline-all')
    scene.pass(3600)
    const since = new Date(scene.now()).toISOString()
    scene.pass(1)
    const id = encrypt('vm-stall')
    stopVm(scene.vm('vm-windows'), scene.now(), true)
    scene.pass(1200)
    const fleet = `resourcechanges | extend t = todatetime(properties.changeAttributes.timestamp)
      | where t > datetime(${since})
      | where properties.targetResourceType in~ ('Microsoft.Compute/virtualMachines', 'microsoft.compute/disks', 'microsoft.compute/virtualmachines/extensions')
      | project id, t, target=tolower(tostring(properties.targetResourceId)), changeType=tostring(properties.changeType), what=bag_keys(properties.changes)`
    const changed = await rows(fleet)
    const names = new Set(changed.map(({ target }) => String(target).split('/')[8]?.replace(/_.*/, '')))
    expect(names).toEqual(new Set(['vm-stall', 'vm-windows']))
    expect(changed.find(({ target }) => String(target).includes('vm-windows'))?.what).toEqual(['properties.diskState'])
    const newest = await rows(
      `resourcechanges | extend t=todatetime(properties.changeAttributes.timestamp), target=tolower(tostring(properties.targetResourceId)) | where t > ago(1h) | summarize t=max(t), n=count() by target | order by target asc`,
    )
    expect(newest.find(({ target }) => target === id.toLowerCase())).toMatchObject({ n: 2 })
    const all = await rows(`resourcechanges | distinct type`)
    expect(all).toEqual([{ type: 'microsoft.resources/changes' }])
  })

  it('show tags, and a deleted and recreated VM', async () => {
    const { id } = scene.vm('vm-failure')
    const tenant = { world: scene.world } as Parameters<typeof changeVm>[0]
    changeVm(tenant, { id, tags: { owner: 'ops' }, by: 'Chiara Rossi' })
    scene.pass(600)
    recreateVm(scene.world, id, scene.now())
    scene.pass(600)
    const own = (await changesOf(id)).filter(({ rid }) => rid === id.toLowerCase())
    expect(own.map(({ changeType }) => changeType).sort()).toEqual(['Create', 'Delete', 'Update'])
    expect(member(own.find(({ changeType }) => changeType === 'Update')?.changes, 'tags.owner')).toMatchObject({
      newValue: 'ops',
    })
  })

  it('combine changes of a resource within seconds', async () => {
    const { id } = scene.vm('vm-failure')
    const tenant = { world: scene.world } as Parameters<typeof changeVm>[0]
    for (const owner of ['a', 'b', 'c']) {
      changeVm(tenant, { id, tags: { owner } })
      scene.pass(5)
    }
    scene.pass(600)
    const own = await changesOf(id)
    expect(own).toHaveLength(1)
    expect(member(own[0]?.changes, 'tags.owner')).toMatchObject({ previousValue: 'null', newValue: 'c' })
  })

  it('are trimmed by the rights to the resources', async () => {
    encrypt('vm-offline-all')
    scene.pass(3600)
    const types = await rows(`resourcechanges | distinct t=tostring(properties.targetResourceType)`, [
      { scope: '/', actions: ['Microsoft.Compute/virtualMachines/read'] },
    ])
    expect(types).toEqual([{ t: 'microsoft.compute/virtualmachines' }])
    expect((await ask('resourcechanges | project id', 'Dmitri Volkov')).status).toBe(400)
  })
})

describe('dates', () => {
  it('are written with seven decimals, and compare with now() and ago()', async () => {
    const [row] = await rows(
      `resources | take 1 | project id, t=datetime(2026-11-24T05:06:07.1234567Z), n=now(), a=ago(1d), d=datetime(2026-11-24)`,
    )
    expect(row).toMatchObject({ t: '2026-11-24T05:06:07.1230000Z', d: '2026-11-24T00:00:00.0000000Z' })
    expect(Date.parse(String(row?.n)) - Date.parse(String(row?.a))).toBe(86_400_000)
    const every = await rows('resources | where now() > ago(1h) and ago(1m) >= ago(1h) | count')
    expect(every).toEqual(await rows('resources | count'))
    expect(await rows('resources | where todatetime(name) > ago(1h) | project id')).toEqual([])
  })
})
