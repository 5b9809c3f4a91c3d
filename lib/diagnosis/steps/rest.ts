import { steps } from '.'
import { restChecks } from './boot-check'
import { decisions } from './decisions'
import type { StepKind } from './kinds'
import type { Step, StepRisk } from './types'

/** Whether a change with this risk harms an encryption, a decryption or a change of the key that still runs. */
const harmsWork: Readonly<Record<StepRisk, boolean>> = {
  restart: true,
  'stops-vm': true,
  'deallocates-with-settings': true,
  'needs-key': true,
  'stops-services': true,
  'removes-extension': true,
  'removes-other-extension': true,
  'removes-lock': false,
  'erases-data-disks': true,
  'unprotects-data': true,
  'replaces-disk': true,
  irreversible: false,
  'irreversible-os-encryption': true,
  'changes-key': true,
  'opens-network': false,
  'removes-vault-access': false,
  'replaces-permissions': false,
  'removes-lockout': false,
  'overwrites-key-file': true,
  'renames-volume-group': true,
  'loses-repair-vm': true,
  'never-during-os-encryption': true,
}

/** The same of a step without a command, which has no risk of its own. */
const decisionHarmsWork: Readonly<Record<keyof typeof decisions, boolean>> = {
  'wait-for-os-copy': false,
  'wait-for-data-copy': false,
  'wait-for-operation': false,
  'wait-for-decryption': false,
  // It plans a stop.
  'wait-for-key-change': true,
  'wait-for-agent': false,
  'nothing-to-do': false,
  'keep-vm-running': false,
  'other-problem-first': false,
  'redeploy-from-stock-image': false,
  'use-encryption-at-host': true,
  'choose-one-encryption': false,
  'request-unsupported': false,
  'rebuild-linux-vm': true,
  'report-message': false,
  'ask-support': false,
  'wait-for-package-manager': false,
  'choose-larger-size': true,
  'use-first-vault-address': false,
  'use-single-pass': true,
  'copy-data-away': false,
  'run-backup-again': false,
  // The VM waits at its boot screen, where no work runs.
  'enter-passphrase': false,
  'restore-key-file': true,
  'prepare-scale-set': true,
  'update-client': false,
  'choose-other-size': false,
  'request-quota': false,
  'enable-subscription': false,
  'show-subscriptions': false,
  'sign-in-to-tenant': false,
  'wait-for-request-limit': false,
  'copy-keys-to-target': false,
  'decide-about-move': false,
  'renew-vault-tenant': false,
  'adapt-compliance-policy': false,
  'take-out-of-mbam': true,
}

const isDecision = (kind: StepKind): kind is keyof typeof decisions => kind in decisions

/**
 * Whether a step can harm work that still runs: it stops, restarts, detaches, deletes, formats, disables, removes the
 * extension, sends a request, or changes something inside the VM.
 */
export function harmsRunningWork(kind: StepKind): boolean {
  if (isDecision(kind)) return decisionHarmsWork[kind]
  const { readOnly, risks }: Step = steps[kind]
  return !readOnly && risks.some((risk) => harmsWork[risk])
}

/**
 * A pasted text never proves what the VM does now. Before the first step that harms running work it is checked that
 * none runs; the plain check of the status, which shows the same, gives way to it.
 * @param kinds the steps of one remedy, in order
 */
export function afterRestCheck(kinds: readonly StepKind[]): readonly StepKind[] {
  const first = kinds.findIndex(harmsRunningWork)
  if (first === -1) return kinds
  const before = kinds.slice(0, first)
  if (before.some((kind) => restChecks.includes(kind))) return kinds
  const at = before.indexOf('show-encryption')
  return at === -1
    ? [...before, 'check-nothing-runs', ...kinds.slice(first)]
    : [...before.with(at, 'check-nothing-runs'), ...kinds.slice(first)]
}
