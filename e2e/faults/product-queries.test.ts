import { beforeAll, describe, expect, it } from 'vitest'
import { at as member } from '../simulator/arm/test-values'
import { callRoute, jsonOf, valuesOf, type TestCaller } from '../simulator/arm/test-context'
import { timelineWorld } from '../simulator/insights/test-world'
import { requestPlan } from '../simulator/lifecycle/start-plan'
import type { GraphSpec, World } from '../simulator/model/world'
import { createWorld } from '../simulator/worlds/create'
import { disksQuery } from '@/lib/usecases/double-encryption'
import {
  attestationsQuery,
  extensionsQuery,
  hiddenDisksQuery,
  readableVmsQuery,
  stampedDisksQuery,
  virtualMachinesQuery,
  vmIdsQuery,
} from '@/lib/usecases/fleet/queries'
import {
  backupsQuery,
  domainJoinQuery,
  retirementDisksQuery,
  sessionHostsQuery,
  setMembersQuery,
} from '@/lib/usecases/retirement/queries'
import { attestationQuery } from '@/lib/usecases/related-resources/guest-parts'
import { vmChangesQuery } from '@/lib/usecases/timeline/read-changes'

const at = Date.UTC(2026, 10, 24, 9)
const make = (scenario: 'mixed' | 'troubleshooting', graph: GraphSpec = {}): World =>
  createWorld({ tenantId: 'd1', scenario, seed: 1, graph }, () => at)
let world: World
let trouble: World
beforeAll(() => {
  world = make('mixed')
  trouble = make('troubleshooting')
})

interface Ask {
  readonly as?: TestCaller
  readonly in?: World
}

async function rows(query: string, { as, in: place = world }: Ask = {}): Promise<Record<string, unknown>[]> {
  const body = { query, options: { $top: 1000 } }
  const response = await callRoute(place, 'resource-graph', { body, ...(as === undefined ? {} : { as }) })
  expect([response.status, response.status === 200 ? '' : JSON.stringify(response.json)]).toEqual([200, ''])
  return valuesOf(response, 'data')
}

/** The rows that name a resource, and the numbers of VMs that an evidence query could see, by subscription. */
async function evidence(query: string, ask: Ask = {}) {
  const found = await rows(query, ask)
  const counts = found.filter(({ id }) => String(id).startsWith('vms:'))
  return {
    named: found.filter((row) => !counts.includes(row)),
    counted: new Map(counts.map(({ id, vms }) => [String(id).slice('vms:'.length), Number(vms)])),
  }
}

/** VMs by subscription. */
function vmsIn(place: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { id } of place.vms.values()) {
    const subscription = id.split('/')[2] ?? ''
    counts.set(subscription, (counts.get(subscription) ?? 0) + 1)
  }
  return counts
}

const named = (list: readonly Record<string, unknown>[], name: string): Record<string, unknown> | undefined =>
  list.find((row) => row.name === name || String(row.id).split('/')[8] === name)

const vmIds = (): string[] => [...world.vms.values()].map(({ id }) => id)

/** Every query of the product, with ids where the query needs them. */
const all = (): Readonly<Record<string, string>> => ({
  attestationsQuery,
  attestationQuery: attestationQuery(vmIds().slice(0, 3)),
  backupsQuery,
  disksQuery: disksQuery(vmIds().slice(0, 3)),
  domainJoinQuery,
  extensionsQuery,
  hiddenDisksQuery,
  readableVmsQuery: readableVmsQuery(vmIds().slice(0, 3)),
  retirementDisksQuery,
  sessionHostsQuery,
  setMembersQuery,
  stampedDisksQuery,
  virtualMachinesQuery,
  vmChangesQuery: vmChangesQuery(vmIds()[0] ?? '', vmIds().slice(0, 2)),
  vmIdsQuery,
})

describe('every query of the product', () => {
  it('is in the documented language, and can be paged', async () => {
    for (const [name, query] of Object.entries(all())) {
      const body = { query, options: { $top: 1 } }
      const response = await callRoute(world, 'resource-graph', { body })
      expect([name, response.status, response.headers]).toEqual([name, 200, undefined])
      const { totalRecords, resultTruncated } = jsonOf(response)
      expect([name, typeof totalRecords, resultTruncated]).toEqual([name, 'number', 'false'])
    }
  })
})

