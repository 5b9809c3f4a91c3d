import type { CauseKind } from './kinds'
import { reportedRemedies } from './reported-remedies'
import type { Remedy } from './types'

/** The VM and its configuration. */
const machine = {
  'service-holds-root': { check: ['see-what-holds-root'], do: ['stop-services'] },
  'data-mounted-below-root': { check: ['see-mounts'], do: ['move-data-mounts'] },
  'temporary-disk-in-use': { check: ['see-what-holds-data'], do: ['stop-services'] },
  'selinux-enforcing': { check: ['see-selinux'], do: ['selinux-permissive', 'disable-selinux'] },
  'memory-below-minimum': { check: ['show-size', 'see-memory-use'], do: ['resize-vm'] },
  'memory-file-system-full': { check: ['see-memory-use'], do: ['free-space', 'resize-vm'] },
  'changed-meanwhile': { check: ['show-extensions', 'show-recent-changes'], do: ['wait-for-operation'] },
  'image-not-stock': { check: ['see-file-systems'], do: ['redeploy-from-stock-image'], final: true },
  'lvm-layout-custom': { check: ['see-lvm-layout'], do: ['redeploy-from-stock-image'], final: true },
  'root-layout-unusual': { check: ['see-file-systems'], do: ['redeploy-from-stock-image'], final: true },
  'root-cannot-shrink': { check: ['see-memory-use'], do: ['free-space'] },
  'boot-files-not-written': { check: ['see-file-systems'], do: ['free-space'] },
  'kernel-kills-copy': { check: ['see-kernel'], do: ['update-kernel'] },
  'copy-interrupted': { check: ['show-recent-changes'], do: [] },
  'background-copy-stopped': { check: ['save-boot-log', 'see-extension-log'], do: ['restart-to-resume'], final: true },
  'distribution-not-listed': {
    check: ['see-kernel'],
    do: ['enable-data-only', 'redeploy-from-stock-image'],
    final: true,
  },
  'kernel-too-old': { check: ['see-kernel'], do: ['update-kernel'] },
  'key-volume-module-removed': { check: ['see-modules'], do: ['load-modules'] },
  'size-unsupported': { check: ['show-size'], do: ['resize-vm', 'use-encryption-at-host'], final: true },
  'disk-unsupported': { check: ['show-disk-settings'], do: ['use-encryption-at-host'], final: true },
  'packages-unreachable': { check: ['see-package-manager', 'show-network-rules'], do: ['install-packages'] },
  'package-manager-broken': { check: ['see-package-manager'], do: ['install-packages'] },
  // The log names the cause: until then nothing is remedied, and a new request fails again.
  'cause-only-in-log': { check: ['save-boot-log', 'see-extension-log'], do: ['ask-support'], final: true },
} satisfies Partial<Record<CauseKind, Remedy>>

const data = {
  'file-system-not-in-place': {
    check: ['see-file-systems'],
    do: ['snapshot-disks', 'copy-data-away', 'enable-format-all'],
    final: true,
  },
  'data-volume-in-use': { check: ['see-what-holds-data'], do: ['release-data-volume'] },
  'no-room-for-header': { check: ['see-file-systems'], do: ['free-data-space'] },
  'data-volume-skipped': { check: ['see-what-holds-data', 'see-encryption-inside'], do: ['release-data-volume'] },
  'stacked-volumes': {
    check: ['see-encryption-inside'],
    do: ['nothing-to-do'],
    verify: ['verify-inside'],
    final: true,
  },
  'attached-after-encryption': { check: ['show-disk-settings', 'see-mounts'], do: ['mount-data-disks'] },
  'only-os-requested': {
    check: ['show-this-extension'],
    do: ['snapshot-disks', 'enable-for-all-volumes'],
    final: true,
  },
  'not-mounted-in-guest': { check: ['see-mounts'], do: ['mount-data-disks'] },
  'no-data-disk': { check: ['show-disk-settings', 'see-mounts'], do: ['nothing-to-do'], final: true },
  'os-encryption-unmounts-data': { check: ['show-encryption'], do: ['wait-for-os-copy'], final: true },
  'data-copy-interrupted': {
    check: ['show-snapshots', 'see-extension-log'],
    do: ['snapshot-disks', 'restore-data-disk'],
  },
} satisfies Partial<Record<CauseKind, Remedy>>

