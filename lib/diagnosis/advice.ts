import type { VmState } from '@/lib/encryption/types'
import type { Support } from './causes/types'
import type { CauseKind } from './causes/kinds'
import { steps } from './steps'
import { alternativesIn } from './steps/alternatives'
import type { StepKind } from './steps/kinds'
import type { ShownStep, StepRisk } from './steps/types'
import { isContradicted } from './contradicted'
import type { ProblemKind } from './kinds'
import type { WeighedProblem } from './troubleshoot'
import type { Problem } from './types'

/** Maximum of causes where a problem is shown as a whole; the JSON of the command line contains all of them. */
const causeLimit = 3

/** Whether a risk costs data, a key, access or the running VM: then a list of titles must not leave it out. */
const isLoss: Readonly<Record<StepRisk, boolean>> = {
  restart: true,
  'stops-vm': true,
  'deallocates-with-settings': true,
  'needs-key': false,
  'stops-services': false,
  'removes-extension': true,
  'removes-other-extension': true,
  'removes-lock': false,
  'erases-data-disks': true,
  'unprotects-data': true,
  'replaces-disk': true,
  irreversible: false,
  'irreversible-os-encryption': false,
  'changes-key': true,
  'opens-network': false,
  'removes-vault-access': true,
  'removes-lockout': true,
  'overwrites-key-file': true,
  'renames-volume-group': true,
  'loses-repair-vm': true,
  'replaces-permissions': true,
  'never-during-os-encryption': false,
}

/** Losses of what a step without a command only plans: it has no risk of its own. */
const planned: Readonly<Partial<Record<StepKind, readonly StepRisk[]>>> = { 'wait-for-key-change': ['stops-vm'] }

export interface AdvisedStep {
  readonly kind: StepKind
  /** It can be taken in place of the step before it. */
  readonly isAlternative: boolean
  /** Risks whose warning belongs to the step’s title. */
  readonly losses: readonly StepRisk[]
}

export interface AdvisedCause {
  readonly kind: CauseKind
  readonly support: Support
  readonly steps: readonly AdvisedStep[]
}

/** Whether a text reports a failure of a VM whose state it does not show: that comes before the unknown state. */
export function reportsFailure(state: VmState, problems: readonly Problem[]): boolean {
  return state === 'unknown' && problems.some(({ severity }) => severity === 'error')
}

const doubts: readonly ProblemKind[] = ['cmdlet-word-uncertain', 'report-unreadable', 'report-missing']

/** States of a volume that another part of a text can deny. */
const deniable: readonly VmState[] = ['encrypted', 'encrypted-unverified', 'partly-encrypted', 'not-encrypted']

/**
 * Whether a VM is called not encrypted only by a word of the cmdlet, which can be wrong, or without a readable report, or
 * the rest of the text denies its state, or Azure is changing the VM.
 */
export const isDoubted = (state: VmState, problems: readonly Problem[], isChanging: boolean): boolean =>
  (state === 'not-encrypted' && problems.some(({ kind }) => doubts.includes(kind))) ||
  (deniable.includes(state) && (isChanging || isContradicted(problems)))

/**
 * The likeliest causes of a problem with the titles of their steps: the same on the page and on the command line.
 * @param shown the steps with the risks for this VM
 */
export function adviceOn({ causes }: WeighedProblem, shown: readonly ShownStep[]): readonly AdvisedCause[] {
  const risksOf = (kind: StepKind): readonly StepRisk[] =>
    (shown.find((step) => step.kind === kind) ?? steps[kind]).risks
  return causes.slice(0, causeLimit).map(({ kind, support, steps: named }) => ({
    kind,
    support,
    steps: named.map((step) => ({
      kind: step,
      isAlternative: alternativesIn(named).includes(step),
      losses: planned[step] ?? risksOf(step).filter((risk) => isLoss[risk]),
    })),
  }))
}
