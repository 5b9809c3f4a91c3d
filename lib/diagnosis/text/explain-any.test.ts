import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { explainAny, type ExplainedAny } from './explain-any'

const body = JSON.stringify(
  vmBody({ osDisk: { stamp: 'encrypted', settings: true }, extension: { report: { os: 'Encrypted' } } }),
  null,
  2,
)
const block = `OsVolumeEncrypted          : EncryptionInProgress
DataVolumesEncrypted       : NotMounted
OsVolumeEncryptionSettings : Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings
ProgressMessage            : OS disk encryption
                             started`

const perLine = (text: string, before: string): string =>
  text
    .split('\n')
    .map((line) => before + line)
    .join('\n')

/** As a mail is sent. */
const mailed = (text: string): string =>
  text
    .replaceAll('=', '=3D')
    .split('\n')
    .map((line) => line.replace(/(?:=[0-9A-F]{2}|[^=]){60}(?=.)/g, '$&=\n'))
    .join('\n')

const docker = (text: string): string =>
  text
    .split('\n')
    .map((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-05-02T08:15:00.123456789Z' }))
    .join('\n')

const carriers: readonly (readonly [string, (text: string) => string])[] = [
  ['a quote of a mail', (text) => perLine(text, '> ')],
  ['a quote of a quote', (text) => perLine(text, '> > ')],
  ['a fence of Markdown', (text) => `Hello, see this:\n\n\`\`\`json\n${text}\n\`\`\`\nThanks`],
  ['a quoted fence', (text) => perLine(`\`\`\`\n${text}\n\`\`\``, '> ')],
  ['a log of Azure DevOps', (text) => perLine(text, '2026-05-02T08:15:00.1234567Z ')],
  ['a log of Kubernetes', (text) => perLine(text, '2026-05-02T08:15:00.123456789Z stdout F ')],
  ['a log of Docker', docker],
  ['a mail as it is sent', mailed],
]

function statesOf(read: ExplainedAny): readonly (readonly (string | null)[])[] {
  const vms = read.kind === 'vms' ? read.vms : read.kind === 'vm' ? [read] : []
  return vms.map(({ explained: { input, explanation } }) => [
    input,
    explanation.vm.name,
    explanation.os.state,
    explanation.data.state,
    explanation.progress.messageKind,
  ])
}

describe('a VM in what carried its text', () => {
  it.each(carriers)('is judged as without %s', (_, carried) => {
    for (const text of [body, block]) {
      const alone = explainAny(text)
      expect(alone.kind).toBe('vm')
      // What a person writes beside it is named as not judged.
      const saysMore = carried(text).includes('Hello')
      expect(explainAny(carried(text))).toEqual({ ...alone, saysMore })
    }
  })

  it('of which an end is missing stays without a verdict', () => {
    for (const [, carried] of carriers) expect(explainAny(carried(body.slice(0, -40))).kind).not.toBe('vm')
  })
})

describe('a table of Get-AzVMDiskEncryptionStatus', () => {
  const head = `OsVolumeEncrypted DataVolumesEncrypted OsVolumeEncryptionSettings ProgressMessage
----------------- -------------------- -------------------------- ---------------`
  const inProgress = 'EncryptionInProgress NotMounted           Microsoft.Azure.Managem... OS disk encryption started'
  const wide = `PS C:\\> Get-AzVMDiskEncryptionStatus -VMName web | ft

OsVolumeEncrypted    DataVolumesEncrypted OsVolumeEncryptionSettings ProgressMessage
-----------------    -------------------- -------------------------- ---------------
${inProgress}

PS C:\\>`

  it('is read by the places of its columns, and proves no encryption', () => {
    expect(statesOf(explainAny(wide))).toEqual([
      ['powershell', null, 'encrypting', 'not-mounted', 'linux-os-encryption-started'],
    ])
    const encrypted = `${head}\nEncrypted         Encrypted                                       Encryption succeeded for all volumes`
    expect(statesOf(explainAny(encrypted))).toEqual([
      ['powershell', null, 'encrypted-unverified', 'encrypted-unverified', 'linux-all-succeeded'],
    ])
  })

  it('with several rows is several VMs, by a column for the name where there is one', () => {
    const text = `Name  OsVolumeEncrypted DataVolumesEncrypted ProgressMessage
----  ----------------- -------------------- ---------------
web   Encrypted         NoDiskFound          Provisioning succeeded
db-01 NotEncrypted      NotEncrypted         No Encryption extension or metadata
                                             found on the VM`
    expect(statesOf(explainAny(text)).map((row) => row.slice(1, 4))).toEqual([
      ['web', 'encrypted-unverified', 'none'],
      ['db-01', 'not-encrypted', 'not-encrypted'],
    ])
    expect(statesOf(explainAny(text))[1]?.[4]).toBe('ps-no-extension')
  })

  it('says no more than the order of the words proves where its blanks were lost', () => {
    const text = `${head.replace(/ {2,}/g, ' ')}\nEncryptionInProgress NotMounted Microsoft.X Encryption succeeded for all volumes`
    expect(statesOf(explainAny(text))).toEqual([['powershell', null, 'encrypting', 'not-mounted', null]])
  })

  it('says nothing of a word that the console cut', () => {
    const text = `OsVolumeEncry DataVolumesEncrypted
OsVolumeEncrypted DataVolumesEncrypted
----------------- --------------------
EncryptionInPr... Encrypted`
    expect(statesOf(explainAny(text)).map((row) => row.slice(2, 4))).toEqual([['unknown', 'encrypted-unverified']])
  })

  it('of az vm encryption show for dual pass is read by its own names', () => {
    const text = `DataDisk              OsDisk        OsType    ProgressMessage
--------------------  ------------  --------  -----------------
EncryptionInProgress  NotEncrypted  Linux     https://kv.vault.azure.net/secrets/3bf925b7-e8f7-4223-8236-8f452be2eb02/475e1a060320431a8ecdbb3e55018f80`
    expect(statesOf(explainAny(text))).toEqual([
      ['az-encryption-show', null, 'not-encrypted', 'encrypting', 'dual-secret-url'],
    ])
  })
})

describe('the answer of the command before az', () => {
  const command = 'info:    Executing command vm show-disk-encryption-status\n+ Looking up the VM "web"'
  it.each([
    [
      'names and values',
      `data:    osVolumeEncrypted: EncryptionInProgress
data:    dataVolumesEncrypted: NotMounted
data:    osVolumeEncryptionSettings:
data:        diskEncryptionKey:
data:            secretUrl: https://kv.vault.azure.net/secrets/a/b`,
    ],
    [
      'an object',
      `data:    { osVolumeEncrypted: 'EncryptionInProgress',
data:      dataVolumesEncrypted: 'NotMounted',
data:      osVolumeEncryptionSettings: null }`,
    ],
    [
      'JSON',
      `data:    {
data:      "osVolumeEncrypted": "EncryptionInProgress",
data:      "dataVolumesEncrypted": "NotMounted"
data:    }`,
    ],
  ])('is read as %s', (_, data) => {
    const read = explainAny(`${command}\n${data}\ninfo:    vm show-disk-encryption-status command OK`)
    expect(statesOf(read)).toEqual([['xplat', null, 'encrypting', 'not-mounted', null]])
    expect(read.kind === 'vm' && read.explained.explanation.otherTools.powershell).toBeNull()
    expect(read.kind === 'vm' && read.explained.explanation.pass).toBeNull()
  })
})

describe('/etc/crypttab', () => {
  it('says with what each mapping is opened, and what stops the boot', () => {
    const text = `# <target name> <source device> <key file> <options>
osencrypt /dev/disk/by-id/scsi-1 /mnt/azure_bek_disk/LinuxPassPhraseFileName luks,discard,header=/boot/luks/osluksheader
data-1\t/dev/disk/azure/scsi1/lun0-part1\t/mnt/azure_bek_disk/LinuxPassPhraseFileName_1_0\tluks,nofail
typed UUID=2505567a-9e27-4efe-a4d5-15ad146c258b none luks,nofail
swap /dev/sdb2 /dev/urandom swap,cipher=aes-xts-plain64`
    const read = explainAny(text)
    expect(read.kind === 'text' && read.fragments.map(({ kind }) => kind)).toEqual(['crypttab'])
    expect(read.kind === 'text' && read.fragments[0]?.rows.map(({ subject, finding }) => [subject, finding])).toEqual([
      ['osencrypt', 'opened-by-key-file'],
      ['osencrypt', 'opening-without-nofail'],
      ['data-1', 'opened-by-key-file'],
      ['typed', 'opened-by-passphrase'],
    ])
  })
})

describe('a text made to cost time', () => {
  it.each([
    ['lines of Docker', '{"log":"'],
    ['parts without an end', '2026-05-02T08:15:00.1Z stderr P a\n'],
    ['codes of a mail', '=3D=C2'],
    ['codes of syslog', '#012#011'],
    ['texts of events', '<Data><Data>'],
    ['a table', 'OsVolumeEncrypted DataVolumesEncrypted\n--- ---\n'],
    ['rows', `OsVolumeEncrypted DataVolumesEncrypted\n--- ---\n${'a b\n'.repeat(20_000)}`],
    ['data of the old command', 'data:    osVolumeEncrypted {\n'],
    ['crypttab', 'a /dev/a /a luks,luks,luks,\n'],
  ])('costs no more than some scans: %s', (_, part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length))
    expect(costInScans(() => explainAny(text), text.length, 400)).toBeLessThanOrEqual(400)
  })

  // Twice what they cost alone: beside other programs, work that needs much memory slows down more than a scan. On Node 24 a
  // scan takes two thirds of its time on 20, and this work the same.
  it.each([
    ['JSON behind a word', (at: number) => `log ${at}: {"error":{"message":"Failed ${at} to {\\"x\\":\\"y\\"}"}}`, 120],
    [
      'sentences of ARM',
      (at: number) => `VM has reported a failure when processing extension 'ade${at}'. Error message: "Failed ${at}".`,
      40,
    ],
  ])('of lines that all differ costs no more than some scans: %s', (_, line, most) => {
    const text = Array.from({ length: 3_000 }, (__, at) => line(at)).join('\n')
    expect(costInScans(() => explainAny(text), text.length, most)).toBeLessThanOrEqual(most)
  })
})
