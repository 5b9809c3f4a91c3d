import type { ProblemKind } from './kinds'
import type { PrerequisiteKind } from './readiness/kinds'
import type { StepKind } from './steps/kinds'

/** Where a statement of the customer's troubleshooting guide is now: a check, a change, or an explanation. */
export type SeedTarget =
  | { readonly prerequisite: PrerequisiteKind }
  | { readonly check: ProblemKind }
  | { readonly step: StepKind }
  | { readonly help: ProblemKind }

/** Ids of the statements, in the order of the guide. */
export const seedIds = [
  'S01',
  'S02',
  'S03',
  'S04',
  'S05',
  'S06',
  'S07',
  'S08',
  'S09',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
  'S17',
  'S18',
  'S19',
  'S20',
  'S21',
  'S22',
  'S23',
  'S24',
  'S25',
  'S26',
  'S27',
  'S28',
  'S29',
  'S30',
  'S31',
  'S32',
  'S33',
  'S34',
  'S35',
  'S36',
  'S37',
  'S38',
  'S39',
  'S40',
  'S41',
  'S42',
  'S43',
  'S44',
  'S45',
  'S46',
  'S47',
  'S48',
  'S49',
  'S50',
  'S51',
] as const
export type SeedId = (typeof seedIds)[number]

/**
 * Every statement of the guide that Sealwatch began with, and where it is now. Where newer documents contradict it, the
 * target says so. https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const seed: Readonly<Record<SeedId, SeedTarget>> = {
  // Audience, and what to check first.
  S01: { help: 'failed-without-known-cause' },
  S02: { prerequisite: 'vm-size' },
  // The OS disk has to be unmounted; what prevents it.
  S03: { check: 'mount-busy' },
  S04: { check: 'mount-busy' },
  S05: { prerequisite: 'image' },
  S06: { prerequisite: 'image' },
  S07: { step: 'see-what-holds-root' },
  S08: { prerequisite: 'guest-open-files' },
  S09: { check: 'other-extension-running' },
  S10: { prerequisite: 'guest-selinux' },
  S11: { check: 'lvm-layout-unsupported' },
  S12: { prerequisite: 'memory' },
  S13: { prerequisite: 'guest-mounts' },
  // The kernel of Ubuntu 14.04.
  S14: { prerequisite: 'guest-kernel' },
  S15: { step: 'update-kernel' },
  S16: { step: 'see-kernel' },
  // Agent and extension.
  S17: { check: 'agent-not-ready' },
  S18: { check: 'agent-too-old' },
  S19: { prerequisite: 'agent-version' },
  S20: { prerequisite: 'extension-type' },
  S21: { check: 'extension-deprecated' },
  // The encryption seems to hang.
  S22: { check: 'os-encryption-silent-phase' },
  S23: { step: 'wait-for-os-copy' },
  S24: { step: 'wait-for-data-copy' },
  S25: { help: 'os-encryption-silent-phase' },
  S26: { help: 'os-encryption-silent-phase' },
  S27: { prerequisite: 'data-size' },
  // Following the progress.
  S28: { step: 'show-encryption' },
  S29: { help: 'os-encryption-silent-phase' },
  S30: { check: 'success-text-not-the-end' },
  S31: { check: 'restart-pending' },
  S32: { check: 'restart-pending' },
  S33: { step: 'restart-vm' },
  S34: { step: 'read-status-again' },
  // Restoring the VM.
  S35: { check: 'encryption-overdue' },
  S36: { check: 'os-failed-disk-touched' },
  S37: { step: 'snapshot-disks' },
  // Firewalls.
  S38: { check: 'report-missing' },
  S39: { check: 'network-unfit' },
  S40: { prerequisite: 'network-entra-vault' },
  S41: { prerequisite: 'guest-imds' },
  S42: { prerequisite: 'guest-proxy' },
  S43: { check: 'packages-not-installed' },
  S44: { prerequisite: 'guest-repositories' },
  // Disagreement between settings and disks, and disabling encryption.
  S45: { check: 'stamped-but-not-encrypted' },
  S46: { step: 'disable-encryption' },
  S47: { help: 'stamped-but-not-encrypted' },
  S48: { check: 'extension-removed' },
  S49: { check: 'disable-refused-os-encrypted' },
  // Further reading.
  S50: { help: 'two-kinds-of-encryption' },
  S51: { help: 'two-kinds-of-encryption' },
}
