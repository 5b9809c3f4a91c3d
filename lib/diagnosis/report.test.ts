import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { stamped } from '@/lib/encryption/testing/judged'
import { reportOfPaste } from './report'

function reportOf(paste: unknown): string {
  const report = reportOfPaste(typeof paste === 'string' ? paste : JSON.stringify(paste))
  if (!report.ok) throw new Error(report.failure.code)
  return report.value
}
const ofVm = (options: VmOptions): string => reportOf(vmBody(options))

describe('a report of a pasted VM', () => {
  const message = 'Failed to encrypt OS volume with error: web_OsDisk_1 of web, stack trace: x, machine state: prereq'
  const failed = ofVm({
    osDisk: stamped,
    extension: { status: { code: 'ProvisioningState/failed/19', level: 'Error', displayStatus: 'Failed', message } },
  })

  it('contains the message and its place', () => {
    for (const line of [
      '- Phase: ` failed `',
      '- Status code: ` ProvisioningState/failed/19 `',
      '- Level: ` Error `',
      '- Display status: ` Failed `',
      '- Extension: ` Microsoft.Azure.Security.AzureDiskEncryptionForLinux `',
      '- Extension version: ` 1.4.0.12 `',
      '- Operating system: ` Linux ubuntu 22.04 `',
    ])
      expect(failed).toContain(line)
  })

  it("contains neither the names of the VM and its disks nor the guest's host name", () => {
    expect(failed).toContain('with error: <name> of <name>, stack trace')
    const body = vmBody({ extension: { status: { message: 'ann on box1 at contosokv' } } }) as { properties: object }
    const osProfile = { computerName: 'box1', adminUsername: 'ann' }
    expect(reportOf({ ...body, properties: { ...body.properties, osProfile } })).toContain('<name> on <name> at')
  })

  it('states what is unknown about a VM without an extension', () => {
    const report = ofVm({ osDisk: null })
    expect(report).toContain('There was no message.')
    for (const label of ['Recognised as', 'Status code', 'Extension', 'Extension version'])
      expect(report).toContain(`- ${label}: not known`)
  })

  it('takes the version from the request where the view has none', () => {
    expect(ofVm({ extension: { view: false, version: '1.1' } })).toContain('- Extension version: ` 1.1 `')
  })
})

describe('a report of another paste', () => {
  it('contains the output of another tool', () => {
    const report = reportOf('OsVolumeEncrypted : Encrypted\nProgressMessage : OS disk encryption started')
    expect(report).toContain('- Recognised as: ` linux-os-encryption-started `')
    expect(report).toContain('- Operating system: not known')
  })

  it('states what cannot be read', () => {
    expect(reportOfPaste('nothing of Azure')).toMatchObject({ ok: false })
  })
})
