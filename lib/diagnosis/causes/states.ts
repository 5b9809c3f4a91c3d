import type { ProblemKind } from '../kinds'
import { deniesWriting, hasFlag, wantsDecryption } from '../reading'
import type { Copying } from '../steps/work'
import { plain, retry, rule, touched, type Frame } from './rule'
import { foundVaultCauses, silentAgent } from './shared'
import type { CauseRule, CauseView } from './types'
import { always, found, otherwisePossible, possible, strongest, unmet, where, type Weigh } from './weigh'

const osUnderWay = ({ reading: { verdict } }: CauseView): boolean => verdict.os.state === 'encrypting'
const decrypts = (view: CauseView): boolean => {
  const { os, data } = view.reading.verdict
  return !osUnderWay(view) && (os.state === 'decrypting' || data.state === 'decrypting')
}
const saysSuccess = ({ reading: { verdict } }: CauseView): boolean => verdict.progress.phase === 'succeeded'
/** The report says of the failed volume itself that it is not encrypted. */
const saysNotEncrypted = ({ problem, reading: { verdict } }: CauseView): boolean =>
  problem.volume === 'os' || problem.volume === 'data'
    ? verdict[problem.volume].reported === 'NotEncrypted'
    : verdict.os.reported === 'NotEncrypted' && verdict.data.reported === 'NotEncrypted'
const dataOnly = ({ problem }: CauseView): boolean => problem.volume === 'data'
const settingsCleared = ({ reading: { facts } }: CauseView): boolean =>
  facts?.diskViews.some(({ codes }) => codes.some((code) => code.toLowerCase() === 'encryptionstate/notencrypted')) ===
  true

/** Azure's text about a silent agent is all there is. */
const onlySaidSilent = ({ reading: { facts, verdict } }: CauseView): boolean =>
  facts === null && verdict.progress.messageKind === 'arm-vmagent-status-communication'
const unlessOnlySaid =
  (weigh: Weigh): Weigh =>
  (view) =>
    onlySaidSilent(view) ? null : weigh(view)

/** A decryption is said to have ended, and nothing else tells of work. */
const staysEncrypted = ({ reading: { workBeside, verdict } }: CauseView): boolean =>
  workBeside === null && verdict.progress.phase === 'disabled'
const denies = ({ reading }: CauseView): boolean => deniesWriting(reading)
const deniedByCmdlet = (view: CauseView): boolean => {
  const { workBeside, verdict } = view.reading
  return workBeside === null && verdict.progress.phase !== 'disabled' && !denies(view) && view.reading.facts === null
}

const goesOnBeside = (work: Copying): Weigh => where(({ reading }) => reading.workBeside === work, 'possible')

/** Whether the VM is up, and what runs, is read before anything else. */
const bootFirst: Frame = { ...plain, check: ['show-encryption', 'show-agent', 'save-boot-log'] }

