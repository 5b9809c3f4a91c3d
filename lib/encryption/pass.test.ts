import { describe, expect, it } from 'vitest'
import { secretUrl, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { judged } from './testing/judged'

const enabled = { enabled: true, diskEncryptionKey: { secretUrl } }

describe('the pass', () => {
  it.each<[string, VmOptions, string]>([
    ['model enabled', { model: { enabled: true } }, 'dual'],
    ['model enabled beats settings on a disk', { model: enabled, osDisk: { settings: true } }, 'dual'],
    ['model disabled says nothing', { model: { enabled: false } }, 'none'],
    ['model enabled as text says nothing', { model: { enabled: 'true' } }, 'none'],
    ['settings on any disk view', { data: [{ settings: true }] }, 'single'],
    ['settings on a disk beat the extension', { osDisk: { settings: true }, extension: { version: '0.1' } }, 'single'],
    ['disabled settings say nothing', { osDisk: { settings: false } }, 'none'],
    ['a stamp code alone says nothing', { osDisk: { stamp: 'encrypted' } }, 'none'],
    ['nothing', {}, 'none'],
  ])('%s', (_, vm, pass) => {
    expect(judged(vm).pass).toBe(pass)
  })

  it.each<['Linux' | 'Windows', ExtensionOptions, string]>([
    ['Linux', { version: '0.1' }, 'dual'],
    ['Linux', { version: '1.1' }, 'single'],
    ['Linux', { version: '2.0' }, 'single'],
    ['Windows', { version: '1.1' }, 'dual'],
    ['Windows', { version: '2.2' }, 'single'],
    ['Windows', { version: '0.1' }, 'single'],
    ['Windows', { version: '10.1' }, 'single'],
    ['Windows', { version: 'one' }, 'single'],
    ['Windows', { version: 'one', viewVersion: '1.1.0.4' }, 'single'],
    ['Linux', { version: '', viewVersion: '0.1.0.999345' }, 'single'],
    ['Linux', { version: '1.1', viewVersion: '0.1.0.999345' }, 'single'],
    ['Linux', { resource: false, viewVersion: '0.1.0.999345' }, 'dual'],
    ['Linux', { resource: false, viewVersion: '1.4.0.12' }, 'single'],
    ['Linux', { version: '0.1', view: false }, 'dual'],
    ['Linux', { version: '0' }, 'dual'],
    ['Linux', { version: ' 0 ' }, 'dual'],
    ['Linux', { version: '00.1' }, 'dual'],
    ['Linux', { version: 'v0.1' }, 'single'],
    ['Linux', { version: '0x' }, 'single'],
    ['Linux', { version: '0 x' }, 'single'],
    ['Linux', { type: 'AZUREDISKENCRYPTIONFORLINUX', publisher: 'microsoft.azure.security', version: '0.1' }, 'dual'],
    ['Linux', { publisher: 'Contoso' }, 'none'],
    ['Linux', { type: 'IaaSAntimalware', name: 'AzureDiskEncryptionForLinux' }, 'none'],
    ['Linux', { name: 'renamed', version: '0.1' }, 'dual'],
  ])('%s extension %j', (os, extension, pass) => {
    expect(judged({ os, extension }).pass).toBe(pass)
  })

  it('counts the first of several extensions', () => {
    expect(judged({ extensions: [{ name: 'a', version: '0.1' }, { name: 'b' }] }).pass).toBe('dual')
    expect(judged({ extensions: [{ name: 'b' }, { name: 'a', version: '0.1' }] }).pass).toBe('single')
  })
})

describe('the stamp', () => {
  it.each<[VmOptions, string]>([
    [{ osDisk: { stamp: 'encrypted' } }, 'encrypted'],
    [{ osDisk: { stamp: 'ENCRYPTED' } }, 'encrypted'],
    [{ osDisk: { stamp: 'notencrypted' } }, 'notEncrypted'],
    [{ osDisk: { stamp: 'EncryptedSomehow' } }, 'absent'],
    [{ osDisk: { stamp: null } }, 'absent'],
    [{ osDisk: { settings: true } }, 'absent'],
    [{ model: enabled }, 'encrypted'],
    [{ model: { enabled: true } }, 'notEncrypted'],
    [
      { model: { enabled: true, diskEncryptionKey: { secretUrl: '' } }, osDisk: { stamp: 'encrypted' } },
      'notEncrypted',
    ],
    [{ extension: { version: '0.1' }, osDisk: { stamp: 'encrypted' } }, 'notEncrypted'],
    [{ extension: { version: '0.1' }, model: { ...enabled, enabled: false } }, 'notEncrypted'],
  ])('%j: %s', (vm, stamp) => {
    expect(judged(vm).os.stamp).toBe(stamp)
  })

  it('of dual-pass data disks comes from their views', () => {
    const { volumes, data } = judged({ model: enabled, data: [{ stamp: 'encrypted' }, {}, { stamp: 'notEncrypted' }] })
    expect(volumes.map((volume) => volume.stamp)).toEqual(['encrypted', 'encrypted', 'absent', 'notEncrypted'])
    expect(data).toMatchObject({ stamped: 1, total: 3 })
  })
})
