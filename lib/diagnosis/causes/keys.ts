import type { ProblemKind } from '../kinds'
import { plain, retry, rule } from './rule'
import { foundVaultCauses, vaultCauses } from './shared'
import type { CauseRule } from './types'
import { always, broken, found, logged, onLinux, otherwisePossible, said, strongest, unmet } from './weigh'

/** Problems with the vault, the key and the way to them. */
export const keyProblems = {
  'host-rejected-key-settings': [
    rule('host-did-not-answer', found(said('linux-host-no-answer')), retry),
    ...vaultCauses('shown', retry),
    rule('vault-reference-malformed', otherwisePossible(unmet('vault-url', 'shown')), retry),
    rule('names-unfit', otherwisePossible(unmet('names', 'supported'))),
  ],
  'key-vault-reference-invalid': [rule('vault-reference-malformed', always('shown', 'status-message'), retry)],
  'key-encryption-key-invalid': [
    rule('key-reference-malformed', always('shown', 'status-message'), retry),
    rule('key-type-unfit', found(broken('key-type', 'supported')), retry),
  ],
  'key-volume-missing': [
    rule('secret-gone', otherwisePossible(unmet('secret-present', 'shown'))),
    rule('vault-firewall-shuts-out', otherwisePossible(unmet('vault-firewall', 'supported'))),
    rule('key-disabled-or-expired', otherwisePossible(broken('key-version', 'supported'))),
    rule('key-volume-module-removed', onLinux(otherwisePossible(said('linux-bek-no-vfat')))),
    rule('key-volume-detached', otherwisePossible(said('linux-bek-not-attached', 'linux-bek-no-partition'))),
  ],
  'secure-key-release-failed': [
    rule('identity-may-not-release-key', always('shown', 'status-message'), retry),
    rule('key-disabled-or-expired', found(broken('key-version', 'supported')), retry),
  ],
  'dual-pass-vault-access-failed': [
    rule('network-denies-entra-vault', otherwisePossible(unmet('network-entra-vault', 'shown')), retry),
    rule('application-lacks-rights', otherwisePossible(said('win-access-denied')), retry),
    rule('request-malformed', found(said('dual-pre-aad-client-id', 'dual-pre-aad-client-id-absent')), retry),
    rule('vault-firewall-shuts-out', otherwisePossible(unmet('vault-firewall', 'supported')), retry),
    rule('dual-pass-chosen', always('possible', 'extension-version')),
  ],
  'key-update-failed': [
    ...foundVaultCauses('supported', retry),
    rule('key-volume-detached', otherwisePossible(said('linux-update-passphrase-missing')), retry),
    rule('cause-only-in-log', always('possible'), retry),
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
