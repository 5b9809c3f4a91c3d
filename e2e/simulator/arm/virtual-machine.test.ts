import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { advance } from '../lifecycle/advance'
import { stopVm } from '../lifecycle/power'
import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'
import { isObject } from './json'
import { callRoute, jsonOf, valuesOf } from './test-context'

let world: World

beforeAll(() => {
  world = createWorld({ tenantId: 'b1', scenario: 'mixed', seed: 1 })
})

function vmNamed(name: string, of: World = world): SimVm {
  const found = [...of.vms.values()].find((vm) => vm.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

function paramsOf(vm: SimVm): Record<string, string> {
  return { subscription: vm.subscriptionId, group: vm.resourceGroup, vm: vm.name }
}

async function read(
  name: string,
  query: Record<string, string> = { $expand: 'instanceView' },
): Promise<Record<string, unknown>> {
  const response = await callRoute(world, 'vm-get', { params: paramsOf(vmNamed(name)), query })
  expect(response.status).toBe(200)
  return jsonOf(response)
}

describe('one VM', () => {
  it('contains its instance view only if requested', async () => {
    const bare = await read('vm-erp-app-01', {})
    expect(bare.properties).not.toHaveProperty('instanceView')
    expect(bare.resources).toMatchObject([
      {},
      {
        properties: {
          publisher: 'Microsoft.Azure.Security',
          type: 'AzureDiskEncryptionForLinux',
          typeHandlerVersion: '1.4',
        },
      },
    ])
    const whole = await read('vm-erp-app-01', { $expand: 'InstanceView' })
    expect(whole.properties).toHaveProperty('instanceView.vmAgent.statuses')
  })

  it('has the shape of a recorded Linux VM', async () => {
    const { properties, resources } = await read('vm-erp-batch-01')
    expect(properties).toMatchObject({
      storageProfile: { osDisk: { osType: 'Linux', managedDisk: {} }, dataDisks: [] },
      instanceView: {
        osName: 'ubuntu',
        vmAgent: {
          statuses: [{ code: 'ProvisioningState/succeeded', displayStatus: 'Ready' }],
          extensionHandlers: [{ typeHandlerVersion: '1.4.0.12' }],
        },
        disks: [
          {
            encryptionSettings: [{ enabled: true, diskEncryptionKey: { sourceVault: {} } }],
            statuses: [
              { code: 'ProvisioningState/succeeded' },
              { code: 'EncryptionState/encrypted', displayStatus: 'Encryption is enabled on disk' },
            ],
          },
        ],
        extensions: [
          {
            name: 'AzureDiskEncryptionForLinux',
            type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux',
            typeHandlerVersion: '1.4.0.12',
            substatuses: [
              {
                code: 'ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/succeeded',
                message: '{"os": "EncryptionInProgress", "data": "EncryptionInProgress"}',
              },
            ],
            statuses: [{ code: 'ProvisioningState/succeeded', message: 'OS disk encryption started' }],
          },
        ],
        statuses: [{}, { code: 'PowerState/running' }],
      },
    })
    expect(resources).toHaveLength(1)
  })

  it('has a time for the heartbeat, and for no extension status', async () => {
    const { properties } = await read('vm-erp-app-01')
    const view = isObject(properties) ? properties.instanceView : null
    const text = JSON.stringify(isObject(view) ? view.extensions : null)
    expect(text).not.toContain('"time"')
    const time = /"time":"([^"]+)"/.exec(JSON.stringify(isObject(view) ? view.vmAgent : null))?.[1] ?? ''
    expect(world.clock.now() - Date.parse(time)).toBeLessThan(60_000)
  })

  it('has no settings for a disk that never had any, and no ADE codes for a VM that never had ADE', async () => {
    const mixed = await read('vm-mongo-02')
    expect(mixed.properties).toHaveProperty('instanceView.disks.1.encryptionSettings')
    expect(mixed.properties).not.toHaveProperty('instanceView.disks.2.encryptionSettings')
    const plain = await read('vm-cache-01')
    expect(JSON.stringify(plain)).not.toContain('EncryptionState')
  })

  it.each(['vm-jp-core-05', 'vm-jp-core-06', 'vm-jp-core-07'])(
    'says nothing of the extensions of %s, which is off',
    async (name) => {
      const { properties, resources } = await read(name)
      expect(properties).not.toHaveProperty('instanceView.extensions')
      expect(properties).toMatchObject({
        instanceView: {
          vmAgent: { statuses: [{ code: 'ProvisioningState/Unavailable', displayStatus: 'Not Ready' }] },
        },
      })
      expect(properties).toHaveProperty('instanceView.disks.0.statuses.1.code', 'EncryptionState/encrypted')
      expect(resources).toHaveLength(1)
    },
  )

  it('keeps the last status of a silent agent', async () => {
    const { properties } = await read('vm-jp-core-04')
    expect(properties).toHaveProperty('instanceView.extensions.0.statuses.0.message', 'OS disk encryption started')
    expect(properties).toHaveProperty('instanceView.vmAgent.statuses.0.displayStatus', 'Not Ready')
  })

  it('has no status at all before the extension first reports', async () => {
    const fresh = createWorld({ tenantId: 'b2', scenario: 'mixed', seed: 1 })
    const vm = vmNamed('vm-jp-osaka-01', fresh)
    const body = jsonOf(await callRoute(fresh, 'vm-get', { params: paramsOf(vm), query: { $expand: 'instanceView' } }))
    expect(body.properties).toMatchObject({ provisioningState: 'Updating' })
    expect(body.properties).not.toHaveProperty('instanceView.extensions')
    expect(body.resources).toMatchObject([{ properties: { provisioningState: 'Creating' } }])
  })

  it('shows dual pass in the model, a leftover as disabled', async () => {
    expect((await read('WINLEG02')).properties).toMatchObject({
      storageProfile: { osDisk: { encryptionSettings: { enabled: true, diskEncryptionKey: {} } } },
    })
    expect((await read('WINLEG04')).properties).toHaveProperty('storageProfile.osDisk.encryptionSettings', {
      enabled: false,
    })
    expect((await read('WINLEG01')).properties).toHaveProperty('storageProfile.osDisk.vhd.uri')
  })

  it('shows the other ways to encrypt', async () => {
    expect((await read('vm-build-01')).properties).toHaveProperty('securityProfile.encryptionAtHost', true)
    expect((await read('vm-conf-01')).properties).toMatchObject({
      securityProfile: { securityType: 'ConfidentialVM' },
      storageProfile: {
        osDisk: { managedDisk: { securityProfile: { securityEncryptionType: 'DiskWithVMGuestState' } } },
      },
    })
    expect((await read('vm-vault-proxy-01')).properties).toHaveProperty(
      'storageProfile.osDisk.managedDisk.diskEncryptionSet.id',
    )
  })

  it('returns hostile texts unchanged', async () => {
    const { properties } = await read('vm-odd-hostile')
    expect(JSON.stringify(properties)).toContain('<script>')
  })
})

