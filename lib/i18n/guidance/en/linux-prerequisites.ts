import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const tooSlow = (limit: string): Guidance => ({
  meaning: `The package manager took longer than ${limit}. This attempt encrypted nothing.`,
  next: [steps.tryPackageManager, steps.providePackages, steps.requestAgain],
})

/** Requirements in the VM before a run, confidential VMs, and the warnings of the log. */
export const linuxPrerequisites = {
  'linux-distro-not-supported': {
    meaning: 'The extension does not support this distribution: ADE can encrypt nothing here, data disks included.',
    next: [
      'Supported are Ubuntu, Debian, RHEL, CentOS, SUSE, Oracle, Mariner and Azure Linux: move to a supported image of these.',
      'Or build a VM with encryption at host, which does not depend on the distribution.',
      'Also look for `Non-zero exit code: 51`: ARM probably shows that instead of this message (inferred).',
    ],
  },
  'linux-operation-not-supported': {
    meaning:
      'The setting `EncryptionOperation` is missing, misspelt or no longer supported. The disks are unchanged, but this message has replaced the previous status.',
    next: [
      'Spell it exactly: `EnableEncryption`, `EnableEncryptionFormatAll` (erases data) or `DisableEncryption`.',
      'Never send `QueryEncryptionStatus` to version 1.x. To get the state, read the instance view.',
    ],
  },
  'linux-command-not-supported': {
    meaning: 'The enable step received an operation that the extension does not support. The disks are unchanged.',
    next: ['Correct `EncryptionOperation` in the settings.', steps.requestAgain],
  },
  'linux-cryptsetup-install-failed': {
    meaning: 'The package `cryptsetup` could not be installed. This attempt encrypted nothing.',
    next: [steps.tryPackageManager, steps.providePackages, steps.requestAgain],
  },
  'linux-apt-install-timeout': tooSlow('the 30 seconds that the extension allows for an installation'),
  'linux-apt-update-timeout': tooSlow('the 30 seconds that the extension allows for refreshing the package lists'),
  'linux-yum-install-timeout': tooSlow('the 100 seconds that the extension allows for an installation'),
  'linux-tdnf-install-timeout': tooSlow('the extension allows for an installation'),
  'linux-imds-unreachable-attribute': {
    meaning:
      'The metadata service returned no security type for the VM, and the check failed on the empty response (inferred). The disks are unchanged.',
    next: [
      'Test in the VM, without proxy: `curl -H Metadata:true "http://169.254.169.254/metadata/instance?api-version=2021-02-01"`.',
      'If it responds, check whether `VolumeType` is missing in the settings: that produces the same message.',
      steps.repeatRequest,
    ],
  },
  'linux-cvm-os-blocked': {
    meaning:
      'ADE does not encrypt the OS disk of a confidential VM, so the request was refused. This does not show whether that disk is protected in another way.',
    next: [
      'For the OS disk use confidential OS disk encryption, chosen when the VM is created.',
      'Request Data or All only if the VM takes part in the preview.',
    ],
  },
  'linux-cvm-blocked-old': {
    meaning: 'This old version (near 1.2.0.97) refuses every confidential VM. The disks are unchanged.',
    next: ['For the OS disk use confidential OS disk encryption, chosen when the VM is created.'],
  },
  'linux-cvm-operation-unsupported': {
    meaning:
      'Refused: the OS disk of this confidential VM was not encrypted at creation, or volume type OS was requested. The disks are unchanged.',
    next: [
      'Recreate the VM with confidential OS disk encryption; ADE cannot add it.',
      'Ignore the last value of the message: a bug repeats the operation there; it is not the state of the OS disk.',
    ],
  },
  'linux-cvm-data-unsupported': {
    meaning:
      'The data disks of this confidential VM are not encrypted; at most its temporary disk is. The success status does not change that.',
    next: ['They do not count as protected by ADE: decide with their owner how to protect them.'],
  },
  'linux-cvm-os-not-encrypted-log': {
    meaning:
      'Log only: the platform did not encrypt the OS disk of this confidential VM, so ADE refuses the VM. No disk was changed.',
    next: ['Recreate the VM with confidential OS disk encryption.'],
  },
  'linux-version-file-missing': {
    meaning:
      'A file of the extension package is missing, so the extension cannot run. The disks are unchanged (inferred).',
    next: [
      'If no volume is encrypted: remove the extension, then enable again.',
      'If any volume is encrypted: do not remove it. Keep key and secret and open a support case.',
    ],
  },
  'linux-exit-51-python': {
    meaning: 'The extension found no usable Python and did not start. The disks are unchanged.',
    next: [
      'Single pass (1.x): install Python 3 in the VM, then send the request again.',
      'Dual pass (0.1) needs Python 2: on a release with Python 3 only, migrate to single pass.',
    ],
  },
  'linux-log-precheck-appcompat': {
    meaning:
      'Log only: found traces of software that can disrupt OS encryption (SAP, MongoDB, Cassandra, Docker, Symantec). The run continues.',
    next: [
      'Before OS encryption, stop such software, or install it only after encryption. Do not interrupt a run that has started.',
    ],
  },
  'linux-log-precheck-memory': {
    meaning:
      'Log only: the VM has less than 7,000,000 kB of memory. If the OS disk is not encrypted yet, a later check refuses the run for that reason.',
    next: ['Resize the VM to at least 8 GB for OS encryption; you can reduce the size afterwards.'],
  },
  'linux-log-precheck-mounts': {
    meaning:
      'Log only: one mount path starts like another. So do normal pairs such as `/boot` and `/boot/efi` (inferred), so the line proves little.',
    next: ['Before a run, move data mounts out of `/mnt` and out of each other, to separate folders.'],
  },
  'linux-log-precheck-suspected': {
    meaning: 'Log only: summary of the warnings before it. The run continues, and this says nothing about the disks.',
    next: ['Read the `PRECHECK` lines above it.'],
  },
  'linux-log-precheck-ok': {
    meaning: 'Log only: the advisory checks found nothing. This does not guarantee that encryption will succeed.',
    next: ['No action required; wait for the next message.'],
  },
  'linux-log-imds': {
    meaning:
      'Log only: the metadata service did not respond seven times, so the extension does not know the VM’s security type.',
    next: ['Allow the VM to reach `169.254.169.254` directly, without proxy.'],
  },
  'linux-log-unknown-security-type': {
    meaning: 'Log only: this version does not know the VM’s security type. The run continues.',
    next: ['Let the extension update to a newer version; do not remove it for this.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
