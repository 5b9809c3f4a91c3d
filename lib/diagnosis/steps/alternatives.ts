import { restChecks } from './boot-check'
import type { StepKind } from './kinds'

/** Steps of which one is enough: each with the steps in whose place it can be taken. */
const inPlaceOf: Readonly<Partial<Record<StepKind, readonly StepKind[]>>> = {
  // A vault uses either access policies or roles. https://learn.microsoft.com/azure/key-vault/general/rbac-guide
  'grant-application-role': ['grant-application'],
  'grant-caller-role': ['grant-caller'],
  'grant-backup-role': ['grant-backup'],
  'grant-service-key-role': ['grant-service-key'],
  'disable-selinux': ['selinux-permissive'],
  'install-packages': ['wait-for-package-manager'],
  // A wrapped passphrase cannot be typed in.
  'repair-offline': ['enter-passphrase'],
  'resize-vm': ['free-space'],
  'choose-larger-size': ['free-space'],
  'use-encryption-at-host': ['resize-vm'],
  'redeploy-from-stock-image': ['use-single-pass', 'enable-data-only', 'restore-os-disk'],
}

/** Precautions that stand before a change, whichever way is taken. */
const precautions: readonly StepKind[] = [...restChecks, 'snapshot-disks']

/** The steps of a remedy that can be taken in place of the step before them. */
export const alternativesIn = (kinds: readonly StepKind[]): readonly StepKind[] =>
  kinds.filter((kind, index) => {
    const before = kinds.slice(0, index).findLast((each) => !precautions.includes(each))
    return before !== undefined && inPlaceOf[kind]?.includes(before) === true
  })
