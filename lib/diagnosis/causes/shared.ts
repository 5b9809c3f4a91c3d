import { sameText } from '@/lib/shared/text'
import { rule, type Frame } from './rule'
import type { CauseRule, CauseView } from './types'
import {
  broken,
  failedAt,
  found,
  keyVersion,
  logged,
  missing,
  onLinux,
  onWindows,
  otherwisePossible,
  possible,
  said,
  saidWith,
  strongest,
  unmet,
  where,
  type Weigh,
} from './weigh'

const otherWorks = ({ reading: { facts } }: CauseView): boolean =>
  facts?.otherExtensions.some(({ provisioningState }) =>
    ['Creating', 'Updating', 'Deleting', 'Failed'].some((word) => sameText(provisioningState, word)),
  ) === true

/** Another change of the VM ran at the same time. */
export const changedMeanwhile: Weigh = otherwisePossible(
  where(otherWorks, 'supported', 'other-extensions'),
  unmet('other-work', 'supported'),
  unmet('other-extensions', 'supported'),
)

/** Ubuntu 14.04 with its first kernel runs out of memory and ends the copy. */
const isUbuntu1404 = ({ reading: { facts } }: CauseView): boolean =>
  facts?.osVersion.known === true &&
  facts.osVersion.value.startsWith('14.04') &&
  facts.osName.known &&
  facts.osName.value.toLowerCase().includes('ubuntu')
export const kernelKillsCopy: Weigh = where(isUbuntu1404, 'supported', 'os-type')

/** The stack trace names the procedure for Ubuntu, which has AppArmor instead of SELinux. */
const isUbuntuTrace = ({ reading: { verdict } }: CauseView): boolean =>
  /\/oscrypto\/ubuntu_\d{4}\//.test(verdict.progress.message ?? '')

/**
 * What can keep the OS disk from being unmounted, in the order of the documentation.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export function busyRoot(frame: Frame): readonly CauseRule[] {
  return [
    rule('service-holds-root', otherwisePossible(logged('supported', 'linux-log-precheck-appcompat')), frame),
    rule('data-mounted-below-root', otherwisePossible(), frame),
    rule(
      'selinux-enforcing',
      (view) => (isUbuntuTrace(view) ? null : otherwisePossible(failedAt('supported', 'selinux'))(view)),
      frame,
    ),
    rule(
      'memory-below-minimum',
      otherwisePossible(unmet('memory', 'supported'), logged('supported', 'linux-log-precheck-memory')),
      frame,
    ),
    rule('changed-meanwhile', changedMeanwhile, frame),
    rule('image-not-stock', otherwisePossible(unmet('image', 'supported')), frame),
  ]
}

const notWritten = said('linux-host-keyvault-set-secret')
/** The KEK could not wrap the secret, which does not concern the vault or the secret. */
const notWrapped = (support: 'supported' | 'possible'): Weigh => saidWith(support, 'linux-host-kek-wrap-failed')

/** The host names what failed: other causes count only where they were found. */
const unlessHostNames =
  (weigh: Weigh): Weigh =>
  (view) =>
    strongest(notWritten, notWrapped('possible'))(view) === null ? otherwisePossible(weigh)(view) : found(weigh)(view)

const unlessByKey =
  (weigh: Weigh): Weigh =>
  (view) =>
    notWrapped('possible')(view) === null ? weigh(view) : found(weigh)(view)

/**
 * What keeps the platform from storing the key or reading it back: first what a vault lacks by default or by its place.
 * https://github.com/Azure/azure-linux-extensions/issues/769
 * @param failing how strongly an unmet prerequisite supports the problem at hand
 */
export function vaultCauses(failing: 'shown' | 'supported', frame: Frame): readonly CauseRule[] {
  return [
    rule('vault-gone', found(missing('vault-missing', failing)), frame),
    rule('key-gone', found(strongest(missing('key-missing', failing), notWrapped('possible'))), frame),
    rule('vault-not-enabled', unlessByKey(otherwisePossible(unmet('vault-enabled', failing))), frame),
    rule('vault-in-other-region', unlessHostNames(unmet('vault-region', failing)), frame),
    rule('vault-in-other-subscription', unlessHostNames(unmet('vault-subscription', failing)), frame),
    rule('vault-firewall-shuts-out', otherwisePossible(unmet('vault-firewall', failing)), frame),
    rule('vault-without-soft-delete', unlessHostNames(unmet('vault-soft-delete', failing)), frame),
    rule(
      'key-disabled',
      unlessHostNames(strongest(keyVersion('key-version-disabled', failing), notWrapped('supported'))),
      frame,
    ),
    rule('key-expired', found(strongest(keyVersion('key-version-expired', failing), notWrapped('supported'))), frame),
    rule('key-type-unfit', unlessHostNames(broken('key-type', failing)), frame),
    rule('secrets-policy-denies', unlessByKey(otherwisePossible(unmet('policy-deny', failing))), frame),
  ]
}

