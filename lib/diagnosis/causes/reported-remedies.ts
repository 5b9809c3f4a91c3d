import type { CauseKind } from './kinds'
import type { StepKind } from '../steps/kinds'
import type { Remedy } from './types'

/** The checks of a VM that waits for its key at boot: of several secrets, the disk names the one that opens it. */
const keyAtBoot: readonly StepKind[] = [
  'check-still-at-boot',
  'show-disk-settings',
  'show-vault',
  'show-key',
  'show-secret',
]

/** Unlocks a copy of a Windows disk with its key, and starts the VM only then. */
const unlockWithKey: readonly StepKind[] = [
  'snapshot-disks',
  'fetch-disk-key',
  'unwrap-disk-key',
  'repair-offline',
  'unlock-repair-disk',
  'deallocate-and-start',
]

/** Remedies for texts of clients, boot screens and other services. */
export const reportedRemedies = {
  'vault-address-differs': {
    check: ['show-this-extension', 'show-disk-settings'],
    do: ['keep-vm-running', 'snapshot-disks', 'use-first-vault-address'],
    final: true,
  },
  'vault-id-mismatched': {
    check: ['show-this-extension', 'show-vault'],
    do: ['snapshot-disks', 'enable-with-right-vault'],
    final: true,
  },
  'package-manager-locked': { check: ['see-package-manager'], do: ['wait-for-package-manager'] },
  // https://github.com/Azure/azure-linux-extensions/issues/428
  'packages-missing': {
    check: ['see-extension-log', 'see-package-manager'],
    do: ['wait-for-package-manager', 'install-packages'],
  },
  'key-not-found-at-boot': {
    check: keyAtBoot,
    do: [
      'snapshot-disks',
      'fetch-disk-key',
      'unwrap-disk-key',
      'enter-passphrase',
      'repair-offline',
      'unlock-repair-disk',
      'close-repair-disk',
      'swap-repaired-disk',
    ],
    verify: ['watch-boot'],
    final: true,
  },
  // https://github.com/Azure/azure-linux-extensions/issues/568
  'boot-tool-missing': {
    check: ['save-boot-log', 'show-secret'],
    do: [
      'snapshot-disks',
      'fetch-disk-key',
      'unwrap-disk-key',
      'enter-passphrase',
      'keep-vm-running',
      'install-boot-tool',
    ],
    verify: ['watch-boot'],
    final: true,
  },
  'boot-modules-missing': {
    check: ['check-still-at-boot', 'show-snapshots'],
    do: [
      'snapshot-disks',
      'repair-offline',
      'unlock-repair-disk',
      'import-volume-group',
      'restore-group-name',
      'rebuild-boot-files',
      'close-repair-disk',
      'swap-repaired-disk',
    ],
    verify: ['watch-boot'],
    final: true,
  },
  'bitlocker-key-not-found': {
    check: keyAtBoot,
    do: unlockWithKey,
    verify: ['watch-boot'],
    final: true,
  },
  'sign-in-lockout': {
    check: keyAtBoot,
    do: [...unlockWithKey, 'remove-lockout-policy'],
    verify: ['watch-boot'],
    final: true,
  },
  'new-key-awaited': {
    check: ['see-key-file', 'test-key-file', 'show-disk-settings', 'show-vault', 'show-key', 'show-secret'],
    // The new key must open every disk before the VM stops: a failed luksAddKey is only logged.
    // https://github.com/Azure/azure-linux-extensions/issues/2035
    do: [
      'keep-vm-running',
      'snapshot-disks',
      'fetch-disk-key',
      'unwrap-disk-key',
      'test-new-key',
      'wait-for-key-change',
      'ask-support',
    ],
    final: true,
  },
  'disk-not-unlocked': {
    check: ['see-file-systems'],
    do: [
      'snapshot-disks',
      'repair-offline',
      'unlock-repair-disk',
      'import-volume-group',
      'restore-group-name',
      'close-repair-disk',
    ],
    final: true,
  },
  'stamped-disk-attached': { check: ['show-disk-settings'], do: ['repair-offline'], final: true },
  'dual-pass-on-generation-2': { check: ['show-this-extension', 'check-nothing-encrypted'], do: ['use-single-pass'] },
  'status-taken-for-secret-url': {
    check: ['show-this-extension'],
    do: ['wait-for-operation', 'use-single-pass'],
    final: true,
  },
  'release-lacks-python': {
    check: ['see-kernel', 'check-nothing-encrypted'],
    do: ['use-single-pass', 'redeploy-from-stock-image'],
  },
  'scale-set-not-prepared': { check: [], do: ['prepare-scale-set'], final: true },
  'client-outdated': { check: ['show-encryption'], do: ['update-client'], final: true },
  'outputs-differ': { check: ['show-encryption', 'see-encryption-inside'], do: ['ask-support'], final: true },
  'cmdlet-word-only': { check: ['see-encryption-inside', 'show-encryption'], do: ['update-client'], final: true },
  'keys-not-in-target-region': {
    check: ['show-disk-settings', 'show-vault'],
    do: ['copy-keys-to-target'],
    final: true,
    elsewhere: true,
  },
  'backup-service-lacks-rights': {
    check: ['show-vault'],
    do: ['grant-backup', 'grant-backup-role', 'run-backup-again'],
    final: true,
    elsewhere: true,
  },
  'volume-group-twice': {
    check: ['see-lvm-layout'],
    do: ['snapshot-disks', 'unlock-repair-disk', 'import-volume-group', 'restore-group-name', 'close-repair-disk'],
    final: true,
  },
  'caller-lacks-vault-rights': { check: ['show-vault'], do: ['grant-caller', 'grant-caller-role'] },
  'service-lacks-key-rights': { check: ['show-vault'], do: ['grant-service-key', 'grant-service-key-role'] },
  'vault-of-former-tenant': { check: ['show-vault'], do: ['renew-vault-tenant'], verify: ['verify-vault'] },
  'vault-used-by-disks': { check: ['show-disk-settings', 'show-vault'], do: ['decide-about-move'], final: true },
  'refusal-names-reason': {
    check: ['show-encryption', 'show-power-state', 'show-this-extension'],
    do: ['wait-for-operation'],
    final: true,
  },
  'caller-lacks-azure-role': { check: [], do: ['grant-azure-role'] },
  'size-not-available': { check: ['show-size'], do: ['choose-other-size'] },
  'quota-exhausted': { check: ['show-quota'], do: ['request-quota'] },
  'provider-not-registered': { check: [], do: ['register-provider'] },
  'resource-not-there': { check: ['find-resource'], do: ['show-subscriptions'] },
  'subscription-not-accessible': { check: [], do: ['show-subscriptions', 'sign-in-to-tenant'] },
  'subscription-disabled': { check: [], do: ['show-subscriptions', 'enable-subscription'] },
  'too-many-requests': { check: [], do: ['wait-for-request-limit'] },
  'caller-in-other-tenant': { check: [], do: ['show-subscriptions', 'sign-in-to-tenant'] },
  'single-pass-not-registered': { check: ['show-this-extension'], do: ['register-single-pass'] },
  'partition-in-the-way': {
    check: ['see-windows-volumes'],
    do: ['snapshot-disks', 'extend-windows-volume'],
    final: true,
  },
  'linux-os-disk-resized': { check: ['see-encryption-inside'], do: ['rebuild-linux-vm'], final: true },
  'layers-not-extended': {
    check: ['see-encryption-inside'],
    do: ['snapshot-disks', 'extend-linux-data'],
    final: true,
  },
  'compliance-reads-bitlocker': { check: ['show-extensions'], do: ['adapt-compliance-policy'], final: true },
} satisfies Partial<Record<CauseKind, Remedy>>
