import { both, cleared, stamped } from '@/lib/encryption/testing/judged'
import type { ProblemKind } from '../kinds'
import { aroundCases } from './around-cases'
import { dataFailed, encrypted, encrypting, failed, failedWith, osFailed, precheck, says, vm } from './case-parts'
import type { ProblemCase } from './case-parts'
import { reportedCases } from './reported-cases'
import { requestCases } from './request-cases'

const unmountAttempt = "Attempt #3 to unmount /oldroot failed with error: target is busy, stack trace: 'x'"

const failures = {
  'os-failed-disk-touched': {
    shows: osFailed('Command dd failed with return code 1', 'encrypt_block_device'),
    not: osFailed('did not reach completed state', 'unmount_oldroot'),
    volume: 'os',
  },
  'os-failed-disk-untouched': {
    shows: osFailed('did not reach completed state', 'stripdown'),
    not: osFailed('did not reach completed state', 'split_root_partition'),
    volume: 'os',
  },
  'os-failed-while-resuming': {
    shows: osFailed('did not reach completed state', 'resume_encryption'),
    not: osFailed('did not reach completed state', 'prereq'),
    volume: 'os',
  },
  'data-resume-failed': {
    shows: failed(19, 'EnableEncryption: resuming encryption for sdc1 failed'),
    not: encrypted,
    volume: 'data',
  },
  'data-file-system-unsupported': {
    shows: dataFailed('Encryption failed for name:sdc1 type:part fstype:xfs mountpoint:/data label:'),
    not: dataFailed('Encryption failed for name:sdc1 type:part fstype:ext4 mountpoint:/data label:'),
    volume: 'data',
  },
  'data-encryption-failed': {
    shows: dataFailed('Encryption failed for name:sdc1 type:part fstype:ext4 mountpoint:/data label:'),
    not: encrypted,
    volume: 'data',
  },
  'mount-busy': {
    shows: osFailed('Could not unmount /oldroot in 10 attempts', 'unmount_oldroot'),
    not: failed(22, unmountAttempt),
    volume: 'os',
  },
  'host-rejected-key-settings': {
    shows: dataFailed('Encryption settings post request was not accepted. Error: Unknown'),
    not: says('Encryption settings stamped', encrypting),
    volume: 'all',
  },
  'key-vault-reference-invalid': {
    shows: precheck('A KeyVault URL is required, but is missing or invalid'),
    not: precheck('A KEK URL was specified, but it was invalid'),
    volume: 'all',
  },
  'key-encryption-key-invalid': {
    shows: precheck('A KEK URL was specified, but it was invalid'),
    not: precheck('A KeyVault URL is required, but is missing or invalid'),
    volume: 'all',
  },
  'key-volume-missing': {
    shows: failed(52, "'BEK disk is missing or not initialized. BEK disk is not attached.'"),
    not: encrypted,
    volume: 'all',
  },
  'packages-not-installed': {
    shows: failed(52, 'Failed to install cryptsetup package(s) with error: x'),
    not: encrypted,
    volume: 'all',
  },
  'memory-too-small': {
    shows: precheck('Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.'),
    not: precheck('LVM OS disk layout does not satisfy prerequisites ( see https://aka.ms/adelvm )'),
    volume: 'os',
  },
  'lvm-layout-unsupported': {
    shows: precheck('LVM OS disk layout does not satisfy prerequisites ( see https://aka.ms/adelvm )'),
    not: precheck('Distro sles 15 is not supported for OS encryption'),
    volume: 'os',
  },
  'distribution-unsupported': {
    shows: precheck('Distro sles 15 is not supported for OS encryption'),
    not: precheck('Unknown Volume Type: Root, has to be one of [OS, Data, All]'),
    volume: 'os',
  },
  'volume-type-rejected': {
    shows: precheck('Moving from volume type All to volume type Data is not allowed'),
    not: precheck('Distro sles 15 is not supported for OS encryption'),
    volume: 'all',
  },
  'confidential-vm-blocked': {
    shows: failed(53, 'Pre-initialization check: ADE flow is blocked to volume-type:OS for confidential VMs.'),
    not: { ...encrypted, securityType: 'ConfidentialVM' },
    volume: 'all',
  },
  'failed-without-known-cause': {
    shows: failed(100, 'Failed to enable the extension with error: x, stack trace: y'),
    not: failed(52, 'Failed to install cryptsetup package(s) with error: x'),
    volume: 'os',
  },
} satisfies Partial<Record<ProblemKind, ProblemCase>>

