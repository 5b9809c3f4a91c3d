import { describe, expect, it } from 'vitest'
import { secretUrl, vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { evidence } from './evidence'
import type { EvidenceRow } from './evidence-types'
import { judge } from './judge'
import { both, cleared, stamped } from './testing/judged'

function rows(vm: VmOptions): readonly EvidenceRow[] {
  const facts = readVmFacts(vmBody(vm))
  return evidence(facts, judge(facts))
}

describe('evidence', () => {
  it('names its sources and keeps Azure’s own spelling', () => {
    const found = rows({ osDisk: stamped, data: [stamped, cleared], extension: { report: both('Encrypted') } })
    expect(found.map(({ source }) => source)).toEqual([
      'extension-settings',
      'instance-view-disks',
      'instance-view-substatus',
      'none',
    ])
    expect(found.map(({ os }) => os.raw)).toEqual([
      'EnableEncryption, All',
      'EncryptionState/encrypted',
      'Encrypted',
      null,
    ])
    expect(found[1]?.data).toMatchObject({
      raw: 'EncryptionState/encrypted, EncryptionState/notEncrypted',
      count: { of: 1, total: 2 },
    })
  })

  it('shows the failure code, and only the beginning of a text that is no report', () => {
    const failed = rows({ extension: { statuses: [{ level: 'Error', code: 'ProvisioningState/failed/53' }] } })
    expect(failed[2]).toMatchObject({ source: 'instance-view-status', os: { raw: 'ProvisioningState/failed/53' } })
    expect(rows({ extension: { report: 'x'.repeat(1_000_000) } })[2]?.os.raw).toHaveLength(2_000)
  })

  it('shows where a failure without a report was read', () => {
    const report = (vm: VmOptions) => rows(vm)[2]
    const error = { level: 'Error', message: 'Failed to configure bitlocker as expected.' } as const
    expect(report({ extension: { provisioningState: 'Failed', statuses: [error] } })).toMatchObject({
      source: 'extension-provisioning-state',
      os: { raw: 'Failed', mark: 'decides' },
    })
    expect(report({ extension: { provisioningState: 'Failed', statuses: [error], report: 'no report' } })?.source).toBe(
      'instance-view-substatus',
    )
  })

  it('of a dual-pass OS disk is in the model', () => {
    const stamp = rows({ model: { enabled: true, diskEncryptionKey: { secretUrl } } })[1]
    expect(stamp).toMatchObject({ source: 'vm-model', os: { value: 'stamp-encrypted', raw: 'enabled: true' } })
  })

  it('has no source where no evidence exists', () => {
    const sources = (vm: VmOptions) => rows(vm).map(({ source }) => source)
    expect(sources({})).toEqual(['none', 'instance-view-disks', 'none', 'none'])
    expect(sources({ instanceView: false })).toEqual(['none', 'none', 'none', 'none'])
    expect(sources({ extension: { resource: false } })[0]).toBe('none')
    expect(sources({ model: { enabled: true } })[0]).toBe('vm-model')
    expect(sources({ model: { enabled: true }, extension: { resource: false } })[0]).toBe('none')
    expect(sources({ model: { enabled: true }, extension: {} })[0]).toBe('extension-settings')
  })

  it('shows the contents of a request', () => {
    const request = (vm: VmOptions) => rows(vm)[0]?.os.raw
    expect(request({})).toBeNull()
    expect(request({ extension: { operation: null, volumeType: 'OS' } })).toBe('OS')
    expect(request({ extension: { operation: 'DisableEncryption', volumeType: null } })).toBe('DisableEncryption')
    expect(request({ extension: { operation: null, volumeType: null } })).toBeNull()
  })

  it('shows the stamps of the disks', () => {
    const stamps = (vm: VmOptions) => [rows(vm)[1]?.os.raw, rows(vm)[1]?.data?.raw]
    expect(stamps({ data: [{}] })).toEqual([null, null])
    expect(stamps({ osDisk: null })).toEqual([null, undefined])
    expect(stamps({ osDisk: cleared, data: [{}, stamped, stamped] })).toEqual([
      'EncryptionState/notEncrypted',
      'EncryptionState/encrypted',
    ])
    expect(stamps({ extension: { version: '0.1' }, data: [{ stamp: 'encrypted' }] })).toEqual([
      'enabled: false',
      'EncryptionState/encrypted',
    ])
    const some = rows({ data: [stamped, cleared, cleared], extension: { report: both('Encrypted') } })[1]
    expect(some?.data?.count).toEqual({ of: 1, total: 3 })
    expect(some?.os.count).toBeNull()
  })

  it('shows the code of a stamp among other codes of the disk', () => {
    const body = vmBody({ osDisk: stamped }) as { properties: { instanceView: object } }
    const codes = ['EncryptionState/encrypted', 'ProvisioningState/succeeded']
    const disks = [{ name: 'web_OsDisk_1', statuses: codes.map((code) => ({ code })) }]
    const instanceView = { ...body.properties.instanceView, disks }
    const facts = readVmFacts({ ...body, properties: { ...body.properties, instanceView } })
    expect(evidence(facts, judge(facts))[1]?.os.raw).toBe('EncryptionState/encrypted')
  })

  it('shows the word of a report, the code of its failure, or the text that could not be read', () => {
    const report = (vm: VmOptions) => [rows(vm)[2]?.os.raw, rows(vm)[2]?.os.value]
    expect(report({ extension: { report: { data: 'NotMounted' } } })).toEqual([null, 'report-none'])
    expect(report({ extension: { report: { os: 'Tomorrow' } } })).toEqual(['{"os":"Tomorrow"}', 'report-unreadable'])
    const statuses = [{ level: 'Error' }, { level: 'Error', code: 'provisioningState/Failed/9' }]
    expect(report({ extension: { statuses } })[0]).toBe('provisioningState/Failed/9')
    expect(report({ extension: { provisioningState: 'Failed', view: false } })[0]).toBe('Failed')
    expect(report({ extension: { resource: false, status: { level: 'Error' } } })[0]).toBeNull()
    const disabling = { operation: 'DisableEncryption', provisioningState: 'Failed', report: both('NotEncrypted') }
    expect(report({ extension: disabling })).toEqual(['NotEncrypted', 'report-not-encrypted'])
  })
})