const keys = {
  'vault-gone': { check: ['show-vault', 'show-recent-changes'], do: ['recover-vault'], verify: ['verify-vault'] },
  'key-gone': { check: ['show-key', 'show-recent-changes'], do: ['recover-key'] },
  'vault-in-other-region': {
    check: ['show-vault'],
    do: ['create-vault-beside-vm', 'snapshot-disks', 'enable-with-right-vault'],
    final: true,
  },
  'vault-in-other-subscription': {
    check: ['show-vault'],
    do: ['create-vault-beside-vm', 'snapshot-disks', 'enable-with-right-vault'],
    final: true,
  },
  'vault-not-enabled': { check: ['show-vault'], do: ['enable-vault-for-disks'], verify: ['verify-vault'] },
  'vault-without-soft-delete': { check: ['show-vault'], do: ['enable-soft-delete'], verify: ['verify-vault'] },
  'vault-firewall-shuts-out': { check: ['show-vault'], do: ['let-platform-into-vault'], verify: ['verify-vault'] },
  'vault-reference-malformed': {
    check: ['show-this-extension', 'show-vault'],
    do: ['snapshot-disks', 'enable-with-right-vault'],
    final: true,
  },
  'key-reference-malformed': {
    check: ['show-this-extension', 'show-key'],
    do: ['snapshot-disks', 'enable-with-right-vault'],
    final: true,
  },
  'key-disabled': { check: ['show-key'], do: ['enable-key-version'] },
  'key-expired': { check: ['show-key'], do: ['extend-key-version'] },
  'key-type-unfit': {
    check: ['show-key'],
    do: ['create-key', 'snapshot-disks', 'enable-with-right-vault'],
    final: true,
  },
  'key-near-expiry': { check: ['show-key'], do: ['extend-key-version'] },
  'secret-disabled': { check: ['show-secret'], do: ['enable-secret-version'] },
  'secret-gone': { check: ['show-secret'], do: ['recover-secret'] },
  'secrets-policy-denies': { check: ['show-policies'], do: ['exempt-from-policy'] },
  'names-unfit': { check: ['show-disk-settings'], do: ['redeploy-from-stock-image'], final: true },
  'host-did-not-answer': {
    check: ['see-platform-address', 'show-network-rules', 'show-vault'],
    do: ['open-platform-address', 'deallocate-and-start'],
  },
  'key-volume-detached': {
    check: ['show-encryption', 'see-key-volume', 'show-vault', 'show-key', 'show-secret'],
    // Open volumes stay open until the VM stops: the key is proved before that.
    do: ['snapshot-disks', 'prove-key-on-copy', 'deallocate-and-start'],
    verify: ['watch-boot'],
  },
  // The platform makes the volume anew, with its own label, at a start after deallocation.
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/BekUtilVolumeImpl.py
  'key-volume-relabelled': {
    check: ['show-encryption', 'see-key-volume', 'show-vault', 'show-key', 'show-secret'],
    do: ['snapshot-disks', 'prove-key-on-copy', 'deallocate-and-start'],
    verify: ['watch-boot'],
  },
  // A failed change of the key can leave the key file empty: the next restart then finds no key.
  // https://github.com/Azure/azure-linux-extensions/issues/2035
  'key-file-emptied': {
    check: [
      'see-key-file',
      'test-key-file',
      'see-extension-log',
      'show-disk-settings',
      'show-vault',
      'show-key',
      'show-secret',
    ],
    do: [
      'keep-vm-running',
      'snapshot-disks',
      'back-up-luks-header',
      'fetch-disk-key',
      'unwrap-disk-key',
      'ask-support',
      'restore-key-file',
    ],
    verify: ['verify-inside'],
    final: true,
  },
  'identity-may-not-release-key': { check: ['show-this-extension', 'show-key'], do: ['ask-support'] },
  'application-lacks-rights': {
    check: ['show-vault'],
    do: ['grant-application', 'grant-application-role'],
  },
} satisfies Partial<Record<CauseKind, Remedy>>

