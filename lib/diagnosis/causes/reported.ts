import type { ProblemKind } from '../kinds'
import { plain, retry, rule, singlePass, type Frame } from './rule'
import type { CauseKind } from './kinds'
import type { CauseRule, CauseView } from './types'
import {
  always,
  found,
  logged,
  onLinux,
  otherwisePossible,
  possible,
  said,
  saidWith,
  strongest,
  onWindows,
  unmet,
  where,
  type Weigh,
} from './weigh'

/**
 * Windows itself locks a device after too many wrong sign-ins.
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-devicelock#maxdevicepasswordfailedattempts
 */
const isLockedOut = ({ reading: { verdict } }: CauseView): boolean =>
  /wrong sign-in info|You[’']re locked out/i.test(verdict.progress.message ?? '')

/** Azure could not read the request: its sentence names a place in the JSON, and no reason. */
const isUnreadable = ({ reading: { verdict } }: CauseView): boolean =>
  verdict.progress.messageKind === 'arm-request-not-deserialized'

/** A line of Linux, also where nothing else names the system. */
const notGrown = saidWith('supported', 'guest-partition-not-grown')

/** Such a line has no end of a run behind it: whether one is under way is checked before anything is changed. */
const statusFirst: Frame = { ...plain, check: ['show-encryption'] }

/** A resize stops the VM: it is offered only where the memory was found too small; otherwise the size is only named. */
function resizedOnEvidence(cause: CauseKind, weigh: Weigh): CauseRule {
  const proven = rule(cause, weigh, statusFirst)
  const unproven = proven.steps.filter((kind) => kind !== 'snapshot-disks')
  return { ...proven, unproven: unproven.map((kind) => (kind === 'resize-vm' ? 'choose-larger-size' : kind)) }
}

/** Not where Azure refused to attach the disk: nothing could be tried on it. */
const unlessRefused =
  (weigh: Weigh): Weigh =>
  (view) =>
    view.reading.verdict.progress.messageKind === 'arm-disk-with-settings-as-data' ? null : weigh(view)

const namesLvm = ({ reading: { verdict } }: CauseView): boolean =>
  (verdict.progress.message ?? '').includes('LVM2_member')
const lvmMember = always('supported', 'status-message')
const lockedInWindows = said('guest-bitlocker-locked')
const lockedDisk = otherwisePossible(said('guest-mount-locked', 'guest-bitlocker-locked'))

/** Old clients fail so on a scale set that has the extension: it lacks no feature. */
const withExtension = saidWith('supported', 'ps-scale-set-extension-missing', 'arm-scale-set-extension-twice')
const unlessLookedFor =
  (weigh: Weigh): Weigh =>
  (view) =>
    withExtension(view) === null ? weigh(view) : null

/** Causes of texts that clients, boot screens and other services show about a VM. */
export const reportedProblems = {
  'boot-waits-for-key': [
    rule(
      'key-not-found-at-boot',
      otherwisePossible(said('boot-passphrase-prompt'), logged('supported', 'boot-passphrase-prompt')),
    ),
    rule(
      'boot-tool-missing',
      onLinux(strongest(saidWith('possible', 'boot-passphrase-prompt'), logged('possible', 'boot-passphrase-prompt'))),
    ),
    rule('boot-modules-missing', otherwisePossible(saidWith('supported', 'boot-root-not-found', 'boot-grub-rescue'))),
  ],
  'bitlocker-recovery': [
    rule('sign-in-lockout', where(isLockedOut, 'shown', 'status-message')),
    // The screen asks for the key and does not show why.
    rule('bitlocker-key-not-found', always('possible', 'status-message')),
  ],
  'no-space-left': [
    resizedOnEvidence('memory-below-minimum', otherwisePossible(unmet('memory', 'supported'))),
    resizedOnEvidence('memory-file-system-full', otherwisePossible()),
    rule('boot-files-not-written', onLinux(otherwisePossible()), statusFirst),
  ],
  'repair-disk-locked': [
    rule(
      'disk-not-unlocked',
      // An LVM member is listed also where it is unlocked, or was never encrypted.
      unlessRefused((view) => (namesLvm(view) ? lvmMember(view) : lockedDisk(view))),
    ),
    rule(
      'volume-group-twice',
      onLinux(
        unlessRefused((view) =>
          lockedInWindows(view) === null ? otherwisePossible(said('guest-volume-group-twice'))(view) : null,
        ),
      ),
    ),
    rule('stamped-disk-attached', found(said('arm-disk-with-settings-as-data'))),
  ],
  'scale-set-refused': [
    rule('scale-set-not-prepared', unlessLookedFor(possible)),
    // Old releases say so of scale sets that have the extension, too.
    rule('client-outdated', otherwisePossible(withExtension)),
  ],
  'client-request-refused': [
    rule('dual-pass-on-generation-2', found(saidWith('supported', 'arm-generation-2-dual-pass')), singlePass),
    rule(
      'status-taken-for-secret-url',
      found(
        said(
          'arm-invalid-secret-url',
          'arm-invalid-secret-url-install-succeeded',
          'arm-invalid-secret-url-data-succeeded',
        ),
      ),
    ),
  ],
  'site-recovery-refused': [rule('keys-not-in-target-region', always('shown', 'status-message'))],
  'backup-refused': [rule('backup-service-lacks-rights', always('shown', 'status-message'))],
  'key-update-pending': [rule('new-key-awaited', always('shown', 'status-message'))],
  'precheck-warning': [
    // Each line names what it found, and nothing of the others.
    rule('service-holds-root', found(said('linux-log-app-compat', 'linux-log-precheck-appcompat')), statusFirst),
    rule('memory-below-minimum', found(said('linux-log-precheck-memory')), statusFirst),
    rule('data-mounted-below-root', found(said('linux-log-mount-scheme', 'linux-log-precheck-mounts')), statusFirst),
  ],
  'cmdlet-word-uncertain': [rule('cmdlet-word-only', always('shown', 'substatus'))],
  'client-fault': [rule('client-outdated', always('shown', 'status-message'))],
  'harmless-log-line': [rule('normal-step', always('shown', 'status-message'))],
  'azure-refused-request': [
    rule('client-outdated', saidWith('supported', 'arm-request-not-deserialized')),
    rule('lock-forbids', said('arm-scope-locked')),
    rule('caller-lacks-azure-role', said('arm-authorization-failed')),
    rule('size-not-available', said('arm-size-not-available')),
    rule('quota-exhausted', said('arm-quota-exceeded')),
    rule('provider-not-registered', said('arm-provider-not-registered')),
    rule('resource-not-there', said('arm-resource-not-found')),
    rule('subscription-not-accessible', said('arm-subscription-not-found')),
    rule('subscription-disabled', said('arm-subscription-disabled')),
    rule('too-many-requests', said('arm-too-many-requests')),
    rule('caller-in-other-tenant', said('arm-wrong-tenant')),
    rule(
      'refusal-names-reason',
      strongest(
        where((view) => !isUnreadable(view), 'shown', 'status-message'),
        possible,
      ),
    ),
  ],
  'extension-version-refused': [rule('single-pass-not-registered', always('shown', 'status-message'), retry)],
  'move-refused': [rule('vault-used-by-disks', always('shown', 'status-message'))],
  'disk-not-extended': [
    rule('partition-in-the-way', (view) =>
      notGrown(view) === null
        ? onWindows(otherwisePossible(saidWith('supported', 'guest-volume-not-extended')))(view)
        : null,
    ),
    rule('linux-os-disk-resized', onLinux(otherwisePossible(notGrown))),
    rule('layers-not-extended', onLinux(otherwisePossible())),
  ],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
