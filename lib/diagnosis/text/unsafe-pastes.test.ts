import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import type { MessageKind } from '@/lib/messages/types'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import type { StepRisk } from '../steps/types'
import { failedWith } from '../testing/case-parts'
import type { Troubleshooting } from '../troubleshoot'
import { explainAny } from './explain-any'

const stopping: readonly StepRisk[] = ['restart', 'stops-vm', 'replaces-disk']

function advices(text: string): readonly Troubleshooting[] {
  const read = explainAny(text)
  if (read.kind === 'none') throw new Error('not read')
  if (read.kind === 'text') return [read.text]
  return read.kind === 'vm' ? [read.troubleshooting] : read.vms.map(({ troubleshooting }) => troubleshooting)
}

const offeredBy = (text: string): readonly StepKind[] =>
  advices(text).flatMap(({ problems, steps: list }) => [
    ...problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)),
    ...list.map(({ kind }) => kind),
  ])
const stopsIn = (text: string): readonly StepKind[] =>
  offeredBy(text).filter((kind) => steps[kind].risks.some((risk) => stopping.includes(risk)))

const started = 'OS disk encryption started'
const reboot = 'OS disk successfully encrypted, please reboot the VM'
const keyNotAttached = samples['linux-bek-not-attached']
const agent = '[Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 1797: [Info]'

describe('an open change of the key stops no VM', () => {
  const inner = [
    'linux-bek-not-attached',
    'linux-bek-no-partition',
    'linux-bek-not-mounted',
    'linux-key-file-missing',
    'linux-passphrase-missing',
  ] as const satisfies readonly MessageKind[]

  it.each(inner)('where its sentence wraps the cause %s', (kind) => {
    const wrapped = `Failed to update encryption settings with error: ${samples[kind]}`
    expect(stopsIn(wrapped)).toEqual([])
    expect(stopsIn(`2026-11-28 10:00:01 ${wrapped}`)).toEqual([])
    const extension = { ...failedWith(52, wrapped), report: { os: 'Encrypted', data: 'Encrypted' } }
    expect(stopsIn(JSON.stringify(vmBody({ osDisk: stamped, extension })))).toEqual([])
  })

  it.each([
    'Updating encryption settings',
    'Recreating secret to store in the KeyVault',
    'Before key addition, keyslots for /dev/sda2: [True, False, False]',
    'After key addition, keyslots for /dev/sda2: [True, True, False]',
    'New key was added in keyslot 1',
  ])('where its log shows one step of it: %s', (line) => {
    expect(stopsIn(keyNotAttached)).not.toEqual([])
    expect(stopsIn(`${line}\n${keyNotAttached}`)).toEqual([])
    const dated = `2026/11/28 10:00:01 ${agent} ${line}\n2026/11/28 10:05:09 ${agent} ${keyNotAttached}`
    expect(stopsIn(dated)).toEqual([])
  })
})

describe('an order that the text does not show stops no VM', () => {
  it.each([
    ['now', 'before'],
    ['Latest', 'Earlier'],
    ['Status this afternoon', 'Status this morning'],
    ['現在の状態', '以前の状態'],
  ])('%s above %s', (newer, older) => {
    expect(stopsIn(`${newer}:\n${started}\n\n${older}:\n${reboot}`)).toEqual([])
  })

  it.each(['2026-11-28 18:00:10', 'Nov 28 18:00:10 vm1 kernel:', '2026-11-28T18:00:10+09:00'])(
    'times of different kinds: %s',
    (time) => {
      const other = time.includes('+') ? '2026-11-28 19:00:00' : '2026-11-28T19:00:00Z'
      expect(stopsIn(`${time} ${started}\n${other} ${reboot}`)).toEqual([])
    },
  )

  const touched = 'Failed to encrypt OS volume with error: x, machine state: encrypt_block_device'

  it('a failure that wrote to the disk, and a due restart, without times', () => {
    expect(stopsIn(`${touched}\n${reboot}`)).toEqual([])
    expect(stopsIn(`${reboot}\n${touched}`)).toEqual([])
    expect(stopsIn(`2026/11/28 10:00:00 ${agent} ${touched}\n2026/11/28 18:00:00 ${agent} ${reboot}`)).toContain(
      'restart-vm',
    )
  })

  it.each(['linux-os-target-busy', 'linux-os-failed'] as const)('a started copy above %s, without times', (kind) => {
    expect(stopsIn(`${started}\n${samples[kind]}`)).toEqual([])
  })
})

it.each(['No space left on device', samples['linux-bek-not-attached']])(
  'a run on data volumes waits before any step that stops the VM: %s',
  (failure) => {
    const text = `Extension message: Encrypting data volumes\n${failure}`
    expect(stopsIn(text)).toEqual([])
    expect(offeredBy(text)).toContain('wait-for-data-copy')
  },
)
