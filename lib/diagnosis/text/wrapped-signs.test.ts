import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepRisk } from '../steps/types'
import { explainAny } from './explain-any'

const harmful: readonly StepRisk[] = ['restart', 'changes-key', 'erases-data-disks']
const pending = JSON.stringify(
  vmBody({
    osDisk: stamped,
    extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
  }),
  null,
  2,
)
const xfs = JSON.stringify(
  vmBody({
    data: [{}],
    extension: {
      status: { code: 'ProvisioningState/failed', level: 'Error', message: samples['linux-data-failed-xfs'] },
      report: { os: 'NotEncrypted', data: 'NotEncrypted' },
    },
  }),
  null,
  2,
)

function harmsOf(text: string): readonly string[] {
  const read = explainAny(text)
  if (read.kind === 'none' || read.kind === 'vms') throw new Error(`read as ${read.kind}`)
  return (read.kind === 'vm' ? read.troubleshooting : read.text).problems
    .flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
    .filter((kind) => steps[kind].risks.some((risk) => harmful.includes(risk)))
}

const wrappings: readonly ((said: string) => string)[] = [
  (said) => `"message": "${said}"`,
  (said) => JSON.stringify({ message: said }),
  (said) => JSON.stringify(JSON.stringify({ message: said })),
  (said) => `{'message': '${said}'}`,
  (said) => `2026-11-29T08:59:00Z INFO ExtHandler ${said}`,
  (said) => `vm1,transitioning,${said}`,
  (said) => `vm1\ttransitioning\t${said}`,
  (said) => `| vm1 | ${said} |`,
  (said) => `<Message>${said}</Message>`,
  (said) => `<td>${said}</td>`,
  (said) => `The portal shows ${said} since an hour`,
  (said) => `ポータルに「${said}」と表示されています`,
  (said) => said.toLowerCase(),
  (said) => said.replaceAll(' ', '\u00A0'),
  (said) => said.replaceAll(' ', '\u2009'),
  (said) => said.replaceAll(' ', '&nbsp;'),
]
const running = [
  'Updating encryption settings',
  'Recreating secret to store in the KeyVault',
  'Before key addition, keyslots True, False',
  'New key was added in keyslot 1',
  '-rw------- 1 root root 0 Nov 29 08:00 LinuxPassPhraseFileName_1_0',
  'Failed to update encryption settings',
  'Restarted extension from stripped down OS',
  'Attempt #3 to unmount /oldroot',
  'OS disk encryption started',
]

describe('a line that shows a run, beside the body of a VM', () => {
  it('is needed: the bodies alone ask for a restart and a formatting', () => {
    expect(harmsOf(pending)).toContain('restart-vm')
    expect(harmsOf(xfs)).not.toEqual([])
  })

  it.each(running.flatMap((said) => wrappings.map((wrap) => [wrap(said)])))(
    'holds back what would interrupt it, whatever carries it: %s',
    (line) => {
      expect(harmsOf(`${pending}\n\n${line}`)).toEqual([])
    },
  )

  it.each(running)('holds back a formatting: %s', (said) => {
    expect(harmsOf(`${xfs}\n\n{"message":"${said}"}`)).toEqual([])
  })

  it('is not seen in other words', () => {
    expect(harmsOf(`${pending}\n\nHello, our maintenance window is on Sunday.`)).toContain('restart-vm')
  })
})

describe('a blank that is no plain one', () => {
  it.each(['Key vault kv-lotus was purged', 'The VM does not boot any more', 'VM deallocating'])(
    'is read as one: %s',
    (words) => {
      for (const blank of ['\u00A0', '\u2003', '\u202F', '\u3000', '&nbsp;', '&#160;'])
        expect(harmsOf(`${pending}\n\n${words.replaceAll(' ', blank)}`)).toEqual(harmsOf(`${pending}\n\n${words}`))
    },
  )
})