/** States in which settings, report and disks disagree, or which only require waiting. */
export const stateProblems = {
  'stamped-but-not-encrypted': [
    rule(
      'stamp-comes-first',
      otherwisePossible(where((view) => !saysSuccess(view), 'supported', 'disk-stamps', 'substatus')),
      retry,
    ),
    rule('not-mounted-in-guest', where(dataOnly, 'possible', 'data-disks'), retry),
    rule('decrypted-inside', always('possible', 'disk-stamps', 'substatus')),
  ],
  'stamped-after-failed-run': [
    rule(
      'stamp-comes-first',
      strongest(
        where(saysNotEncrypted, 'shown', 'disk-stamps', 'substatus'),
        always('possible', 'disk-stamps', 'provisioning-state'),
      ),
      retry,
    ),
  ],
  'encrypted-but-not-stamped': [
    // The platform clears the settings first, and the volumes are decrypted after that.
    rule(
      'decryption-goes-on',
      where(({ reading }) => wantsDecryption(reading), 'supported', 'request-operation', 'status-message'),
    ),
    rule(
      'settings-cleared-only',
      strongest(
        where((view) => settingsCleared(view) && !wantsDecryption(view.reading), 'supported', 'disk-stamps'),
        always('possible'),
      ),
      retry,
    ),
    rule('report-cut-or-old', always('possible', 'substatus')),
  ],
  'restart-pending': [
    rule('restart-awaited', always('shown', 'substatus', 'status-message')),
    // What would keep the VM from unlocking its disk after that restart.
    ...foundVaultCauses('supported', plain),
  ],
  // Which part is newer is not known: the work is no more than possible.
  'reports-contradict': [
    rule('copy-takes-hours', strongest(goesOnBeside('os'), where(denies, 'possible'))),
    rule('copy-interrupted', where(denies, 'possible'), touched),
    rule('decryption-goes-on', strongest(goesOnBeside('decryption'), where(staysEncrypted, 'possible'))),
    rule('cmdlet-word-only', where(deniedByCmdlet, 'possible')),
    rule(
      'outputs-differ',
      where(({ reading }) => reading.isDenied, 'possible'),
    ),
    rule('work-goes-on', goesOnBeside('data')),
    rule('operation-goes-on', goesOnBeside('operation')),
  ],
  'decryption-not-resuming': [rule('decryption-interrupted', always('supported', 'substatus', 'status-message'))],
  'decryption-running': [rule('decryption-goes-on', always('shown', 'substatus'))],
  'encryption-overdue': [
    rule(
      'copy-no-longer-runs',
      strongest(
        where(({ reading }) => hasFlag(reading.verdict, 'possibly-stuck'), 'supported', 'status-message'),
        always('possible', 'substatus', 'status-message'),
      ),
    ),
    ...silentAgent().map((cause) => ({ ...cause, weigh: found(cause.weigh) })),
    rule('copy-takes-hours', always('possible', 'status-message')),
  ],
  'os-encryption-silent-phase': [rule('copy-takes-hours', always('shown', 'status-message', 'substatus'))],
  'success-text-not-the-end': [
    rule('copy-takes-hours', where(osUnderWay, 'shown', 'substatus')),
    rule('decryption-goes-on', where(decrypts, 'shown', 'substatus')),
    rule(
      'work-goes-on',
      where((view) => !osUnderWay(view) && !decrypts(view), 'shown', 'substatus'),
    ),
  ],
  'harmless-unmount-attempt': [rule('normal-step', always('shown', 'status-code', 'status-message'))],
  'harmless-stripped-down-restart': [rule('normal-step', always('shown', 'status-code', 'status-message'))],
  'operation-running': [rule('operation-goes-on', always('shown', 'provisioning-state'))],
  'azure-stopped-waiting': [
    rule('operation-goes-on', possible, bootFirst),
    rule('copy-takes-hours', possible, bootFirst),
  ],
  'message-unrecognised': [rule('text-unknown', always('shown', 'status-message'))],
  'azure-word-unknown': [rule('word-unknown', always('shown', 'power-state', 'provisioning-state', 'disk-stamps'))],
  'vm-stopping': [rule('switched-off', always('shown', 'power-state'))],
  'vm-not-running': [rule('switched-off', always('shown', 'power-state'))],
  'agent-not-ready': [
    rule(
      'agent-away-during-copy',
      strongest(where(osUnderWay, 'supported', 'substatus'), where(onlySaidSilent, 'possible')),
      bootFirst,
    ),
    // A text alone does not show that the agent has a fault: nothing about it is changed.
    ...silentAgent().map((cause) => ({ ...cause, weigh: unlessOnlySaid(cause.weigh) })),
    rule('extension-not-started', unlessOnlySaid(where((view) => !osUnderWay(view), 'possible', 'agent-status'))),
  ],
  'agent-too-old': [rule('agent-outdated', always('shown', 'agent-version'))],
  'report-missing': [rule('extension-not-started', always('possible', 'extension-list')), ...silentAgent()],
  'report-unreadable': [
    rule('agent-outdated', found(unmet('agent-version', 'supported'))),
    rule('report-cut-or-old', otherwisePossible(where(() => true, 'supported', 'substatus'))),
  ],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
