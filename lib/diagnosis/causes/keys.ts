import type { ProblemKind } from '../kinds'
import type { StepKind } from '../steps/kinds'
import { plain, retry, rule, singlePass, type Frame } from './rule'
import { foundVaultCauses, vaultCauses } from './shared'
import type { CauseRule, CauseView } from './types'
import {
  always,
  broken,
  found,
  keyVersion,
  logged,
  missing,
  onLinux,
  onWindows,
  otherwisePossible,
  said,
  saidWith,
  strongest,
  unmet,
  where,
  type Weigh,
} from './weigh'

/** The platform attaches a key volume only at a start after deallocation, once the cause is removed. */
const attachAnew: Frame = {
  check: ['show-encryption', 'see-key-volume'],
  first: [],
  then: ['snapshot-disks', 'prove-key-on-copy', 'deallocate-and-start'],
}
const whileRunsMayGoOn: Frame = { ...retry, check: ['show-encryption'] }
/** A failed change of the key: the key file must be checked before any restart or new request. */
const keyChange: Frame = {
  check: ['see-key-file'],
  first: ['keep-vm-running', 'snapshot-disks'],
  then: ['ask-support'],
}

/** The next request can empty the key file again, and a restart may follow it: that is left to Azure support. */
function withoutRequest(cause: CauseRule): CauseRule {
  const kept = cause.steps.map((kind): StepKind => (kind === 'enable-with-right-vault' ? 'ask-support' : kind))
  return { ...cause, steps: [...new Set(kept)] }
}

/** https://github.com/Azure/azure-linux-extensions/issues/2035 */
const keysNotTaken = ({ reading: { verdict } }: CauseView): boolean =>
  verdict.progress.messageKind === 'linux-update-settings-failed'

/** Texts after a mount by label that failed; a volume that is not attached has a text of its own. */
const foundByLabel = [
  'linux-bek-no-partition',
  'linux-bek-not-mounted',
  'linux-bek-missing-old-wording',
  'linux-bek-not-found-old',
  'linux-key-file-missing',
] as const

/** The key file could not be read, which has more causes than a key volume that is not attached. */
const keyFileUnread = ({ reading: { verdict } }: CauseView): boolean =>
  ['linux-key-file-missing', 'linux-passphrase-missing'].includes(verdict.progress.messageKind ?? '')

/** Not where the call of the vault had no answer at all. */
const unlessUnreached =
  (weigh: Weigh): Weigh =>
  (view) =>
    view.reading.verdict.progress.messageKind === 'dual-kv-getheader' ? null : weigh(view)

