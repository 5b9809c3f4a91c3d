import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

const compare = 'Compare with the stamps and the detailed status, and look at the age of this finding.'
const notByThis = 'Do not count the VM as encrypted by this.'

const outOfScope = (reason: string, step: string): Guidance => ({
  meaning: `${reason} The audit leaves such a VM out and calls it compliant without a look at its disks.`,
  next: [notByThis, step],
})

/** Reasons that the guest-configuration audit of Azure Policy gives. */
export const policy = {
  'mdc-compliant-hbe': {
    meaning: 'At its last run the audit saw encryption at host switched on. It says nothing about ADE.',
    next: ['Confirm it in the VM model (`encryptionAtHost`).'],
  },
  'mdc-compliant-ade': {
    meaning:
      'At its last run the audit, which looks from inside, found each volume it saw encrypted by ADE. Disks attached later are not covered.',
    next: [compare],
  },
  'mdc-compliant-cvm': {
    meaning: 'The audit does not judge confidential VMs. Whether the OS disk is encrypted does not follow.',
    next: [
      'Look at `securityEncryptionType` of the OS disk: of its values only `DiskWithVMGuestState` covers the disk.',
      'Judge the data disks by themselves.',
    ],
  },
  'mdc-os-not-encrypted': {
    meaning: 'At its last run the audit saw ADE on the VM, but a plain OS disk.',
    next: [
      'Do not count the OS disk as encrypted, even with a stamp.',
      'While a job is open, wait for its end and the next finding.',
      compare,
    ],
  },
  'mdc-not-fully-encrypted': {
    meaning: 'At its last run the audit saw ADE on the VM, but plain data disks: those in the text.',
    next: [
      'Find them with `lsblk`: one may have been busy and skipped, or added later.',
      'Free their mount points, snapshot them, and send enable with a new `SequenceVersion`.',
    ],
  },
  'mdc-missing': {
    meaning: 'At its last run the audit saw neither encryption at host nor ADE.',
    next: [
      'If one was switched on since, wait for the next finding.',
      'Otherwise prefer encryption at host: ADE retires on 15 September 2028.',
    ],
  },
  'mdc-exception': {
    meaning: 'The audit itself failed and judged nothing; the text behind `Error` may tell where.',
    next: [
      'Count the VM neither as compliant nor as not compliant by this.',
      'If the next finding is the same, check the machine configuration (guest configuration) extension and the identity of the VM.',
    ],
  },
  'mdc-basic-sized-virtual-machine': outOfScope(
    'A VM of a basic or very small size.',
    'ADE does not work on such a size: change the size, and prefer one with encryption at host.',
  ),
  'mdc-classic-virtual-machine': outOfScope(
    'A VM of the classic deployment model.',
    'ADE is not available to it: move the VM to Azure Resource Manager.',
  ),
  'mdc-ultra-disks-virtual-machine': outOfScope(
    'A VM that may use Ultra Disks.',
    'ADE does not support Ultra Disk: check whether encryption at host is on.',
  ),
  'mdc-unknown-os-virtual-machine': outOfScope(
    'The audit could not tell the operating system.',
    'See which system the agent reports (`osName`), and judge by the stamps and the detailed status.',
  ),
  'mdc-kubernetes-virtual-machine': outOfScope(
    'A VM of a Kubernetes cluster.',
    'Check encryption at host in the node pool of the cluster.',
  ),
  'mdc-databrick-virtual-machine': outOfScope(
    'A VM that Azure Databricks manages.',
    'Look at the disk encryption of the Databricks workspace.',
  ),
  'mdc-unsupported-os-virtual-machine': outOfScope(
    'The distribution is not on the list of the audit, which is older than that of ADE.',
    'Compare with the distributions that Microsoft lists for ADE, and judge by the stamps and the detailed status.',
  ),
} satisfies Partial<Record<GuidedKind, Guidance>>
