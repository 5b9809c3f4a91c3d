import { describe, expect, it } from 'vitest'
import type {
  ToolDiskView,
  ToolExtension,
  ToolExtensionView,
  ToolReading,
  ToolStatus,
} from '@/lib/facts/tool-reading-types'
import { azCliOutcome } from './az-cli'
import { powerShellView } from './powershell'

const linux = 'AzureDiskEncryptionForLinux'
const status = (text: Partial<ToolStatus>): ToolStatus => ({ code: null, displayStatus: null, message: null, ...text })
const stamp = (word: string): ToolStatus => status({ code: `EncryptionState/${word}` })
const disk = (view: Partial<ToolDiskView>): ToolDiskView => ({
  name: 'os',
  settings: [{ enabled: true, secretUrl: null }],
  statuses: [stamp('encrypted')],
  ...view,
})
const extension = (own: Partial<ToolExtension>): ToolExtension => ({
  name: linux,
  publisher: 'Microsoft.Azure.Security',
  type: linux,
  version: '1.4',
  provisioningState: 'Succeeded',
  hasSettings: true,
  operation: 'EnableEncryption',
  volumeType: 'All',
  ...own,
})
const view = (own: Partial<ToolExtensionView>): ToolExtensionView => ({
  name: linux,
  type: `Microsoft.Azure.Security.${linux}`,
  statuses: [status({ message: 'said' })],
  substatuses: [status({ message: '{"os":"Encrypted","data":"NotMounted"}' })],
  ...own,
})
const osDisk = { name: 'os', osType: 'Linux', vhdUri: null, settings: null } as const
const dualModel = { ...osDisk, settings: { enabled: true, secretUrl: 'https://kv/secrets/a/b' } } as const

/** A single-pass Linux VM, encrypted, with every value that the tools read. */
const whole: ToolReading = {
  hasStorageProfile: true,
  osDisk,
  hasInstanceView: true,
  diskViews: [disk({})],
  extensions: [extension({})],
  extensionViews: [view({})],
}
const reported = (text: string | null): Partial<ToolReading> => ({
  extensionViews: [view({ substatuses: [status({ message: text })] })],
})

const nullReference = 'Object reference not set to an instance of an object.'
const noJson = 'The sub-status is not a JSON object of texts.'

describe('az vm encryption show, for an incomplete answer', () => {
  it.each<[string, Partial<ToolReading>, string]>([
    ['nothing is missing', {}, 'printed'],
    [
      'an extension without a publisher comes first',
      { extensions: [extension({ publisher: null }), extension({})] },
      'error',
    ],
    ['one without a publisher comes after', { extensions: [extension({}), extension({ publisher: null })] }, 'printed'],
    ['one of the publisher has no type', { extensions: [extension({ type: null }), extension({})] }, 'error'],
    [
      'one of another publisher has no type',
      { extensions: [extension({ publisher: 'Contoso', type: null }), extension({})] },
      'printed',
    ],
    ['another publisher has the same type', { extensions: [extension({ publisher: 'Contoso' })] }, 'nothing'],
    ['the version is missing', { extensions: [extension({ version: null })] }, 'error'],
    ['the version is of dual pass', { extensions: [extension({ version: '0.1' })] }, 'error'],
    ['the version has two digits', { extensions: [extension({ version: '10.0' })] }, 'printed'],
    ['the view has no name', { extensionViews: [view({ name: null })] }, 'error'],
    [
      'a view of another publisher has neither name nor statuses',
      { extensionViews: [view({ type: 'Contoso.X', name: null, statuses: null }), view({})] },
      'printed',
    ],
    [
      'a view of another extension of the publisher has no statuses',
      { extensionViews: [view({ name: 'other', statuses: null }), view({})] },
      'printed',
    ],
    ['no disk view was given', { diskViews: null }, 'printed'],
    ['a disk view has no settings', { diskViews: [disk({}), disk({ name: 'data', settings: null })] }, 'error'],
    ['the model has no OS disk', { osDisk: null }, 'nothing'],
  ])('%s', (_, changed, outcome) => {
    expect(azCliOutcome({ ...whole, ...changed })).toBe(outcome)
  })
})

