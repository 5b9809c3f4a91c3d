import { describe, expect, it } from 'vitest'
import { messageReport, type ReportSigns } from './message-report'

const nothing: ReportSigns = {
  message: null,
  kind: null,
  phase: null,
  code: null,
  level: null,
  displayStatus: null,
  extensionType: null,
  extensionVersion: null,
  osType: null,
  osName: null,
  osVersion: null,
  names: [],
}

/** The report without its lines about unknown values. */
const reportLines = (signs: Partial<ReportSigns>): readonly string[] =>
  messageReport({ ...nothing, ...signs })
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('not known'))

describe('the report on a message', () => {
  it('contains everything that is known', () => {
    const report = messageReport({
      message: 'Failed to encrypt OS volume with error: exit code 5, machine state: stripdown',
      kind: 'linux-os-not-completed',
      phase: 'failed',
      code: 'ProvisioningState/failed/19',
      level: 'Error',
      displayStatus: 'Provisioning failed',
      extensionType: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux',
      extensionVersion: '1.4.0.12',
      osType: 'Linux',
      osName: 'ubuntu',
      osVersion: '22.04',
      names: [],
    })
    expect(report.split('\n')).toEqual([
      '## Message of Azure Disk Encryption',
      '',
      '- Recognised as: ` linux-os-not-completed `',
      '- Phase: ` failed `',
      '- Status code: ` ProvisioningState/failed/19 `',
      '- Level: ` Error `',
      '- Display status: ` Provisioning failed `',
      '- Extension: ` Microsoft.Azure.Security.AzureDiskEncryptionForLinux `',
      '- Extension version: ` 1.4.0.12 `',
      '- Operating system: ` Linux ubuntu 22.04 `',
      '- Step of OS encryption: ` stripdown `',
      '- Return code: ` 5 `',
      '- Length of the message: ` 77 `',
      '',
      '```text',
      'Failed to encrypt OS volume with error: exit code 5, machine state: stripdown',
      '```',
      '',
      'Taken out of the text: nothing.',
      '',
    ])
  })

  it('states what is unknown', () => {
    expect(reportLines({})).toEqual(['## Message of Azure Disk Encryption', 'There was no message.'])
    expect(messageReport(nothing)).toContain('- Operating system: not known')
    expect(messageReport(nothing)).toContain('- Length of the message: not known')
    expect(reportLines({ osName: 'ubuntu' })).toContain('- Operating system: ` ubuntu `')
    expect(reportLines({ level: ' ' })).toContain('- Level: (empty)')
  })

  it('counts the redacted places by their kind', () => {
    const message = 'from 10.0.0.4 to 10.0.0.5 by a@b.example'
    expect(reportLines({ message }).slice(-4)).toEqual([
      '```text',
      'from <ip-address> to <ip-address> by <e-mail>',
      '```',
      'Taken out of the text: 2 × ip-address, 1 × e-mail.',
    ])
  })

  it('closes its code block only at its end', () => {
    expect(reportLines({ message: 'a ```` b ` c' }).slice(2, 5)).toEqual(['`````text', 'a ```` b ` c', '`````'])
    expect(reportLines({ level: 'x``y  \n  z' })).toContain('- Level: ``` x``y z ```')
  })

  it('leaves out the middle of a text that is too long, and splits no character', () => {
    const limit = 12_000
    const kept = 'x '.repeat(limit / 2)
    expect(messageReport({ ...nothing, message: kept })).toContain(kept)
    const half = 'x '.repeat(limit / 4 - 1)
    const report = messageReport({ ...nothing, message: `${half}y😀${'z '.repeat(100)}😀y${half}` })
    expect(report).toContain(`${half}y\n[… `)
    expect(report).toContain(`…]\ny${half}`)
    expect(report).not.toMatch(/[\uD800-\uDFFF]/)
  })

  it('limits the length of a line', () => {
    expect(reportLines({ level: 'word '.repeat(200) }).at(1)?.length).toBeLessThan(320)
  })
})
