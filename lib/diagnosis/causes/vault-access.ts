import type { MessageKind } from '@/lib/messages/types'
import type { ProblemKind } from '../kinds'
import { rule } from './rule'
import type { CauseRule } from './types'
import { found, keyVersion, missing, said, saidWith, strongest, unmet, where, type Weigh } from './weigh'

/** Texts that say that the caller lacks permission. */
const rightsMissing = [
  'kv-no-secret-set',
  'kv-no-permission-generic',
  'kv-forbidden-by-rbac',
  'kv-caller-not-permitted',
] as const
/** A storage account or disk encryption set is refused: its own identity, not the caller's, uses the key. */
const serviceRefused: MessageKind = 'kv-encryption-set-refused'
/** Texts that several states of a key can lead to. */
const keyUnclear: readonly MessageKind[] = ['arm-secret-unwrap-failed', 'kv-access-denied-code']
/** Documented for a missing key or secret: https://learn.microsoft.com/azure/backup/backup-encryption-troubleshoot */
const notRetrieved = saidWith('supported', 'kv-secret-not-retrieved')

/** By a word of the text itself, where one kind of text has several subjects. */
function names(pattern: RegExp): Weigh {
  return where(({ reading }) => pattern.test(reading.verdict.progress.message ?? ''), 'shown', 'status-message')
}

/** Whether a code is about access, and not about the state of a key or secret that it names. */
const accessRefused = (message: string | null): boolean => /^KeyVaultAccess(?:Denied|Forbidden)$/.test(message ?? '')

/** Only where the text leaves the state of the key open. */
function whereKeyUnclear(weigh: Weigh): Weigh {
  return (view) => (saidWith('possible', ...keyUnclear)(view) === null ? null : weigh(view))
}

const nearExpiry: Weigh = ({ prerequisites }) => {
  const version = prerequisites.get('key-version')
  if (version?.reason !== 'key-version-expires-soon') return null
  return { support: 'shown', facts: [], prerequisites: [version.kind], values: version.values }
}

/**
 * Refusals of Key Vault, and secrets that the platform cannot unwrap. An expired version still unwraps.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 * https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
 * https://learn.microsoft.com/azure/key-vault/general/move-subscription
 */
export const vaultAccessProblems = {
  'vault-access-refused': [
    rule(
      'caller-lacks-vault-rights',
      strongest(
        said(...rightsMissing),
        saidWith('supported', 'ps-vault-forbidden'),
        where(({ reading }) => accessRefused(reading.verdict.progress.message), 'possible', 'status-message'),
      ),
    ),
    rule(
      'key-disabled',
      strongest(
        names(/KeyVaultKeyNotEnabled|on a disabled key|must be (?:in )?enabled state/),
        whereKeyUnclear(keyVersion('key-version-disabled', 'supported')),
        saidWith('possible', ...keyUnclear, serviceRefused),
      ),
    ),
    rule('secret-disabled', strongest(names(/on a disabled secret/), saidWith('possible', 'kv-secret-not-retrieved'))),
    rule(
      'key-gone',
      strongest(
        names(
          /^KeyNotFound|\b[Kk]ey (?:\S{1,127} is currently in a deleted|with \(name\/id\) \S{1,200} was not found)/,
        ),
        whereKeyUnclear(missing('key-missing', 'supported')),
        saidWith('possible', 'kv-secret-not-retrieved'),
        saidWith('possible', ...keyUnclear, serviceRefused),
      ),
    ),
    rule('service-lacks-key-rights', saidWith('possible', serviceRefused)),
    rule(
      'secret-gone',
      strongest(
        names(
          /SecretNotFound|\b[Ss]ecret (?:\S{1,127} is currently in a deleted|with \(name\/id\) \S{1,200} was not found)/,
        ),
        names(/KeyVaultSecretDoesNotExist/),
        saidWith('possible', 'kv-access-denied-code'),
        notRetrieved,
      ),
    ),
    rule(
      'vault-gone',
      strongest(
        said('kv-vault-deleted'),
        saidWith('possible', 'kv-secret-not-retrieved'),
        found(missing('vault-missing', 'supported')),
      ),
    ),
    rule('vault-not-enabled', found(unmet('vault-enabled', 'supported'))),
    rule(
      'vault-firewall-shuts-out',
      strongest(saidWith('possible', 'kv-firewall-refused'), found(unmet('vault-firewall', 'supported'))),
    ),
    rule('key-expired', names(/on an expired key|Key is expired/)),
    rule(
      'vault-of-former-tenant',
      // The issuer shows two tenants; that the vault’s is the previous one is only one explanation.
      strongest(
        saidWith('supported', 'kv-wrong-issuer'),
        saidWith('possible', ...rightsMissing, 'kv-access-denied-code'),
      ),
    ),
  ],
  'key-expires-soon': [rule('key-near-expiry', nearExpiry)],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