describe('Get-AzVMDiskEncryptionStatus, for an incomplete answer', () => {
  it.each<[string, Partial<ToolReading>, object | null]>([
    [
      'nothing is missing',
      {},
      {
        mode: 'SinglePass',
        OsVolumeEncrypted: 'Encrypted',
        DataVolumesEncrypted: 'NotMounted',
        ProgressMessage: 'said',
      },
    ],
    [
      'no storage profile',
      { hasStorageProfile: false },
      { error: 'retreived virtual machine does not have storage profile' },
    ],
    [
      'no type of system',
      { osDisk: { ...osDisk, osType: null } },
      { error: "retreived virtual machine does not have an OS type in the storage profile's OS Disk" },
    ],
    ['neither instance view nor OS disk', { hasInstanceView: false, osDisk: null }, null],
    [
      'no instance view, single-pass Windows',
      { hasInstanceView: false, osDisk: { ...osDisk, osType: 'Windows' } },
      null,
    ],
    ['no disk views', { diskViews: null }, { error: nullReference }],
    [
      'no disk views, but the model',
      { diskViews: null, osDisk: dualModel },
      { mode: 'DualPass', OsVolumeEncrypted: 'Encrypted' },
    ],
    [
      'settings on stamped disks beside the model',
      { osDisk: dualModel },
      { mode: 'DualPass', OsVolumeEncryptionSettings: 'enabled' },
    ],
    [
      'settings of which one is on',
      {
        diskViews: [
          disk({
            settings: [
              { enabled: false, secretUrl: null },
              { enabled: true, secretUrl: null },
            ],
          }),
        ],
        extensions: [],
      },
      { mode: 'SinglePass', OsVolumeEncryptionSettings: 'disabled' },
    ],
    [
      'settings that are off, no extension',
      { diskViews: [disk({ settings: [{ enabled: false, secretUrl: null }] })], extensions: [] },
      { mode: 'None', ProgressMessage: 'No Encryption extension or metadata found on the VM' },
    ],
    [
      'no version',
      { diskViews: [disk({ settings: null })], extensions: [extension({ version: null })] },
      { error: nullReference },
    ],
    ['single pass by its version alone', { diskViews: [disk({ settings: null })] }, { mode: 'SinglePass' }],
    [
      'dual pass by its version alone',
      { diskViews: [disk({ settings: null })], extensions: [extension({ version: '0.1' })] },
      { mode: 'DualPass', OsVolumeEncryptionSettings: null },
    ],
    [
      'the type of another publisher',
      { diskViews: [], extensions: [extension({ publisher: 'Contoso' })] },
      { mode: 'None' },
    ],
    ['another type of the publisher', { diskViews: [], extensions: [extension({ type: 'Other' })] }, { mode: 'None' }],
    ['a disk view without a name', { diskViews: [disk({ name: null })] }, { error: nullReference }],
    ['a disk view without statuses', { diskViews: [disk({ statuses: null })] }, { error: nullReference }],
    [
      'a status without a code',
      { diskViews: [disk({ statuses: [stamp('encrypted'), status({})] })] },
      { error: nullReference },
    ],
    [
      'no settings in the list of the OS disk',
      { diskViews: [disk({ settings: [] })], extensions: [extension({})] },
      { error: 'Index was out of range. Must be non-negative and less than the size of the collection.' },
    ],
    [
      'a stamp and another code after it',
      {
        diskViews: [disk({ statuses: [stamp('encrypted'), status({ code: 'ProvisioningState/succeeded' })] })],
        extensionViews: [],
      },
      { OsVolumeEncrypted: 'Encrypted', ProgressMessage: 'Extension status not available on the VM' },
    ],
    ['no stamp', { diskViews: [disk({ statuses: [] })], extensionViews: [] }, { OsVolumeEncrypted: 'NotEncrypted' }],
    [
      'a view without a type',
      { extensionViews: [view({ type: null })] },
      { OsVolumeEncrypted: 'Encrypted', DataVolumesEncrypted: 'NoDiskFound' },
    ],
    ['a view without a name', { extensionViews: [view({ name: null })] }, { DataVolumesEncrypted: 'NoDiskFound' }],
    [
      'a sub-status without a status',
      { extensionViews: [view({ statuses: [] })] },
      { DataVolumesEncrypted: 'NoDiskFound' },
    ],
    ['no sub-statuses', { extensionViews: [view({ substatuses: null })] }, { DataVolumesEncrypted: 'NoDiskFound' }],
    [
      'neither message nor display status',
      { extensionViews: [view({ statuses: [status({})] })] },
      { ProgressMessage: '' },
    ],
    ['a sub-status without a message', reported(null), { error: 'Value cannot be null.' }],
    ['an empty sub-status', reported('  '), { error: nullReference }],
    ['a sub-status that is null', reported('null'), { error: nullReference }],
    ['a sub-status that is a list', reported('["Encrypted"]'), { error: noJson }],
    ['a sub-status that is a number', reported('7'), { error: noJson }],
    ['a sub-status that holds an object', reported('{"os":"Encrypted","data":{}}'), { error: noJson }],
    ['a word that is null', reported('{"os":null}'), { error: 'Value cannot be null.' }],
    ['a word that is a number', reported('{"os":5}'), { error: "Requested value '5' was not found." }],
    [
      'a word that is true',
      reported('{"os":"Encrypted","data":true}'),
      { error: "Requested value 'true' was not found." },
    ],
    [
      'a word with space around',
      reported('{"os":" NotEncrypted ","data":"NotMounted"}'),
      { OsVolumeEncrypted: 'NotEncrypted' },
    ],
    [
      'dual pass, an unknown word',
      { osDisk: dualModel, ...reported('{"os":"No"}') },
      { error: "Requested value 'No' was not found." },
    ],
    [
      'dual pass, an unknown word for data',
      { osDisk: dualModel, ...reported('{"os":"Encrypted","data":"No"}') },
      { error: "Requested value 'No' was not found." },
    ],
    [
      'dual pass, no word for data',
      { osDisk: dualModel, ...reported('{"os":"Encrypted"}') },
      { error: 'The given key was not present in the dictionary.' },
    ],
    ['dual pass, no sub-status that can be read', { osDisk: dualModel, ...reported('x') }, { error: noJson }],
  ])('%s', (_, changed, shown) => {
    const found = powerShellView({ ...whole, ...changed })
    if (shown === null || found === null) expect(found).toBe(shown)
    else expect(found).toMatchObject(shown)
  })
})

