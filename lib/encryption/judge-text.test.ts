import { describe, expect, it } from 'vitest'
import type { ToolStatusText } from '@/lib/facts/paste/tool-status'
import { secretUrl } from '@/lib/facts/testing/vm-body'
import { evidenceOfText, judgeText } from './judge-text'
import { flagTexts } from './testing/judged'

/** Output of `Get-AzVMDiskEncryptionStatus` for an encrypted VM without data disks. */
function text(changed: Partial<ToolStatusText> = {}): ToolStatusText {
  const printed = { os: 'Encrypted', data: 'NoDiskFound', settings: null, message: null, osType: null }
  return { tool: 'powershell', ...printed, ...changed }
}

describe('a verdict on another tool’s words', () => {
  it.each([
    ['Encrypted', 'encrypted-unverified'],
    ['encrypted', 'encrypted-unverified'],
    ['NotEncrypted', 'not-encrypted'],
    ['EncryptionInProgress', 'encrypting'],
    ['DecryptionInProgress', 'decrypting'],
    ['VMRestartPending', 'restart-pending'],
    ['Unknown', 'unknown'],
    ['NotMounted', 'unknown'],
    ['Tomorrow', 'unknown'],
    [null, 'unknown'],
  ])('reads %s of the OS volume as %s', (os, state) => {
    const verdict = judgeText(text({ os }))
    expect(verdict).toMatchObject({ state, os: { state, stamp: 'absent' }, data: { state: 'none', total: 0 } })
    expect(verdict.volumes).toEqual([{ name: 'OsVolume', role: 'os', lun: null, stamp: 'absent', state }])
  })

  it.each([
    ['NoDiskFound', 'none', 0],
    ['nodiskfound', 'none', 0],
    ['NotMounted', 'not-mounted', null],
    ['Encrypted', 'encrypted-unverified', null],
    ['VMRestartPending', 'unknown', null],
    ['Unknown', 'unknown', null],
    [null, 'unknown', null],
  ])('reads %s of the data volumes as %s', (data, state, total) => {
    const verdict = judgeText(text({ data }))
    expect(verdict.data).toMatchObject({ state, stamped: total === null ? null : 0, total })
    expect(verdict.volumes.slice(1).map(({ name, role }) => `${role} ${name}`)).toEqual(
      total === 0 ? [] : ['data DataVolumes'],
    )
  })

  it('keeps the words it recognises beside the states', () => {
    const { os, data } = judgeText(text({ os: 'notencrypted', data: 'NotMounted' }))
    expect([os.reported, data.reported]).toEqual(['NotEncrypted', 'NotMounted'])
  })

  it('flags data disks that the text does not list, and does not count them', () => {
    const verdict = judgeText(text({ data: 'NotMounted' }))
    expect(verdict).toMatchObject({ state: 'encrypted-unverified', data: { stamped: null, total: null } })
    expect(flagTexts(verdict)).toEqual(['data-not-mounted: data-disks-not-mounted'])
  })

  it('calls a plain VM plain: the tool says nothing about other encryption', () => {
    expect(judgeText(text({ os: 'NotEncrypted' })).state).toBe('not-encrypted')
  })

  it.each<[string, Partial<ToolStatusText>, readonly string[]]>([
    ['known words', { os: 'Unknown', data: 'NoDiskFound' }, []],
    ['known words in another case', { os: 'unknown', data: 'NODISKFOUND' }, []],
    ['words that are missing', { os: null, data: null }, []],
    ['a strange word for the OS volume', { os: 'Tomorrow' }, ['unreadable-report: substatus-word-unknown']],
    ['a strange word for data volumes', { data: 'Tomorrow' }, ['unreadable-report: substatus-word-unknown']],
    ['a known message', { message: 'OS disk encryption started' }, []],
    ['a new message', { message: 'Nobody knows' }, ['unrecognised-message: message-not-in-catalogue']],
    [
      'no status of the extension',
      { message: 'Extension status not available on the VM' },
      ['runtime-not-read: extension-status-missing'],
    ],
  ])('flags %s', (_, changed, flags) => {
    expect(flagTexts(judgeText(text(changed)))).toEqual(flags)
  })
})