const around = {
  'network-denies-entra-vault': { check: ['show-network-rules'], do: ['allow-entra-and-vault'] },
  'network-denies-platform': {
    check: ['show-network-rules', 'see-platform-address'],
    do: ['remove-platform-deny', 'open-platform-address'],
  },
  'network-denies-storage': { check: ['show-network-rules'], do: ['allow-storage'] },
  'metadata-traffic-altered': { check: ['see-metadata-service', 'see-proxy'], do: ['bypass-proxy'] },
  'other-policy-denies': { check: ['show-policies'], do: ['exempt-from-policy'] },
  'lock-forbids': { check: ['show-locks'], do: ['remove-lock'] },
} satisfies Partial<Record<CauseKind, Remedy>>

const requests = {
  'volume-type-unknown': { check: ['show-this-extension'], do: ['snapshot-disks', 'enable-again'] },
  'volume-type-narrowed': {
    check: ['show-this-extension'],
    do: ['snapshot-disks', 'enable-for-all-volumes'],
    final: true,
  },
  'scale-set-os-volume': { check: ['show-this-extension'], do: ['enable-data-only'], final: true },
  'confidential-os-volume': { check: ['show-this-extension'], do: ['use-encryption-at-host'], final: true },
  'request-malformed': { check: ['show-this-extension'], do: [] },
  'query-replaced-status': { check: ['show-encryption', 'show-this-extension'], do: [] },
  'linux-os-cannot-be-decrypted': { check: ['see-encryption-inside'], do: ['rebuild-linux-vm'], final: true },
  'two-encryptions-chosen': { check: ['show-disk-settings'], do: ['choose-one-encryption'], final: true },
  'deprecated-publisher': { check: ['show-extensions'], do: ['remove-wrong-extension'] },
  'extension-for-other-os': { check: ['show-extensions'], do: ['remove-wrong-extension'] },
} satisfies Partial<Record<CauseKind, Remedy>>

const windows = {
  'bitlocker-on-cluster': { check: ['see-windows-volumes'], do: ['use-encryption-at-host'], final: true },
  'bitlocker-policy-conflict': { check: ['see-bitlocker-policy'], do: ['fix-bitlocker-policy'] },
  'bitlocker-managed-by-mbam': { check: ['see-bitlocker-policy'], do: ['take-out-of-mbam', 'fix-bitlocker-policy'] },
  'storage-spaces-unsupported': { check: ['see-windows-volumes'], do: ['use-encryption-at-host'], final: true },
  'volume-unfit-for-bitlocker': { check: ['see-windows-volumes'], do: ['use-encryption-at-host'], final: true },
  // https://learn.microsoft.com/windows-server/administration/windows-commands/mountvol
  'automount-disabled': { check: ['see-key-volume', 'see-windows-volumes'], do: ['enable-automount'] },
  'volume-label-unreadable': { check: ['see-windows-volumes'], do: ['rename-volume'] },
  'volume-without-room': { check: ['see-windows-volumes'], do: [] },
  'server-core-lacks-tool': { check: ['see-server-core-tool'], do: ['prepare-server-core'] },
  'windows-extension-version': { check: ['show-this-extension', 'see-windows-volumes'], do: [] },
  'log-file-locked': { check: ['see-extension-log'], do: ['restart-windows'] },
  'windows-service-missing': { check: ['see-extension-log', 'see-winrm'], do: ['repair-winrm'] },
} satisfies Partial<Record<CauseKind, Remedy>>

