import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

const compare = 'Compare with the stamps and the detailed status, and check the age of this finding.'
const notByThis = 'Do not count the VM as encrypted because of this.'

const outOfScope = (reason: string, step: string): Guidance => ({
  meaning: `${reason} The audit skips such a VM and reports it as compliant without checking its disks.`,
  next: [notByThis, step],
})

/** Reasons that the guest-configuration audit of Azure Policy gives. */
export const policy = {
  'mdc-compliant-hbe': {
    meaning: 'At its last run the audit found encryption at host enabled. It says nothing about ADE.',
    next: ['Confirm it in the VM model (`encryptionAtHost`).'],
  },
  'mdc-compliant-ade': {
    meaning:
      'At its last run the audit, which checks from inside, found every volume that it could see encrypted by ADE. Disks attached later are not covered.',
    next: [compare],
  },
  'mdc-compliant-cvm': {
    meaning: 'The audit does not assess confidential VMs. This does not show whether the OS disk is encrypted.',
    next: [
      'Check `securityEncryptionType` of the OS disk: only `DiskWithVMGuestState` covers the disk.',
      'Assess the data disks separately.',
    ],
  },
  'mdc-os-not-encrypted': {
    meaning: 'At its last run the audit found ADE on the VM, but an unencrypted OS disk.',
    next: [
      'Do not count the OS disk as encrypted, even with a stamp.',
      'While a job is running, wait until it ends and for the next finding.',
      compare,
    ],
  },
  'mdc-not-fully-encrypted': {
    meaning: 'At its last run the audit found ADE on the VM, but unencrypted data disks: those in the message.',
    next: [
      'Find them with `lsblk`: one may have been busy and skipped, or added later.',
      'Unmount them, snapshot them, and send enable with a new `SequenceVersion`.',
    ],
  },
  'mdc-missing': {
    meaning: 'At its last run the audit found neither encryption at host nor ADE.',
    next: [
      'If one was enabled since, wait for the next finding.',
      'Otherwise prefer encryption at host: ADE retires on 15 September 2028.',
    ],
  },
  'mdc-exception': {
    meaning: 'The audit itself failed and assessed nothing; the text after `Error` may show where.',
    next: [
      'Based on this, count the VM neither as compliant nor as not compliant.',
      'If the next finding is the same, check the machine configuration (guest configuration) extension and the identity of the VM.',
    ],
  },
  'mdc-basic-sized-virtual-machine': outOfScope(
    'A VM of a basic or very small size.',
    'ADE does not support this size: resize the VM, preferably to a size with encryption at host.',
  ),
  'mdc-classic-virtual-machine': outOfScope(
    'A VM of the classic deployment model.',
    'ADE is not available for it: migrate the VM to Azure Resource Manager.',
  ),
  'mdc-ultra-disks-virtual-machine': outOfScope(
    'A VM that may use Ultra Disks.',
    'ADE does not support Ultra Disk: check whether encryption at host is on.',
  ),
  'mdc-unknown-os-virtual-machine': outOfScope(
    'The audit could not detect the operating system.',
    'Check which system the agent reports (`osName`), and use the stamps and the detailed status.',
  ),
  'mdc-kubernetes-virtual-machine': outOfScope(
    'A VM of a Kubernetes cluster.',
    'Check encryption at host in the node pool of the cluster.',
  ),
  'mdc-databrick-virtual-machine': outOfScope(
    'A VM that Azure Databricks manages.',
    'Check the disk encryption of the Databricks workspace.',
  ),
  'mdc-unsupported-os-virtual-machine': outOfScope(
    'The distribution is not on the audit’s list, which is older than ADE’s.',
    'Compare with the distributions that Microsoft lists for ADE, and use the stamps and the detailed status.',
  ),
} satisfies Partial<Record<GuidedKind, Guidance>>
