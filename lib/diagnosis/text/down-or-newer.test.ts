import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { languages } from '@/lib/i18n/languages'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
import { explainAny } from './explain-any'

function shown(text: string) {
  const read = explainAny(text)
  if (read.kind === 'text')
    return {
      ...read.text,
      own: read.text.messages.some(({ kind, showsNext }) => showsNext && !kind.startsWith('boot-')),
    }
  if (read.kind === 'vm') return { ...read.troubleshooting, own: false }
  throw new Error(`taken for ${read.kind}`)
}
const kindsIn = (text: string): readonly string[] => shown(text).problems.map(({ kind }) => kind)
const stepsIn = (text: string): readonly StepKind[] =>
  shown(text).problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
const withRisk = (text: string, ...risks: readonly StepRisk[]): readonly StepKind[] =>
  stepsIn(text).filter((kind) => steps[kind].risks.some((risk) => risks.includes(risk)))

const reboot = samples['linux-os-please-reboot']
const busy =
  'Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts, machine state: unmount_oldroot'
const device = samples['linux-data-failed-device']
const head = (time: string, rest: string): string =>
  `2026/05/02 ${time} [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: ${rest}`

describe('a newer run behind a failure or a due restart', () => {
  it.each([
    ...['Enable encryption', 'luksFormat ok, copying blocks', 'daemon started', 'Entering encrypt_block_device'].map(
      (line) => `${head('08:11:42', `2118: [Error] ${busy}`)}\n${head('08:15:42', `2218: [Info] ${line}`)}`,
    ),
    `${busy}\n[AzureDiskEncryption] 2301: [Info] daemon started`,
    `${busy}\n[AzureDiskEncryption] 2301: [Info] Entering encrypt_block_device\n[AzureDiskEncryption] 2301: [Info] luksOpen done`,
    `${head('08:11:42', `[StatusReport (4)] msg: ${busy}`)}\n${head('08:14:42', '[StatusReport (5)] op: EnableEncryption')}\n${head('08:14:42', '[StatusReport (5)] status: transitioning')}`,
    `${head('08:11:42', `[StatusReport (4)] msg: ${reboot}`)}\n${head('08:14:42', '[StatusReport (5)] op: DisableEncryption')}\n${head('08:14:42', '[StatusReport (5)] status: transitioning')}`,
    `${device}\n\nEncryption request was accepted. Please use 'show' command to monitor the progress.`,
    `${device}\n\nRequestId IsSuccessStatusCode StatusCode ReasonPhrase\n--------- ----------\n    True         OK OK`,
    `${device}\n\nAzureDiskEncryptionForLinux  Updating  Microsoft.Azure.Security  1.4`,
    `${device}\n\n"provisioningState": "Updating"`,
    `${reboot}\n\nMicrosoft.Compute/virtualMachines/extensions/write  Started`,
  ])('withholds a restart and a request: %s', (text) => {
    expect(withRisk(text, 'restart', 'stops-vm', 'changes-key', 'removes-extension')).toEqual([])
    // Where Azure's answer decides, no problem is claimed at all.
    const waits = stepsIn(text).some((kind) => kind.startsWith('wait-for-'))
    expect(waits || kindsIn(text).length === 0, kindsIn(text).join()).toBe(true)
  })

  it('is not seen in what stands before the failure, nor in its own lines', () => {
    const older = `${head('08:01:42', '2118: [Info] Enable encryption')}\n${head('08:11:42', `2118: [Error] ${busy}`)}`
    expect(withRisk(older, 'restart')).not.toEqual([])
    expect(withRisk(busy, 'restart')).not.toEqual([])
    const report = `${older}\n${head('08:11:42', '[StatusReport (4)] op: EnableEncryptionOSVolume')}`
    expect(withRisk(report, 'restart')).not.toEqual([])
  })
})

