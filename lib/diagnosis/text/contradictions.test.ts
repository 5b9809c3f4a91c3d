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

  it('of a failure only tell of that failure', () => {
    const text = 'The encryption has not finished.'
    expect([workInWords(text), workInWords(text, true)]).toEqual(['os', null])
    expect(kindsIn(`${samples['linux-os-target-busy']}\n\n${text}`)).not.toContain('reports-contradict')
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
