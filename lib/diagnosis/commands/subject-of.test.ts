import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { PrerequisiteKind } from '../readiness/kinds'
import { setting, vaultId } from '../readiness/testing/settings'
import type { Prerequisite } from '../readiness/types'
import { subjectOf } from './subject-of'

const nothing: ReadonlyMap<PrerequisiteKind, Prerequisite> = new Map()
const ofVm = (options: VmOptions) => subjectOf(readVmFacts(vmBody(options)), null, nothing)

describe('the names that fill commands', () => {
  it('are those of the VM and its resources', () => {
    expect(ofVm({ osDisk: { name: 'os' }, data: [{ name: 'a' }, { name: '' }, { name: 'b' }] })).toMatchObject({
      subscriptionId: '11111111-2222-3333-4444-555555555555',
      resourceGroup: 'shop',
      name: 'web',
      region: 'westeurope',
      osType: 'Linux',
      size: 'Standard_D4s_v5',
      osDisk: 'os',
      dataDisks: ['a', 'b'],
      diskGroup: 'shop',
      networkInterface: null,
      networkInterfaceGroup: 'shop',
      extensionName: null,
      extensionType: 'AzureDiskEncryptionForLinux',
      otherExtensionName: null,
      vaultName: null,
      vaultId: null,
      volumeType: null,
    })
  })

  it('are null where nothing was read', () => {
    const subject = subjectOf(readVmFacts({}), null, nothing)
    expect(subject).toMatchObject({ subscriptionId: null, name: null, osDisk: null, dataDisks: null, diskGroup: null })
  })

  it.each([
    ['os', 'OS'],
    [0, 'OS'],
    ['Data', 'Data'],
    ['1', 'Data'],
    ['ALL', 'All'],
    [2, 'All'],
    ['', null],
    [7, null],
    ['constructor', null],
  ])('takes the volume type %j for %s', (volumeType, word) => {
    expect(ofVm({ extension: { volumeType } }).volumeType).toBe(word)
  })

  it("contains the extension's own name, and its type by the operating system", () => {
    expect(ofVm({ extension: { name: 'ade' } }).extensionName).toBe('ade')
    expect(ofVm({ extension: { name: 'ade', resource: false } }).extensionName).toBe('ade')
    expect(ofVm({ os: 'Windows', extension: {} }).extensionType).toBe('AzureDiskEncryption')
  })

  it.each([
    ['Failed', 'other'],
    ['creating', 'other'],
    ['Updating', 'other'],
    ['Deleting', 'other'],
    ['Succeeded', null],
    [undefined, null],
  ])('contains another extension that is %s: %s', (provisioningState, name) => {
    const properties = { publisher: 'Contoso', type: 'Other', provisioningState }
    const body = { ...vmBody(), resources: [{ name: 'other', properties }] }
    expect(subjectOf(readVmFacts(body), null, nothing).otherExtensionName).toBe(name)
  })

  it('contains the vault of the request, or the related vault that was read', () => {
    const { facts, related } = setting({})
    expect(subjectOf(facts, null, nothing)).toMatchObject({ vaultName: 'kv', vaultId })
    const unasked = setting({ resources: [] })
    expect(subjectOf(unasked.facts, related, nothing)).toMatchObject({ vaultName: 'kv', vaultId })
    expect(subjectOf(unasked.facts, null, nothing)).toMatchObject({ vaultName: null, vaultId: null })
    const denied = setting({ denied: true, resources: [] })
    expect(subjectOf(denied.facts, denied.related, nothing).vaultId).toBeNull()
  })

  it('contains the resource that a failed check names, and no other', () => {
    const found = (outcome: Prerequisite['outcome'], values: Prerequisite['values']) =>
      subjectOf(
        readVmFacts(vmBody()),
        null,
        new Map([['network-storage', { kind: 'network-storage', outcome, reason: 'not-read', values, missing: null }]]),
      )
    expect(found('fail', { rule: 'deny', group: 'nsg' })).toMatchObject({ denyRule: 'deny', securityGroup: 'nsg' })
    expect(found('warn', { rule: 'deny', group: 'nsg' })).toMatchObject({ denyRule: null, securityGroup: null })
    expect(found('fail', { rule: 7 })).toMatchObject({ denyRule: null, lockId: null })
  })
})
