/**
 * Builds ARM bodies for tests. The defaults are those of a healthy single-pass Linux VM that was never encrypted; a
 * test names only what it is about.
 */
export interface DiskOptions {
  readonly name?: string
  /** `EncryptionState/` word; `null` for a view without such a code, `undefined` as null. */
  readonly stamp?: string | null
  /** `encryptionSettings[0].enabled` of the view; undefined for a disk that was never stamped. */
  readonly settings?: boolean | undefined
  readonly view?: boolean
  readonly vhd?: boolean
  readonly lun?: number
  readonly securityEncryptionType?: string
}

export interface StatusOptions {
  readonly code?: string | null
  readonly level?: string
  readonly displayStatus?: string
  readonly message?: string | null
  readonly time?: string
}

export interface ExtensionOptions {
  readonly name?: string
  readonly publisher?: string
  readonly type?: string
  readonly version?: string
  readonly viewVersion?: string
  readonly provisioningState?: string
  readonly operation?: string | null
  readonly volumeType?: unknown
  readonly status?: StatusOptions
  readonly statuses?: readonly StatusOptions[]
  /** An object becomes the JSON text of the sub-status; a text stays unchanged. */
  readonly report?: object | string
  readonly substatuses?: readonly StatusOptions[]
  readonly resource?: boolean
  readonly view?: boolean
  /** Name and type of the instance view where they differ from the resource's. */
  readonly viewName?: string
  readonly viewType?: string | null
}

export interface VmOptions {
  readonly os?: 'Linux' | 'Windows'
  readonly osDisk?: DiskOptions | null
  readonly data?: readonly DiskOptions[]
  readonly model?: object
  readonly extension?: ExtensionOptions | null
  readonly extensions?: readonly ExtensionOptions[]
  readonly instanceView?: boolean
  readonly power?: string
  readonly agent?: string
  readonly agentVersion?: string
  readonly securityType?: string
  readonly encryptionAtHost?: boolean
}

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555'
const vault = `${subscription}/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/contosokv`
export const secretUrl = 'https://contosokv.vault.azure.net/secrets/8d6e1c5c/0d5f2a7c9b3e4f6aa1b2c3d4e5f60718'

export function keySettings(enabled: boolean): object {
  return enabled ? { enabled, diskEncryptionKey: { sourceVault: { id: vault }, secretUrl } } : { enabled }
}

function diskView(disk: DiskOptions, name: string): object[] {
  if (disk.view === false) return []
  const stamp =
    disk.stamp === null || disk.stamp === undefined ? [] : [{ code: `EncryptionState/${disk.stamp}`, level: 'Info' }]
  return [
    {
      name,
      ...(disk.settings === undefined ? {} : { encryptionSettings: [keySettings(disk.settings)] }),
      statuses: [{ code: 'ProvisioningState/succeeded', level: 'Info' }, ...stamp],
    },
  ]
}

function diskModel(disk: DiskOptions, name: string): object {
  if (disk.vhd === true) return { name, vhd: { uri: `https://contoso.blob.core.windows.net/vhds/${name}.vhd` } }
  const security =
    disk.securityEncryptionType === undefined
      ? {}
      : { securityProfile: { securityEncryptionType: disk.securityEncryptionType } }
  return { name, diskSizeGB: 64, managedDisk: { id: `${subscription}/disks/${name}`, ...security } }
}

const defaults = {
  Linux: { type: 'AzureDiskEncryptionForLinux', version: '1.4', viewVersion: '1.4.0.12' },
  Windows: { type: 'AzureDiskEncryption', version: '2.2', viewVersion: '2.2.0.33' },
}

function typeOf(extension: ExtensionOptions, os: 'Linux' | 'Windows'): string {
  return extension.type ?? defaults[os].type
}

function resourceOf(extension: ExtensionOptions, os: 'Linux' | 'Windows'): object[] {
  if (extension.resource === false) return []
  const type = typeOf(extension, os)
  const { operation = 'EnableEncryption', volumeType = 'All' } = extension
  return [
    {
      id: `${subscription}/extensions/${extension.name ?? type}`,
      name: extension.name ?? type,
      type: 'Microsoft.Compute/virtualMachines/extensions',
      properties: {
        publisher: extension.publisher ?? 'Microsoft.Azure.Security',
        type,
        typeHandlerVersion: extension.version ?? defaults[os].version,
        provisioningState: extension.provisioningState ?? 'Succeeded',
        settings: { ...(operation === null ? {} : { EncryptionOperation: operation }), VolumeType: volumeType },
      },
    },
  ]
}