describe('virtualMachinesQuery', () => {
  it('finds every VM with the facts in Resource Graph', async () => {
    const found = await rows(virtualMachinesQuery)
    expect(found).toHaveLength(world.vms.size)
    expect(found.map(({ id }) => String(id))).toEqual(found.map(({ id }) => String(id)).sort())
    expect(named(found, 'vm-jp-core-05')).toMatchObject({
      resourceGroup: 'rg-jp-core',
      location: 'japaneast',
      osType: 'Linux',
      osName: 'ubuntu',
      power: 'PowerState/deallocated',
      eah: 'false',
      secType: '',
      vmssId: '',
      osDes: '',
      dualPass: 'false',
      nData: 1,
      zones: null,
      tenantId: 'd1',
    })
    expect(named(found, 'vm-build-01')?.eah).toBe('true')
    expect(named(found, 'WINLEG02')?.dualPass).toBe('true')
    expect(named(found, 'WINLEG04')?.dualPass).toBe('false')
    expect(named(found, 'WINLEG01')?.osDiskId).toBe('')
    expect(named(found, 'vmss-kafka_0a1b2c3d')?.zones).toEqual(['1'])
    expect(named(found, 'vm-jp-core-01')?.tags).toMatchObject({ 部署: '情報システム部' })
    expect(found.filter(({ name }) => name === 'vm-app-01')).toHaveLength(2)
  })

  it('has every column even in a world without the block that the column reads', async () => {
    const bare = await rows(virtualMachinesQuery, { in: make('mixed', { vmRows: 'bare' }) })
    expect(bare).toHaveLength(world.vms.size)
    for (const row of bare) expect([row.osName, row.power]).toEqual(['', ''])
    expect(Object.keys(bare[0] ?? {})).toEqual(Object.keys((await rows(virtualMachinesQuery))[0] ?? {}))
  })

  it('silently omits what may not be read', async () => {
    const payments = world.subscriptions[4]?.id ?? ''
    const aikos = await rows(virtualMachinesQuery, { as: 'Aiko Tanaka' })
    expect(aikos.length).toBeGreaterThan(80)
    expect(aikos.some(({ subscriptionId }) => subscriptionId === payments)).toBe(false)
    expect(await rows(virtualMachinesQuery, { as: 'Ben Ortiz' })).toHaveLength(6)
    expect(await evidence(extensionsQuery, { as: 'Ivan Petrov' })).toEqual({ named: [], counted: vmsIn(world) })
    const shownTo = async (as: TestCaller) => (await rows(extensionsQuery, { as })).map(({ shown }) => Number(shown))
    expect(new Set(await shownTo('Ivan Petrov'))).toEqual(new Set([0]))
    expect(Math.max(...(await shownTo('Chiara Rossi')))).toBeGreaterThan(0)
    expect((await rows(virtualMachinesQuery, { as: 'Ivan Petrov' })).length).toBe(world.vms.size)
  })
})

describe('disks and extensions', () => {
  it('extensionsQuery finds the ADE extensions by publisher and type, under any name', async () => {
    const { named: found, counted } = await evidence(extensionsQuery)
    expect(counted).toEqual(vmsIn(world))
    const expected = [...world.vms.values()]
      .flatMap((vm) => vm.extensions)
      .filter(
        ({ publisher, type }) => publisher === 'Microsoft.Azure.Security' && type.startsWith('AzureDiskEncryption'),
      )
    expect(found).toHaveLength(expected.length)
    expect(found.find(({ id }) => String(id).endsWith('/ade-by-terraform'))).toMatchObject({
      extType: 'AzureDiskEncryptionForLinux',
      ver: '1.4',
      prov: 'Succeeded',
      settings: { VolumeType: 'All' },
    })
    expect(named(found, 'vm-odd-numeric-volume-type')?.settings).toMatchObject({ VolumeType: 2 })
  })

  it('stampedDisksQuery finds disks with settings, also of VMs whose extension is gone', async () => {
    const { named: found, counted } = await evidence(stampedDisksQuery)
    expect(counted).toEqual(vmsIn(world))
    const removed = found.filter(({ managedBy }) => String(managedBy).endsWith('/vm-jp-core-08'))
    expect(removed).toEqual([
      {
        id: removed[0]?.managedBy,
        subscriptionId: String(removed[0]?.id).split('/')[2],
        managedBy: removed[0]?.id,
        disks: 2,
        diskHashes: expect.any(Number),
        vms: 0,
        idHashes: 0,
      },
    ])
    expect(found.some(({ managedBy }) => String(managedBy).endsWith('/vm-odd-unstamped'))).toBe(false)
  })

  it('stampedDisksQuery has a row for each VM and for the disks of a subscription that no VM has', async () => {
    const { named: found } = await evidence(stampedDisksQuery)
    expect(new Set(found.map(({ id }) => String(id).toLowerCase())).size).toBe(found.length)
    const unattached = found.filter(({ managedBy }) => managedBy === '')
    expect(unattached.length).toBeGreaterThan(0)
    for (const { id, subscriptionId } of unattached) expect(id).toBe(`/subscriptions/${String(subscriptionId)}`)
    const stamped = (await rows(retirementDisksQuery)).filter((row) => row.stamped === 'true')
    const { named: upper } = await evidence(stampedDisksQuery, { in: make('mixed', { diskGroups: 'upper' }) })
    for (const each of [found, upper])
      expect(each.reduce((sum, { disks }) => sum + Number(disks), 0)).toBe(stamped.length)
  })

  it('stampedDisksQuery shows that the key settings of one disk changed', async () => {
    const place = make('mixed')
    const before = await evidence(stampedDisksQuery, { in: place })
    const vm = [...place.vms.values()].find(({ id }) => id.endsWith('/vm-jp-core-08'))
    const settings = vm?.disks[1]?.settings
    if (!settings) throw new Error('no stamped disk')
    settings.secretUrl += '0'
    const after = await evidence(stampedDisksQuery, { in: place })
    const hashesOf = ({ named: list }: typeof before) => new Map(list.map(({ id, diskHashes }) => [id, diskHashes]))
    const hashes = hashesOf(before)
    const changed = [...hashesOf(after)].filter(([id, hash]) => hashes.get(id) !== hash)
    expect(changed.map(([id]) => id)).toEqual([vm.id])
  })

  it('hiddenDisksQuery finds VMs with stamped or unmanaged disks only when everything may be read, and every VM when disks may not', async () => {
    const stamped = (await rows(stampedDisksQuery)).map(({ managedBy }) => String(managedBy).toLowerCase())
    const expected = [...world.vms.values()]
      .filter(({ id, disks }) => stamped.includes(id.toLowerCase()) || disks.some(({ managed }) => !managed))
      .map(({ id }) => id.toLowerCase())
    expect(expected.length).toBeLessThan(world.vms.size)
    for (const place of [world, make('mixed', { diskGroups: 'upper' })]) {
      const { named: found, counted } = await evidence(hiddenDisksQuery, { in: place })
      const total = new Map(counted)
      for (const { id } of found) {
        const subscription = String(id).split('/')[2] ?? ''
        total.set(subscription, (total.get(subscription) ?? 0) + 1)
      }
      expect(total).toEqual(vmsIn(place))
      expect(found.map(({ id }) => String(id).toLowerCase()).toSorted()).toEqual(expected.toSorted())
    }
    const { named: ivans } = await evidence(hiddenDisksQuery, { as: 'Ivan Petrov' })
    expect(ivans).toHaveLength(world.vms.size)
    expect(ivans.every(({ vms }) => vms === 1)).toBe(true)
  })
})

