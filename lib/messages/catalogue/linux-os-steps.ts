import { entriesLike, failuresLike, type CatalogueGroup } from '../entries-like'
import { contains, failedAt } from '../patterns'

/** The step is at the end of the failure text. */
const failed = failuresLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'machine-state',
  specificity: 25,
  os: 'linux',
  pass: null,
  status: ['error'],
  phase: 'failed',
  volume: 'os',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'source',
})

/** The step is written to the log and to the serial console. */
const logged = entriesLike({
  origin: 'linux-extension',
  target: 'log-line',
  facet: 'main',
  specificity: 50,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'os-preparing',
  volume: 'os',
  severity: 'info',
  terminal: false,
  reach: 'log-only',
  confidence: 'source',
})

/**
 * Steps of OS encryption: in the failure text and in the log.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
export const linuxOsSteps = {
  'linux-os-failed-at-uninitialized': failed(failedAt('uninitialized'), null, {
    phase: 'prerequisites',
    machineState: 'uninitialized',
  }),
  'linux-os-failed-at-prereq': failed(failedAt('prereq'), null, { phase: 'prerequisites', machineState: 'prereq' }),
  'linux-os-failed-at-selinux': failed(failedAt('selinux'), null, { phase: 'prerequisites', machineState: 'selinux' }),
  'linux-os-failed-at-stripdown': failed(failedAt('stripdown'), null, { machineState: 'stripdown' }),
  'linux-os-failed-at-unmount-oldroot': failed(failedAt('unmount_oldroot'), null, { machineState: 'unmount_oldroot' }),
  'linux-os-failed-at-split-root-partition': failed(failedAt('split_root_partition'), null, {
    machineState: 'split_root_partition',
  }),
  'linux-os-failed-at-encrypt-block-device': failed(failedAt('encrypt_block_device'), null, {
    machineState: 'encrypt_block_device',
  }),
  'linux-os-failed-at-patch-boot-system': failed(failedAt('patch_boot_system'), null, {
    machineState: 'patch_boot_system',
  }),
  'linux-os-failed-at-resume-encryption': failed(failedAt('resume_encryption'), null, {
    machineState: 'resume_encryption',
  }),
  'linux-os-failed-at-completed': failed(failedAt('completed'), null, { machineState: 'completed' }),
  'linux-machine-state-uninitialized': logged(contains('MACHINE STATE: uninitialized'), {
    phase: 'starting',
    machineState: 'uninitialized',
  }),
  'linux-machine-state-prereq': logged(contains('MACHINE STATE: prereq'), { machineState: 'prereq' }),
  'linux-machine-state-selinux': logged(contains('MACHINE STATE: selinux'), { machineState: 'selinux' }),
  'linux-machine-state-stripdown': logged(contains('MACHINE STATE: stripdown'), { machineState: 'stripdown' }),
  'linux-machine-state-unmount-oldroot': logged(contains('MACHINE STATE: unmount_oldroot'), {
    machineState: 'unmount_oldroot',
  }),
  'linux-machine-state-split-root-partition': logged(contains('MACHINE STATE: split_root_partition'), {
    machineState: 'split_root_partition',
  }),
  'linux-machine-state-encrypt-block-device': logged(contains('MACHINE STATE: encrypt_block_device'), {
    phase: 'os-encrypting',
    machineState: 'encrypt_block_device',
  }),
  'linux-machine-state-patch-boot-system': logged(contains('MACHINE STATE: patch_boot_system'), {
    phase: 'finalizing',
    machineState: 'patch_boot_system',
  }),
  'linux-machine-state-resume-encryption': logged(contains('MACHINE STATE: resume_encryption'), {
    phase: 'os-encrypting',
    machineState: 'resume_encryption',
  }),
  'linux-machine-state-completed': logged(contains('MACHINE STATE: completed'), {
    phase: 'succeeded',
    machineState: 'completed',
  }),
} satisfies CatalogueGroup
