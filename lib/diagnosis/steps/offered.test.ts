import { describe, expect, it } from 'vitest'
import { reportedWords, type ReportedWord, type VmState } from '@/lib/encryption/types'
import { judge } from '@/lib/encryption/judge'
import { stamped } from '@/lib/encryption/testing/judged'
import type { VmOptions } from '@/lib/facts/testing/vm-body'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { known } from '@/lib/shared/known'
import { causes } from '../causes'
import { remedies } from '../causes/remedies'
import { setting } from '../readiness/testing/settings'
import { problemKinds } from '../kinds'
import { readingOf } from '../reading'
import { failedWith } from '../testing/case-parts'
import type { DiagnosisInput } from '../types'
import { steps } from '.'
import type { StepKind } from './kinds'
import { offered } from './offered'
import { situationOf } from './situation'
import { stepRisks, type StepRisk } from './types'

const transitioning = {
  code: 'ProvisioningState/transitioning',
  level: 'Info',
  displayStatus: 'Transitioning',
} as const

/** Possible messages of the extension: nothing, running, final, and failures before and after writing to the disk. */
const onLinux: Readonly<Record<string, VmOptions['extension']>> = {
  nothing: {},
  'a silent extension': { view: false },
  'key stored': { status: { message: 'Encryption settings stamped' } },
  'data copy': { status: { message: 'Encrypting data volume 1/2: 20%' } },
  'small system': failedWith(19, 'Restarted extension from stripped down OS'),
  'unmount attempt': failedWith(22, "Attempt #3 to unmount /oldroot failed with error: busy, stack trace: 'x'"),
  'os copy': { status: { message: 'OS disk encryption started' } },
  'second request': failedWith(53, 'An operation is already in progress. Please wait for it to complete.'),
  'own restart': { status: { ...transitioning, message: 'Restarting vm after patching' } },
  'restart asked for': { status: { message: 'OS disk successfully encrypted, please reboot the VM' } },
  'all done': { status: { message: 'Encryption succeeded for all volumes' } },
  decryption: { status: { message: 'Decrypting data volume 1/2: 20%' } },
  'failed before writing': failedWith(
    19,
    'Failed to encrypt OS volume with error: did not reach completed state, stack trace: x, machine state: unmount_oldroot',
  ),
  'failed after writing': failedWith(
    19,
    'Failed to encrypt OS volume with error: Command dd failed, stack trace: x, machine state: encrypt_block_device',
  ),
  'key update failed': failedWith(
    100,
    'Failed to update encryption settings with error: True is not in list, stack trace: x',
  ),
}

const onWindows: typeof onLinux = {
  nothing: {},
  'a silent extension': { view: false },
  'closing version': { status: { message: '[2.4.0.21] ' } },
  'a text that is not known': { status: { message: 'Working on it' } },
  'failed by BitLocker': failedWith(1, '[2.4.0.21] Failed to configure bitlocker as expected. Exception: x'),
}

const words: readonly (ReportedWord | null)[] = [null, ...reportedWords]
const passes: Readonly<Record<'single' | 'dual', VmOptions>> = {
  single: {},
  dual: { model: { enabled: true } },
}

interface Case {
  readonly name: string
  readonly reading: DiagnosisInput
}

/** Every pair of status words with every message, on both operating systems and in both passes. */
function* everyCase(): Generator<Case> {
  for (const system of ['Linux', 'Windows'] as const)
    for (const [says, extension] of Object.entries(system === 'Linux' ? onLinux : onWindows))
      for (const os of words)
        for (const data of words)
          for (const [pass, model] of Object.entries(passes)) {
            // The dual-pass extension does not write these messages.
            if (pass === 'dual' && ['second request', 'own restart'].includes(says)) continue
            const report = os === null || data === null ? {} : { report: { os, data } }
            const version = pass === 'dual' ? { version: system === 'Linux' ? '0.1' : '1.1' } : {}
            const facts = readVmFacts(
              vmBody({
                os: system,
                osDisk: stamped,
                data: [stamped],
                ...model,
                extension: { ...extension, ...report, ...version },
              }),
            )
            yield {
              name: `${says}, ${os ?? '-'}/${data ?? '-'}, ${system}, ${pass}`,
              reading: readingOf(facts, judge(facts)),
            }
          }
}

const remediesOfAll: readonly (readonly StepKind[])[] = [
  ...new Map(
    problemKinds.flatMap((kind) => causes[kind].map(({ steps: each }) => [each.join(), each] as const)),
  ).values(),
]

const running: readonly VmState[] = ['encrypting', 'decrypting']
const runningTexts =
  /Encrypting|Decrypting|stripped down|to unmount|OS disk encryption started|already in progress|after patching/

/**
 * Whether blocks may be being copied, by the contract's states and by the messages, independent of the rules under
 * test.
 */
function mayBeCopying({ verdict }: DiagnosisInput, says: string): boolean {
  if (says.startsWith('failed') || says.startsWith('key update failed')) return false
  return (
    [verdict.os.state, verdict.data.state].some((state) => running.includes(state as VmState)) ||
    [verdict.os.reported, verdict.data.reported].some((word) => word?.endsWith('InProgress')) ||
    (runningTexts.test(verdict.progress.message ?? '') && !says.startsWith('a text')) ||
    (says.startsWith('a text') && verdict.os.reported === null)
  )
}