describe('the sums of hashes', () => {
  const sumOf = (found: readonly Record<string, unknown>[], column: string): number =>
    found.reduce((sum, row) => sum + Number(row[column]), 0)

  it('are those of the list in every evidence query, for everything and for what a user may read', async () => {
    for (const as of ['Chiara Rossi', 'Aiko Tanaka', 'Ben Ortiz'] as const) {
      const listed = sumOf(await rows(virtualMachinesQuery, { as }), 'idHash')
      expect(sumOf(await rows(vmIdsQuery, { as }), 'idHash')).toBe(listed)
      for (const query of [extensionsQuery, stampedDisksQuery, hiddenDisksQuery])
        expect(sumOf(await rows(query, { as }), 'idHashes')).toBe(listed)
    }
  })

  it('come before all other rows', async () => {
    for (const query of [extensionsQuery, stampedDisksQuery]) {
      const ids = (await rows(query)).map(({ id }) => String(id).startsWith('vms:'))
      expect(ids.lastIndexOf(true)).toBeLessThan(ids.indexOf(false))
    }
  })
})

describe('around VMs', () => {
  it('attestationsQuery returns for each VM whether it complies, since when, and why', async () => {
    const found = await rows(attestationsQuery, { in: trouble })
    const plain = found.find(({ target }) => String(target).endsWith('/vm-attested-data-plain'))
    expect(plain).toMatchObject({
      compliance: 'NonCompliant',
      at: '2026-11-24T08:35:00+00:00',
      resources: [{ complianceStatus: 'NonCompliant', reasons: [{ phrase: expect.stringContaining('/dev/sdc1') }] }],
    })
    const pending = found.find(({ target }) => String(target).endsWith('/vm-attested-pending'))
    expect(pending).toMatchObject({ compliance: 'Pending', at: '', resources: null })
    expect(await rows(attestationQuery([String(plain?.target)]), { in: trouble })).toHaveLength(1)
    expect(await rows(attestationsQuery, { in: trouble, as: 'Ivan Petrov' })).toEqual([])
  })

  it('readableVmsQuery and vmIdsQuery find VMs by id', async () => {
    expect(await rows(readableVmsQuery(vmIds().slice(0, 3)))).toHaveLength(3)
    expect(await rows(vmIdsQuery)).toHaveLength(world.vms.size)
  })

  it('vmChangesQuery returns the time of the platform’s stamp on every disk of one VM', async () => {
    const scene = timelineWorld()
    const vm = scene.vm('vm-offline-all')
    requestPlan(vm, { plan: 'linux-offline-all', at: scene.now(), by: 'Chiara Rossi' })
    scene.pass(3600)
    const group = vm.id.split('/virtualMachines')[0] ?? ''
    const disks = vm.disks.map(({ name }) => `${group}/disks/${name}`.toLowerCase())
    const found = await rows(vmChangesQuery(vm.id.toLowerCase(), disks), { in: scene.world })
    const stamps = found.filter(({ rid }) => String(rid).includes('/disks/'))
    expect(stamps).toHaveLength(3)
    for (const { changes, by } of stamps) {
      const path = 'properties.encryptionSettingsCollection.enabled'
      expect(member(changes, path)).toMatchObject({ newValue: 'true', propertyChangeType: 'Insert' })
      expect(by).toBe('Unspecified')
    }
  })
})
