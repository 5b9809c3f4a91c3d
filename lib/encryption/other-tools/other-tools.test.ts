import { describe, expect, it } from 'vitest'
import { secretUrl, vmBody, type DiskOptions, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '../judge'
import { both, judged } from '../testing/judged'
import type { OtherTools } from '../types'

const stamped: DiskOptions = { stamp: 'encrypted', settings: true }
const off: DiskOptions = { stamp: 'notEncrypted', settings: false }
const model = { enabled: true, diskEncryptionKey: { secretUrl } }
const windowsDual: ExtensionOptions = { version: '1.1', volumeType: '' }

function tools(vm: VmOptions): OtherTools {
  return judged(vm).otherTools
}

/** The cmdlet's three words, or its error. */
function words(view: OtherTools['powershell']): unknown {
  if (view === null || 'error' in view) return view
  return [view.mode, view.OsVolumeEncrypted, view.DataVolumesEncrypted]
}

function shown(vm: VmOptions): unknown {
  return words(tools(vm).powershell)
}

interface RawViews {
  readonly disks: readonly object[]
  readonly extensions?: readonly object[]
}

/** A single-pass Linux VM whose OS disk is called `os`, with the instance view that a test gives. */
function toolsOfViews(instanceView: RawViews): OtherTools {
  const body = vmBody({ osDisk: { name: 'os' }, extension: {} }) as { properties: object }
  return judge(readVmFacts({ ...body, properties: { ...body.properties, instanceView } })).otherTools
}

const codes = (...states: readonly string[]): object => ({
  encryptionSettings: [{ enabled: true }],
  statuses: states.map((state) => ({ code: `EncryptionState/${state}` })),
})

// Each of these was compared with azure-cli 2.74.0 itself, run on the same body.
describe('az vm encryption show', () => {
  it.each<[string, VmOptions, string]>([
    ['no extension', {}, 'nothing'],
    ['stamps alone', { osDisk: stamped }, 'nothing'],
    ['single pass', { osDisk: stamped, extension: {} }, 'printed'],
    ['renamed: still found by type', { osDisk: stamped, extension: { name: 'ade' } }, 'printed'],
    ['extension for the other system', { osDisk: stamped, extension: { type: 'AzureDiskEncryption' } }, 'nothing'],
    ['a disk that was never stamped', { osDisk: stamped, data: [{}], extension: {} }, 'error'],
    ['settings that are off are settings', { osDisk: stamped, data: [off], extension: {} }, 'printed'],
    ['no instance view', { instanceView: false, extension: {} }, 'error'],
    ['no instance view, no extension', { instanceView: false }, 'nothing'],
    ['the model, also when off', { model: { enabled: false } }, 'error'],
    ['an empty model', { model: {} }, 'nothing'],
    ['dual pass by version', { os: 'Windows', extension: windowsDual }, 'error'],
    ['a future major', { osDisk: stamped, extension: { version: '3.0' } }, 'printed'],
    ['extension silent', { osDisk: stamped, extension: { view: false } }, 'printed'],
    ['a view without a type', { osDisk: stamped, extension: { viewType: null } }, 'error'],
  ])('%s: %s', (_, vm, outcome) => {
    expect(tools(vm).azCli.outcome).toBe(outcome)
  })

  it.each<[string, RawViews, string]>([
    ['a disk view', { disks: [{ name: 'os', ...codes('encrypted') }] }, 'printed'],
    ['a disk view without a name', { disks: [codes('encrypted')] }, 'error'],
    [
      'an extension view without statuses',
      {
        disks: [],
        extensions: [
          { name: 'AzureDiskEncryptionForLinux', type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux' },
        ],
      },
      'error',
    ],
  ])('%s: %s', (_, views, outcome) => {
    expect(toolsOfViews(views).azCli.outcome).toBe(outcome)
  })
})

describe('Get-AzVMDiskEncryptionStatus', () => {
  it.each<[string, VmOptions, unknown]>([
    ['nothing', {}, ['None', 'NotEncrypted', 'NotEncrypted']],
    ['no instance view', { instanceView: false }, null],
    ['no instance view, dual-pass Linux', { instanceView: false, model }, null],
    [
      'no instance view, dual-pass Windows',
      { os: 'Windows', instanceView: false, model, extension: windowsDual },
      ['DualPass', 'Encrypted', 'Encrypted'],
    ],
    [
      'no OS disk',
      { osDisk: null },
      { error: 'retreived virtual machine does not have an OS disk in the storage profile' },
    ],
    [
      'one encrypted data disk is enough',
      { osDisk: stamped, data: [off, stamped, off] },
      ['SinglePass', 'Encrypted', 'Encrypted'],
    ],
    ['another code', { osDisk: { stamp: 'Strange', settings: true } }, ['SinglePass', 'NoDiskFound', 'NoDiskFound']],
    [
      'codes compared with case',
      { osDisk: { stamp: 'Encrypted', settings: true } },
      ['SinglePass', 'NoDiskFound', 'NoDiskFound'],
    ],
    [
      'no view of the OS disk',
      { osDisk: { view: false }, data: [stamped] },
      ['SinglePass', 'NoDiskFound', 'Encrypted'],
    ],
    [
      'the report overwrites on Linux',
      { osDisk: stamped, data: [stamped], extension: { report: both('EncryptionInProgress') } },
      ['SinglePass', 'EncryptionInProgress', 'EncryptionInProgress'],
    ],
    [
      'but not on Windows',
      { os: 'Windows', osDisk: stamped, extension: { report: both('EncryptionInProgress') } },
      ['SinglePass', 'Encrypted', 'NoDiskFound'],
    ],
    [
      'os missing in the report',
      { osDisk: stamped, extension: { report: { data: 'NotMounted' } } },
      ['SinglePass', 'Encrypted', 'NoDiskFound'],
    ],
    [
      'data missing in the report',
      { osDisk: stamped, extension: { report: { os: 'NotEncrypted' } } },
      ['SinglePass', 'NotEncrypted', 'NoDiskFound'],
    ],
    [
      'a word in another case',
      { osDisk: stamped, extension: { report: both('encrypted') } },
      { error: "Requested value 'encrypted' was not found." },
    ],
    ['no JSON', { osDisk: stamped, extension: { report: 'x' } }, { error: expect.any(String) }],
    [
      'renamed: the report is not found',
      { osDisk: stamped, extension: { name: 'ade', report: both('NotEncrypted') } },
      ['SinglePass', 'Encrypted', 'NoDiskFound'],
    ],
    [
      'storage-account disks: by the request',
      { os: 'Windows', osDisk: { ...stamped, vhd: true }, data: [off], extension: {} },
      ['SinglePass', 'Encrypted', 'Encrypted'],
    ],
    [
      'storage-account disks, none for data',
      { os: 'Windows', osDisk: { ...stamped, vhd: true }, extension: {} },
      ['SinglePass', 'Encrypted', 'NoDiskFound'],
    ],
    [
      'storage-account disks: VolumeType as a number',
      { os: 'Windows', osDisk: { ...stamped, vhd: true }, data: [stamped], extension: { volumeType: 2 } },
      ['SinglePass', 'Encrypted', 'NotEncrypted'],
    ],
    [
      'storage-account disks, extension removed',
      { os: 'Windows', osDisk: { ...stamped, vhd: true }, data: [stamped] },
      ['SinglePass', 'Encrypted', 'Unknown'],
    ],
    [
      'a future major is dual pass',
      { os: 'Windows', extension: { version: '3.0' } },
      ['DualPass', 'NotEncrypted', 'Encrypted'],
    ],
    [
      'dual-pass Windows, operation missing',
      { os: 'Windows', model, extension: { ...windowsDual, operation: null } },
      { error: 'Object reference not set to an instance of an object.' },
    ],
    [
      'dual-pass Windows, formatting the data disks',
      { os: 'Windows', model, extension: { ...windowsDual, operation: 'EnableEncryptionFormatAll' } },
      ['DualPass', 'Encrypted', 'NotEncrypted'],
    ],
    [
      'dual-pass Windows, no secret',
      { os: 'Windows', model: { enabled: true }, extension: windowsDual },
      ['DualPass', 'NotEncrypted', 'Encrypted'],
    ],
    [
      'dual-pass Windows, still running',
      { os: 'Windows', model, extension: { ...windowsDual, provisioningState: 'Updating' } },
      ['DualPass', 'Encrypted', 'NotEncrypted'],
    ],
    ['dual-pass Linux without a report', { model, extension: { version: '0.1' } }, ['DualPass', 'Unknown', 'Unknown']],
    [
      'dual-pass Linux with a report',
      { model, extension: { version: '0.1', report: { data: 'NotMounted', os: 'Encrypted' } } },
      ['DualPass', 'Encrypted', 'NotMounted'],
    ],
    [
      'dual-pass Linux, os missing',
      { model, extension: { version: '0.1', report: {} } },
      { error: 'The given key was not present in the dictionary.' },
    ],
  ])('%s', (_, vm, expected) => {
    expect(shown(vm)).toEqual(expected)
  })

  it.each<[string, RawViews, unknown]>([
    [
      'the last code counts',
      { disks: [{ name: 'os', ...codes('encrypted', 'notEncrypted') }] },
      ['SinglePass', 'NotEncrypted', 'NoDiskFound'],
    ],
    [
      'names compared with case: the OS disk passes for a data disk',
      { disks: [{ name: 'OS', ...codes('encrypted') }] },
      ['SinglePass', 'NoDiskFound', 'Encrypted'],
    ],
  ])('%s', (_, views, expected) => {
    expect(words(toolsOfViews(views).powershell)).toEqual(expected)
  })

  it('shows the message, the display status for a blank one, or that the status is missing', () => {
    const message = (extension: ExtensionOptions): unknown => tools({ osDisk: stamped, extension }).powershell
    expect(message({ status: { message: 'OS disk encryption started' } })).toMatchObject({
      ProgressMessage: 'OS disk encryption started',
    })
    expect(message({ status: { message: '  ', displayStatus: 'Transitioning' } })).toMatchObject({
      ProgressMessage: 'Transitioning',
    })
    expect(message({ view: false })).toMatchObject({ ProgressMessage: 'Extension status not available on the VM' })
  })

  it('shows the settings of the OS disk, also disabled ones', () => {
    const settings = (osDisk: DiskOptions): unknown => tools({ osDisk, extension: {} }).powershell
    expect(settings(stamped)).toMatchObject({ OsVolumeEncryptionSettings: 'enabled' })
    expect(settings(off)).toMatchObject({ OsVolumeEncryptionSettings: 'disabled' })
    expect(settings({})).toMatchObject({ OsVolumeEncryptionSettings: null })
  })
})