const harmfulWhileCopying: readonly StepRisk[] = stepRisks.filter(
  (risk) =>
    ![
      'needs-key',
      'irreversible',
      'opens-network',
      'removes-vault-access',
      'replaces-permissions',
      'removes-lockout',
      'overwrites-key-file',
      'never-during-os-encryption',
    ].includes(risk),
)
const risksOf = (kinds: readonly StepKind[]): ReadonlySet<StepRisk> =>
  new Set(kinds.flatMap((kind) => steps[kind].risks))

describe('the steps that are offered', () => {
  it('never stop, restart, detach, delete or format while blocks are copied: every cause, state, system and pass', () => {
    const wrong: string[] = []
    let cases = 0
    for (const { name, reading } of everyCase()) {
      if (!mayBeCopying(reading, name)) continue
      cases += 1
      const situation = situationOf(reading)
      for (const remedy of remediesOfAll) {
        const risks = risksOf(offered(remedy, situation))
        for (const risk of harmfulWhileCopying) if (risks.has(risk)) wrong.push(`${name}: ${risk} by ${remedy.join()}`)
      }
    }
    expect(cases).toBeGreaterThan(900)
    expect([...new Set(wrong)].slice(0, 20)).toEqual([])
  })

  it('never restart or stop after a failed run has written to the OS disk, until that disk is replaced', () => {
    for (const { name, reading } of everyCase()) {
      if (!name.startsWith('failed after writing')) continue
      for (const remedy of remediesOfAll) {
        const kinds = offered(remedy, situationOf(reading))
        const first = kinds.findIndex((kind) =>
          steps[kind].risks.some((risk) => risk === 'restart' || risk === 'stops-vm'),
        )
        if (first !== -1) expect(kinds[first], `${name}: ${kinds.join()}`).toBe('restore-os-disk')
      }
    }
  })

  it('remove the extension only where all volumes are plain, a decryption precedes it, or nothing says encrypted and that is checked first', () => {
    for (const { name, reading } of everyCase()) {
      const { verdict } = reading
      const plain = verdict.volumes.every(
        ({ role, state }) => state === 'not-encrypted' || verdict[role].reported === 'NotEncrypted',
      )
      for (const remedy of remediesOfAll) {
        const kinds = offered(remedy, situationOf(reading))
        const at = kinds.findIndex((kind) => steps[kind].risks.includes('removes-extension'))
        const before = kinds.slice(0, at)
        const isChecked = before.includes('check-nothing-encrypted') && !situationOf(reading).saysEncrypted
        const isSafe = plain || isChecked || before.includes('disable-encryption')
        if (at !== -1) expect(isSafe, `${name}: ${kinds.join()}`).toBe(true)
      }
    }
  })

  it('decrypt no Linux VM whose OS volume may be encrypted, and format nothing on Windows', () => {
    for (const { name, reading } of everyCase()) {
      const risks = risksOf(remediesOfAll.flatMap((remedy) => offered(remedy, situationOf(reading))))
      const windows = name.includes('Windows')
      if (windows) expect(risks.has('erases-data-disks'), name).toBe(false)
      const { os } = reading.verdict
      if (!windows && os.state !== 'not-encrypted' && os.reported !== 'NotEncrypted')
        expect(risks.has('unprotects-data'), name).toBe(false)
    }
  })

  it('swap no OS disk in dual pass, and migrate nothing in single pass', () => {
    for (const { name, reading } of everyCase()) {
      const kinds = new Set(remediesOfAll.flatMap((remedy) => offered(remedy, situationOf(reading))))
      const { pass } = reading.verdict
      if (pass === 'dual') expect(kinds.has('restore-os-disk'), name).toBe(false)
      if (pass !== 'dual') expect(kinds.has('migrate-to-single-pass'), name).toBe(false)
    }
  })

  it('grant access by the permission model of the vault, and by both models where it was not read', () => {
    const facts = readVmFacts(vmBody({}))
    const given = (vault: object | null) => {
      const around = setting({}).related
      if (around?.vault.known !== true) throw new Error('vault')
      const related = vault === null ? null : { ...around, vault: known({ ...around.vault.value, ...vault }) }
      const situation = situationOf(readingOf(facts, judge(facts), new Map(), related))
      const { do: work } = remedies['backup-service-lacks-rights']
      return work.filter((kind) => kind.startsWith('grant-') && offered([kind], situation).includes(kind))
    }
    const both = ['grant-backup', 'grant-backup-role']
    expect(given({ named: true, roleBasedAccess: true })).toEqual(['grant-backup-role'])
    expect(given({ named: true, roleBasedAccess: false })).toEqual(['grant-backup'])
    expect(given({ named: true, roleBasedAccess: null })).toEqual(both)
    expect(given({ named: false, roleBasedAccess: true })).toEqual(both)
    expect(given(null)).toEqual(both)
  })

  it('allow the restart that the extension asks for', () => {
    const facts = readVmFacts(
      vmBody({
        osDisk: stamped,
        extension: {
          status: { message: 'OS disk successfully encrypted, please reboot the VM' },
          report: { os: 'VMRestartPending', data: 'Encrypted' },
        },
      }),
    )
    expect(offered(['restart-vm'], situationOf(readingOf(facts, judge(facts))))).toEqual(['restart-vm'])
  })
})
