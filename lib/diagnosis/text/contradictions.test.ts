import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'
import { workInWords } from './work-in-words'

function shown(text: string): Troubleshooting {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text
  if (read.kind === 'vm') return read.troubleshooting
  throw new Error(`taken for ${read.kind}`)
}
const kindsIn = (text: string): readonly string[] => shown(text).problems.map(({ kind }) => kind)
const stopsIn = (text: string): readonly StepKind[] =>
  shown(text)
    .problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
    .filter((kind) => steps[kind].risks.some((risk) => risk === 'restart' || risk === 'stops-vm'))

const reboot = samples['linux-os-please-reboot']
const encoded = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')

describe('a due restart beside work', () => {
  const evidence = [
    'But the copy is still running.',
    '(dd is still going, about 45% done)',
    'The encryption has not finished yet.',
    'ただし、コピーはまだ実行中です。',
    'コピーは終わっていません。',
    'OS ディスクの暗号化はまだ続いています。',
    'Volume C: [OS]\n    Conversion Status:    Encryption in Progress',
    'OsVolumeEncrypted : EncryptionInProgress',
    '[AzureDiskEncryption] 2118: [Info] Executing: dd if=/dev/sda2 of=/dev/mapper/osencrypt bs=52428800',
    'Executing: dd if=/dev/sda2 of=/dev/mapper/osencrypt bs=52428800',
    'OS disk encryption started',
  ]

  it.each(evidence)('is not said to be due, and nothing stops the VM: %s', (text) => {
    for (const paste of [`${reboot}\n\n${text}`, `${reboot}\n${text}`, `${text}\n\n${reboot}`]) {
      // Above it in the text, a step of the copy is the older one.
      if ((text === 'OS disk encryption started' || text.includes('Executing: dd')) && paste.startsWith(text)) continue
      expect(stopsIn(paste), paste).toEqual([])
      expect(kindsIn(paste), paste).not.toContain('restart-pending')
    }
  })

  it.each(['The copy is still runn=\ning.', encoded('コピーはまだ実行中です。')])(
    'in an encoded mail, with its header: %s',
    (body) => {
      const head = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n'
      expect(kindsIn(`${head}${reboot}\n\n${body}`)).toEqual(['reports-contradict'])
      expect(stopsIn(`${head}${reboot}\n\n${body}`)).toEqual([])
    },
  )

  it('stays due where nothing else tells of work', () => {
    for (const text of [
      'Please help, what now?',
      'The restart has not been done yet.',
      'mysqld is still running.',
      '暗号化中にエラーは出ませんでした。',
    ])
      expect(kindsIn(`${reboot}\n\n${text}`), text).toEqual(['restart-pending'])
  })
})

describe('words of a person', () => {
  it.each([
    ['the copy of the data disks is still running', 'data'],
    ['it is still decrypting', 'decryption'],
    ['データ ディスクの暗号化は実行中です', 'data'],
    ['コピーが途中です', 'os'],
    ['it stands at 45 % of the copy', 'os'],
    ['We are encrypting our VMs and got an error', null],
    ['コピーは実行中ではありません', null],
    ['the copy is at 100 %', null],
  ])('%s: %s', (text, work) => {
    expect(workInWords(text)).toBe(work)
  })

  it('count beside a failure too: the words do not say of which run they tell', () => {
    const text = 'The encryption has not finished.'
    expect(workInWords(text)).toBe('os')
    expect(kindsIn(`${samples['linux-os-target-busy']}\n\n${text}`)).toContain('reports-contradict')
  })
})

it('the failure of a step below the line of that step is no contradiction', () => {
  const log = (text: string) => `[AzureDiskEncryption] 911: [Info] ${text}`
  const failure = "Failed to encrypt OS volume with error: 'NoneType' object has no attribute 'getFlag', stack trace: x"
  expect(kindsIn(`${log('======= MACHINE STATE: split_root_partition =======')}\n${log(failure)}`)).not.toContain(
    'reports-contradict',
  )
})

