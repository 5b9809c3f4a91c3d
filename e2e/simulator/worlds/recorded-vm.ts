import { isObject } from '../arm/json'
import type { SimDisk, SimExtension, SimVm } from '../model/vm'

/** A recorded VM body and where it comes from. */
export interface Recording {
  /** Path below the recordings folder. */
  readonly file: string
  readonly interaction: number
  readonly body: Record<string, unknown>
}

function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise
}

/** The value at a path of object keys; null if the path does not exist. */
function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => (isObject(current) ? (current[key] ?? null) : null), value)
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function diskOf(disk: unknown, role: 'os' | 'data', views: readonly unknown[]): SimDisk {
  const name = text(at(disk, 'name'))
  const view = views.find((each) => text(at(each, 'name')).toLowerCase() === name.toLowerCase())
  const settings = list(at(view, 'encryptionSettings'))[0]
  const lun = at(disk, 'lun')
  const size = at(disk, 'diskSizeGB')
  return {
    name,
    role,
    lun: typeof lun === 'number' ? lun : null,
    sizeGiB: typeof size === 'number' ? size : 30,
    managed: isObject(at(disk, 'managedDisk')),
    stampCode:
      list(at(view, 'statuses'))
        .map((status) => text(at(status, 'code')))
        .findLast((code) => code.startsWith('EncryptionState/')) ?? null,
    settings: isObject(settings)
      ? {
          enabled: settings.enabled === true,
          secretUrl: text(at(settings, 'diskEncryptionKey', 'secretUrl')),
          vaultId: text(at(settings, 'diskEncryptionKey', 'sourceVault', 'id')),
          keyUrl: text(at(settings, 'keyEncryptionKey', 'keyUrl')) || null,
        }
      : null,
    sse: 'EncryptionAtRestWithPlatformKey',
    diskEncryptionSetId: null,
    securityEncryptionType: null,
  }
}

function extensionOf(resource: unknown): SimExtension {
  const settings = at(resource, 'properties', 'settings')
  const version = text(at(resource, 'properties', 'typeHandlerVersion'))
  return {
    name: text(at(resource, 'name'), text(at(resource, 'id')).split('/').at(-1) ?? ''),
    publisher: text(at(resource, 'properties', 'publisher')),
    type: text(at(resource, 'properties', 'type')),
    version,
    fullVersion: version,
    autoUpgradeMinorVersion: at(resource, 'properties', 'autoUpgradeMinorVersion') === true,
    provisioningState: text(at(resource, 'properties', 'provisioningState'), 'Succeeded'),
    settings: isObject(settings) ? settings : {},
    statuses: null,
    substatuses: null,
  }
}

function modelSettingsOf(settings: unknown): SimVm['modelSettings'] {
  if (!isObject(settings)) return null
  return {
    enabled: settings.enabled === true,
    secretUrl: text(at(settings, 'diskEncryptionKey', 'secretUrl')) || null,
    vaultId: text(at(settings, 'diskEncryptionKey', 'sourceVault', 'id')) || null,
    keyUrl: null,
  }
}

function powerOf(instanceView: unknown): SimVm['power'] {
  const codes = list(at(instanceView, 'statuses')).map((status) => text(at(status, 'code')).toLowerCase())
  if (codes.includes('powerstate/deallocated')) return 'deallocated'
  return codes.includes('powerstate/stopped') ? 'stopped' : 'running'
}

/** Places a body in the tenant: as recorded where that place is free, otherwise in a group with a number behind it. */
function placeOf(id: string, taken: Set<string>): { readonly id: string; readonly group: string } {
  const recorded = id.split('/')[4] ?? ''
  for (let number = 1; ; number += 1) {
    const group = number === 1 ? recorded : `${recorded}-${number}`
    const placed = id.replace(/(\/resourceGroups\/)[^/]+/i, (_, prefix: string) => `${prefix}${group}`)
    if (taken.has(placed.toLowerCase())) continue
    taken.add(placed.toLowerCase())
    return { id: placed, group }
  }
}

/** The data of a recorded VM for the lists and Resource Graph; `GET` answers with the recorded bytes. */
export function recordedVm({ file, interaction, body }: Recording, taken: Set<string>, now: number): SimVm {
  const { properties } = body
  const instanceView = at(properties, 'instanceView')
  const views = list(at(instanceView, 'disks'))
  const storage = at(properties, 'storageProfile')
  const image = at(storage, 'imageReference')
  const { id, group } = placeOf(text(body.id), taken)
  return {
    id,
    name: text(body.name),
    subscriptionId: id.split('/')[2] ?? '',
    resourceGroup: group,
    region: text(body.location, 'westus'),
    vmId: text(at(properties, 'vmId')),
    size: text(at(properties, 'hardwareProfile', 'vmSize')),
    osType: at(storage, 'osDisk', 'osType') === 'Windows' ? 'Windows' : 'Linux',
    image: isObject(image)
      ? { publisher: text(image.publisher), offer: text(image.offer), sku: text(image.sku) }
      : null,
    osName: text(at(instanceView, 'osName')),
    osVersion: text(at(instanceView, 'osVersion')),
    tags: { recording: file, interaction: String(interaction) },
    zones: [],
    power: powerOf(instanceView),
    agentReady: true,
    agentVersion: text(at(instanceView, 'vmAgent', 'vmAgentVersion')),
    heartbeatAt: now,
    modelSettings: modelSettingsOf(at(storage, 'osDisk', 'encryptionSettings')),
    disks: [
      diskOf(at(storage, 'osDisk'), 'os', views),
      ...list(at(storage, 'dataDisks')).map((disk) => diskOf(disk, 'data', views)),
    ],
    extensions: list(body.resources).map(extensionOf),
    scaleSetId: null,
    encryptionAtHost: at(properties, 'securityProfile', 'encryptionAtHost') === true,
    securityType: null,
    provisioningState: text(at(properties, 'provisioningState'), 'Succeeded'),
    recordedBody: JSON.stringify(body),
    run: null,
    record: null,
    pace: null,
    madeAt: null,
  }
}