const apart = {
  'stamp-comes-first': { check: ['show-encryption', 'see-encryption-inside'], do: [] },
  'decrypted-inside': {
    check: ['see-encryption-inside'],
    do: ['snapshot-disks', 'disable-encryption', 'remove-extension-after-disable'],
    verify: ['verify-inside'],
    final: true,
  },
  'settings-cleared-only': { check: ['show-disk-settings', 'see-encryption-inside'], do: [] },
  'removed-before-disabled': { check: ['show-extensions', 'see-encryption-inside'], do: [] },
  'report-cut-or-old': { check: ['show-this-extension', 'show-agent'], do: ['update-agent'], final: true },
  'extension-not-started': { check: ['show-extensions', 'save-boot-log'], do: ['wait-for-agent'], final: true },
  'agent-stopped': { check: ['show-agent', 'see-agent-inside'], do: ['start-agent'], final: true },
  'agent-outdated': { check: ['show-agent', 'see-agent-inside'], do: ['update-agent'], final: true },
  'agent-away-during-copy': { check: ['show-encryption'], do: ['wait-for-os-copy'], final: true },
  'other-extension-broken': { check: ['show-extensions'], do: ['remove-other-extension'], final: true },
} satisfies Partial<Record<CauseKind, Remedy>>

const little = {
  'restart-awaited': {
    check: ['save-boot-log', 'show-encryption', 'show-vault', 'show-snapshots', 'see-boot-packages'],
    do: ['restart-vm'],
    verify: ['watch-boot'],
    final: true,
  },
  'copy-takes-hours': { check: ['show-encryption'], do: ['wait-for-os-copy'], final: true },
  'copy-no-longer-runs': {
    check: ['show-disk-traffic', 'save-boot-log', 'show-snapshots'],
    do: ['keep-vm-running', 'ask-support', 'build-vm-from-snapshot'],
    final: true,
  },
  'work-goes-on': { check: ['show-encryption'], do: ['wait-for-data-copy'], final: true },
  'operation-goes-on': { check: ['show-recent-changes'], do: ['wait-for-operation'], final: true },
  'decryption-goes-on': { check: ['show-encryption'], do: ['wait-for-decryption'], final: true },
  'decryption-interrupted': {
    check: ['show-encryption', 'see-encryption-inside'],
    do: ['keep-vm-running', 'snapshot-disks', 'ask-support'],
    final: true,
  },
  'decryption-stopped-on-volume': {
    check: ['see-extension-log', 'see-encryption-inside'],
    do: ['snapshot-disks', 'disable-encryption'],
    final: true,
  },
  'migration-stopped': {
    check: ['see-extension-log', 'see-file-systems'],
    do: ['snapshot-disks', 'migrate-to-single-pass'],
    final: true,
  },
  'normal-step': { check: ['show-encryption'], do: ['nothing-to-do'], final: true },
  'switched-off': { check: ['show-power-state'], do: ['start-vm'], final: true },
  'text-unknown': { check: ['show-encryption'], do: ['report-message'], final: true },
  'word-unknown': { check: ['show-encryption'], do: ['report-message'], final: true },
  'named-by-template': { check: ['show-this-extension'], do: ['nothing-to-do'], final: true },
  'dual-pass-disabled': { check: ['show-disk-settings'], do: ['nothing-to-do'], final: true },
  'dual-pass-chosen': {
    check: ['show-this-extension'],
    do: ['use-single-pass', 'snapshot-disks', 'migrate-to-single-pass'],
    final: true,
  },
} satisfies Partial<Record<CauseKind, Remedy>>

/** One remedy for every cause. */
export const remedies: Readonly<Record<CauseKind, Remedy>> = {
  ...machine,
  ...data,
  ...keys,
  ...around,
  ...requests,
  ...windows,
  ...apart,
  ...little,
  ...reportedRemedies,
}