describe('a refusal beside work', () => {
  const refusals = [
    samples['cli-kv-not-enabled'],
    samples['arm-generation-2-dual-pass'],
    samples['linux-pre-volume-type-change'],
  ]

  it.each(['ProgressMessage : OS disk encryption started', 'status now: Decrypting data volume 1/2: 20%'])(
    'does not swallow the line: %s',
    (line) => {
      for (const refusal of refusals) {
        const read = explainAny(`Operation failed\n${refusal}\n${line}\nplease help`)
        if (read.kind !== 'text') throw new Error(read.kind)
        expect(read.text.messages).toHaveLength(2)
        expect(read.text.messages.at(-1)?.decides).toBe(true)
      }
    },
  )

  it('is said to be contradicted where no message tells of the work', () => {
    for (const refusal of refusals)
      expect(kindsIn(`${refusal}\nEncrypting data volumes\nplease help`)).toContain('reports-contradict')
  })
})

const explainedText = (text: string) => {
  const read = explainAny(text)
  if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
  return read.text
}
const lsblk =
  'lsblk\nNAME  MAJ:MIN RM SIZE RO TYPE MOUNTPOINT\nsdc     8:32   0 100G  0 disk\n`-sdc1  8:33   0 100G  0 part\n  `-enc 253:0  0 100G  0 crypt /data'
const cryptsetup = '$ sudo cryptsetup status data1\n/dev/mapper/data1 is active and is in use.\n  type:    LUKS2'

describe('a decryption that is said to have succeeded', () => {
  it.each([
    lsblk,
    cryptsetup,
    'DataVolumesEncrypted : DecryptionInProgress',
    'os=NotEncrypted data=DecryptionInProgress',
    'substatus : OS : NotEncrypted  Data : DecryptionInProgress',
    '復号はまだ実行中です。',
  ])('stays open beside: %s', (text) => {
    const { problems, messages: found } = explainedText(`Decryption succeeded\n\n${text}`)
    expect(problems.map(({ kind }) => kind)).toEqual(['reports-contradict'])
    expect(problems.flatMap(({ causes }) => causes.map(({ kind }) => kind))).toEqual(['decryption-goes-on'])
    expect(found.some(({ showsNext }) => showsNext)).toBe(false)
  })

  it('is over where nothing contradicts it', () => {
    const { problems, messages: found } = explainedText('Decryption succeeded')
    expect(problems).toEqual([])
    expect(found.map(({ showsNext }) => showsNext)).toEqual([true])
  })
})

describe('words of the cmdlet that deny encryption', () => {
  const plain = 'OsVolumeEncrypted : NotEncrypted\nDataVolumesEncrypted : NotEncrypted\nProgressMessage : '
  const none = `${plain}No Encryption extension or metadata found on the VM\n\n`

  it.each([
    `${plain}OS disk encryption started`,
    `${plain}Encrypting data volume 1/2: 40%`,
    `${none}${lsblk}`,
    `${none}${cryptsetup}`,
    `${none}コピーはまだ実行中です。`,
    'OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : NotEncrypted\nSubStatus: {"os":"EncryptionInProgress","data":"Encrypted"}',
  ])('contradict a sign of work or an open mapping: %s', (text) => {
    expect(kindsIn(text)).toContain('reports-contradict')
    expect(stopsIn(text)).toEqual([])
  })

  it('contradict nothing alone, nor where the encrypted volume is the one that they name', () => {
    const words = 'OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : NotEncrypted\n\n'
    expect(kindsIn(none)).not.toContain('reports-contradict')
    // The mount point of the mapping shows which volume it is.
    expect(kindsIn(`${words}${lsblk.replace('crypt /data', 'crypt /')}`)).not.toContain('reports-contradict')
    expect(kindsIn(`${words}${lsblk}`)).toContain('reports-contradict')
  })
})

it.each([
  'VM is deallocated.',
  'The VM is currently stopped.',
  'PowerState/deallocated',
  'VM は割り当て解除済みです。',
  'VM は停止しています。',
])('a missing status does not show that the VM runs: %s', (words) => {
  const block =
    'OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : Encrypted\nProgressMessage : Extension status not available on the VM'
  expect(kindsIn(block)).toContain('report-missing')
  expect(kindsIn(`${words}\n${block}`)).not.toContain('report-missing')
  expect(kindsIn(`${words}\n${block}`)).toContain('vm-not-running')
})

it('a refused access has the dual-pass application as its cause only before version 2', () => {
  const denied = (version: string): string => samples['win-access-denied'].replace('1.1.0.4', version)
  expect(kindsIn(denied('1.1.0.4'))).toEqual(['dual-pass-vault-access-failed'])
  for (const version of ['2.2.0.9', '2.4.0.21', '10.0.0.1'])
    expect(kindsIn(denied(version))).toEqual(['failed-without-known-cause'])
})
