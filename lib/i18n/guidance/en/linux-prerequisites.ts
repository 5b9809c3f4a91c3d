import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const tooSlow = (limit: string): Guidance => ({
  meaning: `The package manager took longer than ${limit}. This attempt encrypted nothing.`,
  next: [steps.tryPackageManager, steps.providePackages, steps.requestAgain],
})

/** What has to be right in the VM before a run, confidential VMs, and the warnings of the log. */
export const linuxPrerequisites = {
  'linux-distro-not-supported': {
    meaning: 'The extension does not know this distribution at all: ADE can encrypt nothing here, data disks included.',
    next: [
      'Known are Ubuntu, Debian, RHEL, CentOS, SUSE, Oracle, Mariner and Azure Linux: move to a supported image of these.',
      'Or build a VM with encryption at host, which does not depend on the distribution.',
      'Look also for `Non-zero exit code: 51`: ARM probably shows that in place of this text (inferred).',
    ],
  },
  'linux-operation-not-supported': {
    meaning:
      'The setting `EncryptionOperation` is missing, misspelt or no longer offered. The disks keep their state, but this text has replaced the former status.',
    next: [
      'Spell it exactly: `EnableEncryption`, `EnableEncryptionFormatAll` (erases data) or `DisableEncryption`.',
      'Never send `QueryEncryptionStatus` to version 1.x. To learn the state, read the instance view.',
    ],
  },
  'linux-command-not-supported': {
    meaning: 'An operation that the extension does not know reached its enable step. The disks keep their state.',
    next: ['Correct `EncryptionOperation` in the settings.', steps.requestAgain],
  },
  'linux-cryptsetup-install-failed': {
    meaning: 'The package `cryptsetup` could not be installed. This attempt encrypted nothing.',
    next: [steps.tryPackageManager, steps.providePackages, steps.requestAgain],
  },
  'linux-apt-install-timeout': tooSlow('the 30 seconds the extension allows for an installation'),
  'linux-apt-update-timeout': tooSlow('the 30 seconds the extension allows for refreshing the package lists'),
  'linux-yum-install-timeout': tooSlow('the 100 seconds the extension allows for an installation'),
  'linux-tdnf-install-timeout': tooSlow('the extension allows for an installation'),
  'linux-imds-unreachable-attribute': {
    meaning:
      'The metadata service gave no security type for the VM, and the check broke on the empty answer (inferred). The disks were not touched.',
    next: [
      'Test in the VM, without proxy: `curl -H Metadata:true "http://169.254.169.254/metadata/instance?api-version=2021-02-01"`.',
      'If it answers, see whether `VolumeType` is missing in the settings: that gives the same text.',
      steps.repeatRequest,
    ],
  },
  'linux-cvm-os-blocked': {
    meaning:
      'ADE does not encrypt the OS disk of a confidential VM, so the request was refused. This does not tell whether that disk is protected otherwise.',
    next: [
      'For the OS disk use confidential OS disk encryption, chosen when the VM is created.',
      'Ask for Data or All only if the VM takes part in the preview.',
    ],
  },
  'linux-cvm-blocked-old': {
    meaning: 'This old version (near 1.2.0.97) refuses every confidential VM. The disks were not touched.',
    next: ['For the OS disk use confidential OS disk encryption, chosen when the VM is created.'],
  },
  'linux-cvm-operation-unsupported': {
    meaning:
      'Refused: the OS disk of this confidential VM was not encrypted at creation, or volume type OS was requested. The disks were not touched.',
    next: [
      'Create the VM anew with confidential OS disk encryption; it cannot be added by ADE.',
      'Ignore the last value of the text: by a slip it repeats the operation, it is not the state of the OS disk.',
    ],
  },
  'linux-cvm-data-unsupported': {
    meaning:
      'The data disks of this confidential VM are not encrypted; at most its temporary disk is. The success status does not change that.',
    next: ['They do not count as protected by ADE: decide with their owner how else to protect them.'],
  },
  'linux-cvm-os-not-encrypted-log': {
    meaning:
      'Log only: the OS disk of this confidential VM was not encrypted by the platform, so ADE refuses the VM. No disk was touched.',
    next: ['Create the VM anew with confidential OS disk encryption.'],
  },
  'linux-version-file-missing': {
    meaning:
      'A file of the extension package is missing, so the extension cannot run. The disks keep their state (inferred).',
    next: [
      'If no volume is encrypted: remove the extension, then enable again.',
      'If any volume is encrypted: do not remove it. Keep key and secret and open a support case.',
    ],
  },
  'linux-exit-51-python': {
    meaning: 'The extension found no usable Python and did not start. The disks keep their state.',
    next: [
      'Single pass (1.x): install Python 3 in the VM, then send the request again.',
      'Dual pass (0.1) needs Python 2: on a release with Python 3 only, migrate to single pass.',
    ],
  },
  'linux-log-precheck-appcompat': {
    meaning:
      'Log only: traces of software that can disturb OS encryption were found (SAP, MongoDB, Cassandra, Docker, Symantec). The run goes on.',
    next: [
      'Before OS encryption stop such software, or encrypt before installing it. Leave a run alone that has already begun.',
    ],
  },
  'linux-log-precheck-memory': {
    meaning:
      'Log only: the VM has less than 7,000,000 kB of memory. For an OS disk that is still plain, a later check refuses the run for that reason.',
    next: ['Give the VM at least 8 GB for OS encryption; the size can be reduced afterwards.'],
  },
  'linux-log-precheck-mounts': {
    meaning:
      'Log only: one mount path begins like another. Ordinary pairs such as `/boot` and `/boot/efi` do too (inferred), so the line proves little.',
    next: ['Before a run, move data mounts out of `/mnt` and out of each other, to folders of their own.'],
  },
  'linux-log-precheck-suspected': {
    meaning: 'Log only: the sum of the warnings before it. The run goes on, and nothing is said about the disks.',
    next: ['Read the `PRECHECK` lines above it.'],
  },
  'linux-log-precheck-ok': {
    meaning: 'Log only: the checks that merely warn found nothing. It is no promise that encryption will succeed.',
    next: ['Nothing to do; wait for the next text.'],
  },
  'linux-log-imds': {
    meaning:
      'Log only: the metadata service did not answer seven times, so the security type of the VM is unknown to the extension.',
    next: ['Let the VM reach `169.254.169.254` directly, without proxy.'],
  },
  'linux-log-unknown-security-type': {
    meaning: 'Log only: this version does not know the security type of the VM. The run goes on.',
    next: ['Let the extension update to a newer version; do not remove it for that.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