describe('the pass of such a text', () => {
  it.each<[Partial<ToolStatusText>, string | null, string | null]>([
    [{ data: 'NoDiskFound' }, 'single', 'printed'],
    [{ os: 'nodiskfound' }, 'single', 'printed'],
    [{}, null, null],
    [{ settings: 'Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings' }, null, null],
    [{ message: 'Provisioning succeeded' }, null, null],
    [{ message: 'Encryption succeeded for all volumes' }, null, null],
    [{ tool: 'az-dual-pass' }, 'dual', 'error'],
    [{ message: secretUrl }, 'dual', 'error'],
    [{ message: 'OsVolume: Encrypted, DataVolumes: NotEncrypted' }, 'dual', 'error'],
    [{ message: 'OsVolume: NoDiskFound, DataVolumes: Encrypted' }, 'single', 'printed'],
    [{ message: 'OsVolume: Encrypted, DataVolumes: NoDiskFound' }, 'single', 'printed'],
    [{ message: 'The OsVolume: Encrypted, DataVolumes: NotEncrypted' }, null, null],
    [{ message: 'OsVolume: Encrypted, DataVolumes: NotEncrypted, so far' }, null, null],
    [{ message: 'No Encryption extension or metadata found on the VM' }, 'none', 'nothing'],
    [{ message: 'No Encryption extension or metada found on the VM' }, 'none', 'nothing'],
    [{ message: 'No Encryption extension or metadata found on the VM today' }, null, null],
    [{ message: 'Well: No Encryption extension or metadata found on the VM' }, null, null],
  ])('%j: %s', (changed, pass, outcome) => {
    const verdict = judgeText(text({ data: 'NotEncrypted', ...changed }))
    expect(verdict.pass).toBe(pass)
    expect(verdict.otherTools.azCli.outcome).toBe(outcome)
  })
})

describe('the progress of such a text', () => {
  it('is that of its message', () => {
    const message = 'Encrypting data volume 2/3: 42%'
    expect(judgeText(text({ message })).progress).toEqual({
      message,
      messageKind: 'linux-data-percent',
      phase: 'data-encrypting',
      percent: 42,
    })
  })

  it('is that of a message that a console broke inside a word', () => {
    const { progress } = judgeText(text({ message: 'OS disk encryp tion started' }))
    expect(progress).toMatchObject({
      messageKind: 'linux-os-encryption-started',
      message: 'OS disk encryption started',
    })
    for (const message of ['OS disk encryp tion stopped', `OS disk encryp tion started${' x'.repeat(200)}`])
      expect(judgeText(text({ message })).progress).toMatchObject({ message, messageKind: 'unrecognised' })
  })

  it('is empty without a message', () => {
    const silence = { message: null, messageKind: null, phase: null, percent: null }
    expect(judgeText(text()).progress).toEqual(silence)
  })
})

describe('the output of the other tools', () => {
  it('is the text itself, where it is PowerShell’s', () => {
    const printed = text({ data: 'NotMounted', settings: 'enabled', message: 'OS disk encryption started' })
    expect(judgeText(printed).otherTools.powershell).toEqual({
      mode: null,
      OsVolumeEncrypted: 'Encrypted',
      DataVolumesEncrypted: 'NotMounted',
      OsVolumeEncryptionSettings: 'enabled',
      ProgressMessage: 'OS disk encryption started',
    })
    expect(judgeText(text({ os: null, data: null })).otherTools.powershell).toMatchObject({
      OsVolumeEncrypted: '',
      DataVolumesEncrypted: '',
      ProgressMessage: '',
    })
  })

  it('is unknown for PowerShell, where the text is azure-cli’s', () => {
    expect(judgeText(text({ tool: 'az-dual-pass' })).otherTools.powershell).toBeNull()
  })
})

describe('the evidence in such a text', () => {
  const rows = (changed: Partial<ToolStatusText>) => {
    const given = text(changed)
    return evidenceOfText(given, judgeText(given)).map(({ kind, source, os, data }) => {
      const words = [os, ...(data === null ? [] : [data])].map(
        ({ value, mark, raw }) => `${value} ${mark} ${raw ?? '-'}`,
      )
      return `${kind} ${source}: ${words.join(' | ')}`
    })
  }

  it('is its words', () => {
    expect(rows({ data: 'NotMounted' })).toEqual([
      'request none: not-read nothing - | not-read nothing -',
      'stamp none: not-read nothing - | not-read nothing -',
      'report none: report-encrypted decides Encrypted | report-not-mounted decides NotMounted',
      'guest none: not-attested nothing - | not-attested nothing -',
    ])
  })

  it('is reduced where a word is unknown or missing, and omits data disks where the VM has none', () => {
    expect(rows({ os: 'Tomorrow' })[2]).toBe('report none: report-unreadable nothing Tomorrow')
    expect(rows({ os: null })[2]).toBe('report none: report-none nothing -')
    expect(rows({})[0]).toBe('request none: not-read nothing -')
  })
})