const states = {
  'stamped-but-not-encrypted': { shows: says('', both('NotEncrypted')), not: encrypted, volume: 'os' },
  'restart-pending': {
    shows: says('OS disk successfully encrypted, please reboot the VM', { os: 'VMRestartPending', data: 'NotMounted' }),
    not: says('Restarting vm after patching', encrypting),
    volume: 'os',
  },
  'encrypted-but-not-stamped': {
    shows: says('', both('Encrypted'), { osDisk: cleared }),
    not: says('', both('Encrypted'), { osDisk: cleared, securityType: 'ConfidentialVM' }),
    volume: 'os',
  },
  'stamped-after-failed-run': {
    shows: { ...failed(19, 'x'), data: [stamped] },
    not: { ...failed(19, 'x'), osDisk: cleared },
    volume: 'all',
  },
  'data-not-encrypted-after-success': {
    shows: says('Encryption succeeded for data volumes', both('NotEncrypted'), { osDisk: {}, data: [{}] }),
    not: says('Encryption succeeded for data volumes', both('NotEncrypted'), { osDisk: {} }),
    volume: 'data',
  },
  'data-disk-not-covered': {
    shows: says('', both('Encrypted'), { data: [stamped, {}] }),
    not: says('', both('Encrypted'), { data: [stamped, stamped] }),
    volume: 'data',
  },
  'data-disks-not-mounted': {
    shows: says('', { os: 'Encrypted', data: 'NotMounted' }, { data: [stamped] }),
    not: says('', { os: 'Encrypted', data: 'NotMounted' }),
    volume: 'data',
  },
  'decryption-running': {
    shows: says('Decrypting 1 data volumes', { os: 'NotEncrypted', data: 'DecryptionInProgress' }, { data: [cleared] }),
    not: says('Decryption succeeded', both('NotEncrypted'), { osDisk: cleared, data: [cleared] }),
    volume: 'data',
  },
  'success-text-not-the-end': {
    shows: says('Encryption succeeded for data volumes', encrypting),
    not: encrypted,
    volume: 'os',
  },
  'os-encryption-silent-phase': {
    shows: says('OS disk encryption started', encrypting),
    not: says('OS disk encryption started', both('Encrypted')),
    volume: 'os',
  },
} satisfies Partial<Record<ProblemKind, ProblemCase>>

const relatedCases = {
  'disable-refused-os-encrypted': {
    shows: vm({
      ...failedWith(100, 'Disabling encryption is not supported when OS volume is encrypted'),
      operation: 'DisableEncryption',
    }),
    not: says('Decryption succeeded', both('NotEncrypted')),
    volume: 'all',
  },
  'query-sent-to-single-pass': {
    shows: vm({
      ...failedWith(53, 'Encryption operation QueryEncryptionStatus is not supported'),
      operation: 'QueryEncryptionStatus',
    }),
    not: failed(53, 'Encryption operation Foo is not supported'),
    volume: null,
  },
  'extension-removed': { shows: { osDisk: stamped }, not: { osDisk: cleared }, volume: 'os' },
  'report-unreadable': { shows: says('', 'no JSON'), not: encrypted, volume: 'all' },
  'agent-not-ready': {
    shows: { ...encrypted, agent: 'Unavailable' },
    not: { ...encrypted, agent: 'Unavailable', power: 'deallocated' },
    volume: null,
  },
  'azure-word-unknown': {
    shows: { ...encrypted, power: 'dreaming' },
    not: { ...encrypted, power: 'starting' },
    volume: null,
  },
  'vm-stopping': {
    shows: { ...says('OS disk encryption started', encrypting), power: 'deallocating' },
    not: { ...encrypted, power: 'deallocating' },
    volume: 'os',
  },
  'vm-not-running': {
    shows: { ...encrypted, power: 'deallocated' },
    not: { power: 'deallocated' },
    volume: null,
  },
  'harmless-unmount-attempt': {
    shows: failed(22, unmountAttempt),
    not: failed(19, unmountAttempt),
    volume: 'os',
  },
  'harmless-stripped-down-restart': {
    shows: failed(19, 'Restarted extension from stripped down OS'),
    not: failed(19, 'Failed to restart'),
    volume: 'os',
  },
  'operation-running': {
    shows: vm({ provisioningState: 'Updating' }),
    not: vm({ provisioningState: 'Failed' }),
    volume: null,
  },
  'message-unrecognised': { shows: says('Something else', both('Encrypted')), not: encrypted, volume: null },
  'extension-renamed': { shows: vm({ name: 'ade' }), not: vm({ name: 'azurediskencryptionforlinux' }), volume: null },
  'dual-pass-leftover': { shows: { model: { enabled: false } }, not: {}, volume: 'os' },
} satisfies Partial<Record<ProblemKind, ProblemCase>>

/** One case for every kind: a kind without a case does not compile. */
export const problemCases: Readonly<Record<ProblemKind, ProblemCase>> = {
  ...failures,
  ...states,
  ...relatedCases,
  ...requestCases,
  ...aroundCases,
  ...reportedCases,
}