const fullStatus = (status: StatusOptions): object => ({
  code: 'ProvisioningState/succeeded',
  level: 'Info',
  displayStatus: 'Provisioning succeeded',
  message: '',
  ...status,
})

function substatusesOf({ report, substatuses }: ExtensionOptions): object {
  if (substatuses !== undefined) return { substatuses: substatuses.map(fullStatus) }
  if (report === undefined) return {}
  const message = typeof report === 'string' ? report : JSON.stringify(report)
  return { substatuses: [{ code: 'ComponentStatus/Microsoft.Azure.Security/succeeded', level: 'Info', message }] }
}

function viewOf(extension: ExtensionOptions, os: 'Linux' | 'Windows'): object[] {
  if (extension.view === false) return []
  const type = typeOf(extension, os)
  const { viewType = `${extension.publisher ?? 'Microsoft.Azure.Security'}.${type}` } = extension
  return [
    {
      name: extension.viewName ?? extension.name ?? type,
      ...(viewType === null ? {} : { type: viewType }),
      typeHandlerVersion: extension.viewVersion ?? defaults[os].viewVersion,
      statuses: (extension.statuses ?? [extension.status ?? {}]).map(fullStatus),
      ...substatusesOf(extension),
    },
  ]
}

interface NamedDisk {
  readonly disk: DiskOptions
  readonly name: string
  readonly lun: number
}

function osDiskOf({ osDisk = {} }: VmOptions): Omit<NamedDisk, 'lun'> | null {
  return osDisk === null ? null : { disk: osDisk, name: osDisk.name ?? 'web_OsDisk_1' }
}

function dataDisksOf({ data = [] }: VmOptions): readonly NamedDisk[] {
  return data.map((disk, index) => ({
    disk,
    name: disk.name ?? `web_DataDisk_${index}`,
    lun: disk.lun ?? index,
  }))
}

function extensionsOf({ extensions, extension }: VmOptions): readonly ExtensionOptions[] {
  return extensions ?? (extension ? [extension] : [])
}

function instanceViewOf(options: VmOptions, os: 'Linux' | 'Windows'): object {
  const { power = 'running', agent = 'succeeded', agentVersion = '2.9.1.1' } = options
  const osDisk = osDiskOf(options)
  return {
    computerName: 'web',
    osName: os === 'Linux' ? 'ubuntu' : 'Windows Server 2022 Datacenter',
    osVersion: os === 'Linux' ? '22.04' : '10.0.20348',
    vmAgent: {
      vmAgentVersion: agentVersion,
      statuses: [{ code: `ProvisioningState/${agent}`, displayStatus: 'Ready', time: '2026-11-24T05:06:07+00:00' }],
    },
    disks: [...(osDisk ? [osDisk] : []), ...dataDisksOf(options)].flatMap(({ disk, name }) => diskView(disk, name)),
    extensions: extensionsOf(options).flatMap((extension) => viewOf(extension, os)),
    statuses: [
      { code: 'ProvisioningState/succeeded', level: 'Info' },
      { code: `PowerState/${power}`, level: 'Info' },
    ],
  }
}

function storageProfileOf(options: VmOptions, os: 'Linux' | 'Windows'): object {
  const osDisk = osDiskOf(options)
  const model = options.model === undefined ? {} : { encryptionSettings: options.model }
  return {
    ...(osDisk ? { osDisk: { osType: os, ...diskModel(osDisk.disk, osDisk.name), ...model } } : {}),
    dataDisks: dataDisksOf(options).map(({ disk, name, lun }) => ({ lun, ...diskModel(disk, name) })),
  }
}

function securityProfileOf({ securityType, encryptionAtHost }: VmOptions): object {
  if (securityType === undefined && encryptionAtHost === undefined) return {}
  return { securityProfile: { securityType, encryptionAtHost } }
}

/** The body of `GET virtualMachines/{vm}?$expand=instanceView`. */
export function vmBody(options: VmOptions = {}): object {
  const { os = 'Linux' } = options
  return {
    id: `${subscription}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web`,
    name: 'web',
    type: 'Microsoft.Compute/virtualMachines',
    location: 'westeurope',
    properties: {
      vmId: 'f3b0c442-98fc-1c14-9afb-f4c8996fb924',
      provisioningState: 'Succeeded',
      hardwareProfile: { vmSize: 'Standard_D4s_v5' },
      storageProfile: storageProfileOf(options, os),
      ...securityProfileOf(options),
      ...(options.instanceView === false ? {} : { instanceView: instanceViewOf(options, os) }),
    },
    resources: extensionsOf(options).flatMap((extension) => resourceOf(extension, os)),
  }
}