describe('a VM that is off', () => {
  const works = ['OS disk encryption started', 'Encrypting data volume 1/2: 40%', 'Decrypting data volume 1/2: 60%']
  const off = [
    'Status: Stopped (deallocated)',
    '$ az vm deallocate --name vm1 (finished 10:12)',
    'PowerState/deallocated',
    'VM state: Stopped',
    '停止済み (割り当て解除)',
    'VM 停止済み',
    'VM: 割り当て解除済み',
    'VM は停止しています。',
  ]

  it.each(off)('is not said to work, and waits for nothing: %s', (power) => {
    for (const work of works)
      for (const text of [`${work}\n${power}`, `${power}\n\n${work}`]) {
        expect(kindsIn(text), text).toContain('vm-not-running')
        expect(kindsIn(text)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/silent-phase|running-|^decr/)]),
        )
        expect(stepsIn(text).filter((kind) => kind.startsWith('wait-'))).toEqual([])
        expect(shown(text).own, text).toBe(false)
      }
    expect(withRisk(`${reboot}\n${power}`, 'restart')).toEqual([])
    expect(stepsIn(`${reboot}\n${power}`)).toContain('start-vm')
  })

  it.each(works)('by its own JSON does not work either: %s', (message) => {
    const body = vmBody({
      osDisk: stamped,
      power: 'deallocated',
      extension: { status: { message }, report: { os: 'EncryptionInProgress', data: 'EncryptionInProgress' } },
    })
    expect(kindsIn(JSON.stringify(body))).toContain('vm-not-running')
    expect(kindsIn(JSON.stringify(body))).not.toContain('os-encryption-silent-phase')
    expect(stepsIn(JSON.stringify(body)).filter((kind) => kind.startsWith('wait-'))).toEqual([])
  })
})

describe('a start that failed', () => {
  const words = [
    'We did the reboot, since then "/dev/mapper/osencrypt does not exist" and initramfs prompt.',
    '(initramfs) _',
    'error: no such partition. grub rescue>',
    'The VM does not boot any more.',
    '再起動しましたが、VM が起動しません。',
  ]

  it.each(words)('is read above a due restart and running work: %s', (said) => {
    expect(kindsIn(`${reboot}\n${said}`)).not.toContain('restart-pending')
    expect(shown(`${reboot}\n${said}`).own).toBe(false)
    expect(withRisk(`${reboot}\n${said}`, 'restart')).toEqual([])
    const copying = `OS disk encryption started\n\n${said}`
    expect(kindsIn(copying)).not.toContain('os-encryption-silent-phase')
    expect(stepsIn(copying).filter((kind) => kind.startsWith('wait-'))).toEqual([])
  })

  it('is not read from the name of the file or of the tool', () => {
    for (const text of ['update-initramfs: Generating /boot/initrd.img', 'should I reboot?'])
      expect(kindsIn(`${reboot}\n\n${text}`)).toContain('restart-pending')
  })
})

describe('a restart that is due', () => {
  it.each([
    `OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : NotMounted\nProgressMessage : ${reboot}`,
    `OsVolumeEncrypted : VMRestartPending\nDataVolumesEncrypted : NotMounted\nProgressMessage : ${reboot}`,
    JSON.stringify(
      vmBody({
        osDisk: stamped,
        data: [stamped],
        extension: { status: { message: reboot }, report: { os: 'VMRestartPending', data: 'NotEncrypted' } },
      }),
    ),
  ])('comes before any request: %s', (text) => {
    expect(withRisk(text, 'changes-key', 'removes-extension', 'unprotects-data')).toEqual([])
  })
})

it.each(languages)('code 52 alone leads to a stop only with the key in order: %s', async (language) => {
  const { next } = (await loadGuidance(language))['linux-code-52-missing-dependency']
  const [stop = ''] = next
  expect(stop).toMatch(language === 'en' ? /vault, key and secret are in order/ : /問題がない場合に限り/)
})

describe('an encrypted OS disk that is open beside a failure that denies it', () => {
  const open =
    '{"blockdevices":[{"name":"sda","type":"disk","children":[{"name":"sda2","type":"part","mountpoint":"/oldroot","children":[{"name":"osencrypt","type":"crypt","mountpoint":null}]}]}]}'
  const body = JSON.stringify(
    vmBody({
      extension: {
        status: { code: 'ProvisioningState/failed', level: 'Error', message: busy },
        report: { os: 'NotEncrypted', data: 'NotMounted' },
      },
    }),
    null,
    1,
  )

  it.each([
    ['the body of a VM', body],
    ['a text that names single pass', `Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.5\n${busy}`],
  ])('leaves the disk in place, and asks for no request: %s', (_name, answer) => {
    expect(withRisk(answer, 'restart', 'changes-key')).not.toEqual([])
    const text = `${answer}\n\n${open}`
    expect(kindsIn(text)).toContain('reports-contradict')
    expect(withRisk(text, 'restart', 'stops-vm', 'replaces-disk', 'changes-key')).toEqual([])
    expect(stepsIn(text)).toContain('build-vm-from-snapshot')
  })
})