/** Problems with the vault, the key, and access to them. */
export const keyProblems = {
  'host-rejected-key-settings': [
    rule('host-did-not-answer', found(said('linux-host-no-answer')), retry),
    rule('network-denies-platform', found(unmet('network-platform', 'supported')), retry),
    ...vaultCauses('shown', retry),
    rule('vault-reference-malformed', otherwisePossible(unmet('vault-url', 'shown')), retry),
    rule('names-unfit', otherwisePossible(unmet('names', 'supported'))),
  ],
  // ARM's text names two causes and leaves open which of them it is; a client's names one.
  'vault-refused': [
    rule(
      'vault-not-enabled',
      found(strongest(said('cli-kv-not-enabled'), saidWith('supported', 'arm-vault-unfit'))),
      retry,
    ),
    rule('vault-id-mismatched', found(saidWith('supported', 'arm-vault-unfit'))),
    rule('vault-in-other-region', found(said('cli-region-mismatch'))),
    rule('vault-in-other-subscription', found(said('cli-subscription-mismatch'))),
  ],
  'key-vault-reference-invalid': [rule('vault-reference-malformed', always('shown', 'status-message'), retry)],
  'key-change-begun': [rule('vault-address-differs', always('shown', 'status-message'))],
  'key-encryption-key-invalid': [
    rule('key-reference-malformed', always('shown', 'status-message'), retry),
    rule('key-type-unfit', found(broken('key-type', 'supported')), retry),
  ],
  'key-volume-missing': [
    rule('vault-gone', found(missing('vault-missing', 'shown')), attachAnew),
    // A volume without the expected partition is attached.
    rule('key-volume-detached', otherwisePossible(said('linux-bek-not-attached'))),
    rule('automount-disabled', onWindows(saidWith('possible', 'win-bek-missing')), attachAnew),
    rule(
      'packages-missing',
      onLinux(
        strongest(logged('supported', 'linux-log-package-lock'), where(keyFileUnread, 'possible', 'status-message')),
      ),
      whileRunsMayGoOn,
    ),
    rule('vault-not-enabled', otherwisePossible(unmet('vault-enabled', 'supported')), attachAnew),
    rule('key-gone', found(missing('key-missing', 'shown')), attachAnew),
    rule('secret-gone', otherwisePossible(unmet('secret-present', 'shown')), attachAnew),
    rule('vault-firewall-shuts-out', otherwisePossible(unmet('vault-firewall', 'supported')), attachAnew),
    rule('key-disabled', otherwisePossible(keyVersion('key-version-disabled', 'supported')), attachAnew),
    rule('key-volume-module-removed', onLinux(otherwisePossible(said('linux-bek-no-vfat')))),
    rule('key-volume-relabelled', onLinux(saidWith('possible', ...foundByLabel))),
  ],
  'secure-key-release-failed': [
    rule('identity-may-not-release-key', always('shown', 'status-message'), retry),
    rule('key-disabled', found(keyVersion('key-version-disabled', 'supported')), retry),
    rule('key-expired', found(keyVersion('key-version-expired', 'supported')), retry),
  ],
  'dual-pass-vault-access-failed': [
    rule(
      'network-denies-entra-vault',
      otherwisePossible(
        strongest(unmet('network-entra-vault', 'shown'), saidWith('supported', 'win-connection-failed')),
      ),
      retry,
    ),
    // The vault is asked without a sign-in first: where that call fails, rights are not the cause.
    rule(
      'application-lacks-rights',
      unlessUnreached(
        otherwisePossible(said('win-access-denied', 'win-entra-sign-in-failed', 'linux-entra-sign-in-failed')),
      ),
      retry,
    ),
    // The address of the vault in place of a key's. https://github.com/Azure/azure-linux-extensions/issues/383
    rule('key-reference-malformed', onLinux(always('possible')), retry),
    // https://github.com/Azure/azure-linux-extensions/issues/672
    rule('release-lacks-python', onLinux(always('possible')), singlePass),
    rule('request-malformed', found(said('dual-pre-aad-client-id', 'dual-pre-aad-client-id-absent')), retry),
    rule('vault-firewall-shuts-out', otherwisePossible(unmet('vault-firewall', 'supported')), retry),
    rule('dual-pass-chosen', always('possible', 'extension-version')),
  ],
  'key-update-failed': [
    rule('key-volume-detached', found(said('linux-update-passphrase-missing'))),
    rule(
      'key-file-emptied',
      onLinux(
        otherwisePossible(
          saidWith('supported', 'linux-log-key-not-stored', 'linux-log-no-key-slot'),
          where(keysNotTaken, 'supported', 'status-message'),
        ),
      ),
    ),
    ...foundVaultCauses('supported', keyChange).map(withoutRequest),
    rule('cause-only-in-log', always('possible'), keyChange),
  ],
  'vault-unfit': [
    ...foundVaultCauses('shown', plain),
    rule('vault-reference-malformed', found(unmet('vault-url', 'shown')), retry),
    rule('secret-gone', found(unmet('secret-present', 'shown'))),
  ],
  'network-unfit': [
    rule('network-denies-platform', found(unmet('network-platform', 'shown'))),
    rule('network-denies-entra-vault', found(unmet('network-entra-vault', 'shown'))),
    rule('network-denies-storage', found(unmet('network-storage', 'shown'))),
  ],
  'policy-denies-encryption': [
    rule('secrets-policy-denies', found(unmet('policy-deny', 'shown'))),
    rule('other-policy-denies', always('possible')),
  ],
  'lock-blocks-changes': [rule('lock-forbids', found(unmet('locks', 'shown')))],
  'metadata-service-unreachable': [
    rule(
      'metadata-traffic-altered',
      strongest(logged('shown', 'linux-log-imds'), always('supported', 'status-message')),
      retry,
    ),
    rule('network-denies-platform', otherwisePossible(unmet('network-platform', 'shown')), retry),
  ],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