describe('Get-AzVMDiskEncryptionStatus, for data volumes by their request', () => {
  const windows = 'AzureDiskEncryption'
  const byRequest = (own: Partial<ToolExtension>) =>
    powerShellView({
      ...whole,
      osDisk: { ...dualModel, osType: 'Windows' },
      extensions: [extension({ type: windows, version: '1.1', ...own })],
    })

  it.each<[Partial<ToolExtension>, string]>([
    [{}, 'Encrypted'],
    [{ volumeType: ' data ' }, 'Encrypted'],
    [{ volumeType: ' ' }, 'Encrypted'],
    [{ volumeType: null }, 'Encrypted'],
    [{ volumeType: 'OS' }, 'NotEncrypted'],
    [{ operation: 'DisableEncryption' }, 'NotEncrypted'],
    [{ provisioningState: 'Failed' }, 'NotEncrypted'],
  ])('%j: %s', (own, word) => {
    expect(byRequest(own)).toMatchObject({
      DataVolumesEncrypted: word,
      ProgressMessage: `OsVolume: Encrypted, DataVolumes: ${word}`,
    })
  })

  it('ends in an error where the state of the request is missing', () => {
    expect(byRequest({ provisioningState: null })).toEqual({ error: nullReference })
  })

  it('ends in the same error for disks in a storage account', () => {
    const native = { ...osDisk, vhdUri: 'https://account/vhds/os.vhd' }
    const changed = { osDisk: native, diskViews: [disk({}), disk({ name: 'data' })] }
    expect(powerShellView({ ...whole, ...changed, extensions: [extension({ provisioningState: null })] })).toEqual({
      error: nullReference,
    })
  })

  it('reads no sub-status on Windows', () => {
    const changed = { osDisk: { ...osDisk, osType: 'Windows' }, extensions: [], ...reported('x') } as const
    expect(powerShellView({ ...whole, ...changed })).toMatchObject({
      mode: 'SinglePass',
      OsVolumeEncrypted: 'Encrypted',
    })
  })
})