describe('the separate instance view and extensions', () => {
  it('agree with the whole answer', async () => {
    const params = paramsOf(vmNamed('vm-erp-app-01'))
    const now = world.clock.now()
    const whole = jsonOf(await callRoute(world, 'vm-get', { params, query: { $expand: 'instanceView' }, now }))
    const view = jsonOf(await callRoute(world, 'vm-instance-view', { params, now }))
    expect(whole.properties).toHaveProperty('instanceView', view)
    const extensions = valuesOf(await callRoute(world, 'vm-extensions-list', { params, now }))
    expect(extensions).toEqual(whole.resources)
  })

  it('include the instance view of an extension only on request and only while the VM runs', async () => {
    const vm = vmNamed('vm-erp-app-02')
    const params = { ...paramsOf(vm), extension: 'azurediskencryptionforlinux' }
    const query = { $expand: 'instanceView' }
    expect(jsonOf(await callRoute(world, 'vm-extension-get', { params })).properties).not.toHaveProperty('instanceView')
    expect(jsonOf(await callRoute(world, 'vm-extension-get', { params, query })).properties).toHaveProperty(
      'instanceView.substatuses',
    )
    stopVm(vm, world.clock.now(), true)
    expect(jsonOf(await callRoute(world, 'vm-extension-get', { params, query })).properties).not.toHaveProperty(
      'instanceView',
    )
  })
})

describe('time', () => {
  it('advances a VM when it is read, and not while the clock is frozen', async () => {
    const timed = createWorld({ tenantId: 'b3', scenario: 'lifecycle', seed: 1 })
    const vm = vmNamed('linux-offline-all', timed)
    timed.clock.freeze()
    const first = jsonOf(await callRoute(timed, 'vm-get', { params: paramsOf(vm), query: { $expand: 'instanceView' } }))
    const again = jsonOf(await callRoute(timed, 'vm-get', { params: paramsOf(vm), query: { $expand: 'instanceView' } }))
    expect(again).toEqual(first)
    timed.clock.step(3_600_000)
    expect(advance(vm, timed.clock.now()).heartbeatAt).toBeGreaterThan(timed.clock.now() - 60_000)
  })
})

const recordings = join(process.env.SEALWATCH_SHARED ?? '../shared', 'recordings')

describe.skipIf(!existsSync(recordings))('recorded VMs', () => {
  const truth = (): readonly { file: string; interaction: number }[] =>
    (
      JSON.parse(readFileSync(join(recordings, 'TRUTH.json'), 'utf8')) as {
        states: { file: string; interaction: number }[]
      }
    ).states

  it('are those with an expected verdict, and are returned byte for byte', async () => {
    const recorded = createWorld({ tenantId: 'b4', scenario: 'recorded', seed: 1, recordings })
    const key = (file: string, interaction: number | string): string => `${file}#${interaction}`
    const vms = [...recorded.vms.values()]
    expect(new Set(vms.map(({ tags }) => key(tags.recording ?? '', tags.interaction ?? '')))).toEqual(
      new Set(truth().map(({ file, interaction }) => key(file, interaction))),
    )
    for (const vm of vms) {
      const response = await callRoute(recorded, 'vm-get', { params: paramsOf(vm), query: { $expand: 'instanceView' } })
      const file = JSON.parse(readFileSync(join(recordings, vm.tags.recording ?? ''), 'utf8')) as {
        interactions: { body: unknown }[]
      }
      expect(response.text).toBe(JSON.stringify(file.interactions[Number(vm.tags.interaction)]?.body))
    }
  })

  it('are listed with ids that can be read', async () => {
    const recorded = createWorld({ tenantId: 'b5', scenario: 'recorded', seed: 1, recordings })
    for (const { id } of recorded.subscriptions) {
      const listed = valuesOf(await callRoute(recorded, 'vm-list-all', { params: { subscription: id } }))
      for (const vm of listed) {
        const [, , subscription = '', , group = '', , , , name = ''] = String(vm.id).split('/')
        expect((await callRoute(recorded, 'vm-get', { params: { subscription, group, vm: name } })).status).toBe(200)
      }
    }
  })
})