/** The same, but only findings count: without a reason the vault is not suspected. */
export function foundVaultCauses(failing: 'shown' | 'supported', frame: Frame): readonly CauseRule[] {
  return vaultCauses(failing, frame).map((cause) => ({ ...cause, weigh: found(cause.weigh) }))
}

/** What stops the agent, or keeps its report from arriving. */
export function silentAgent(): readonly CauseRule[] {
  return [
    rule('agent-outdated', otherwisePossible(unmet('agent-version', 'supported'))),
    // What disconnects the agent is listed before the agent itself, which is silent in both cases.
    rule('network-denies-platform', otherwisePossible(unmet('network-platform', 'shown'))),
    rule('network-denies-storage', otherwisePossible(unmet('network-storage', 'supported'))),
    rule('agent-stopped', otherwisePossible(unmet('agent-ready', 'supported'))),
    rule('metadata-traffic-altered', otherwisePossible(logged('supported', 'linux-log-imds'))),
  ]
}

// 0x803100AE, FVE_E_NOT_ALLOWED_ON_CLUSTER: https://learn.microsoft.com/windows/win32/com/com-error-codes-6
const onCluster = said('win-protectkey-2150695086')
const withoutRoom = said('win-protectkey-no-room')
/** Texts whose number names the cause by itself. */
const namedByNumber: Weigh = strongest(onCluster, withoutRoom)
const policyConflict = otherwisePossible(
  said('guest-bitlocker-policy', 'win-protectkey-policy'),
  saidWith('supported', 'win-protectkey-2150695006', 'win-key-not-saved'),
)
/** Not where the text names another cause. */
const unlessNamed =
  (weigh: Weigh): Weigh =>
  (view) =>
    namedByNumber(view) === null ? weigh(view) : null

/** Reasons that BitLocker itself gives, on Windows. */
export function bitLockerCauses(frame: Frame): readonly CauseRule[] {
  return [
    rule('bitlocker-on-cluster', onWindows(found(onCluster)), frame),
    rule('volume-without-room', onWindows(found(withoutRoom)), frame),
    rule('bitlocker-policy-conflict', onWindows(unlessNamed(policyConflict)), frame),
    rule('bitlocker-managed-by-mbam', onWindows(unlessNamed(possible)), frame),
    rule(
      'storage-spaces-unsupported',
      onWindows(
        unlessNamed(
          otherwisePossible(said('win-storage-spaces-old'), saidWith('supported', 'win-protectkey-2147942450')),
        ),
      ),
      frame,
    ),
    rule(
      'volume-unfit-for-bitlocker',
      onWindows(unlessNamed(otherwisePossible(said('win-protectkey-2147942450')))),
      frame,
    ),
    rule('server-core-lacks-tool', onWindows(unlessNamed(otherwisePossible())), frame),
  ]
}

/** A package manager that waited too long, not ARM. */
const packageTimeouts = [
  'linux-apt-install-timeout',
  'linux-apt-update-timeout',
  'linux-yum-install-timeout',
  'linux-tdnf-install-timeout',
] as const

/** Packages that cannot be downloaded or installed. */
export function packageCauses(frame: Frame): readonly CauseRule[] {
  return [
    rule(
      'packages-unreachable',
      onLinux(otherwisePossible(saidWith('supported', ...packageTimeouts), unmet('network-packages', 'supported'))),
      frame,
    ),
    rule('package-manager-locked', onLinux(found(said('linux-log-package-lock'))), frame),
    rule('package-manager-broken', onLinux(otherwisePossible()), frame),
  ]
}

/** Sizes and disks that the service does not support: encryption fails on them, early or late. */
export function unsupported(frame: Frame): readonly CauseRule[] {
  return [
    rule('size-unsupported', found(unmet('vm-size', 'supported')), frame),
    rule(
      'disk-unsupported',
      found(
        strongest(
          unmet('disk-type', 'supported'),
          unmet('ephemeral-os-disk', 'supported'),
          unmet('shared-disk', 'supported'),
          unmet('write-accelerator', 'supported'),
        ),
      ),
      frame,
    ),
  ]
}
