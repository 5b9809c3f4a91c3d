import type { ProblemKind } from '../kinds'
import { retry, rule } from './rule'
import { bitLockerCauses, foundVaultCauses, packageCauses, silentAgent, unsupported } from './shared'
import type { CauseRule, CauseView } from './types'
import { always, found, logged, onWindows, otherwisePossible, said, saidWith, strongest, unmet, where } from './weigh'

const otherFailed = ({ reading: { facts } }: CauseView): boolean =>
  facts?.otherExtensions.some(({ provisioningState }) => provisioningState?.toLowerCase() === 'failed') === true

/** A failure whose text names no cause: findings in related resources come first, then the log. */
const failedWithoutCause: readonly CauseRule[] = [
  ...foundVaultCauses('supported', retry),
  ...unsupported(retry),
  ...silentAgent().map((cause) => ({ ...cause, weigh: found(cause.weigh) })),
  rule('network-denies-entra-vault', found(unmet('network-entra-vault', 'supported')), retry),
  rule(
    'memory-below-minimum',
    found(strongest(unmet('memory', 'supported'), logged('supported', 'linux-log-precheck-memory'))),
    retry,
  ),
  rule('service-holds-root', found(logged('supported', 'linux-log-precheck-appcompat')), retry),
  ...packageCauses(retry).map((cause) => ({ ...cause, weigh: found(cause.weigh) })),
  rule('other-extension-broken', found(where(otherFailed, 'supported', 'other-extensions'))),
  ...bitLockerCauses(retry).map((cause) => ({ ...cause, weigh: found(cause.weigh) })),
  rule('cause-only-in-log', always('supported', 'status-message'), retry),
]

/** The text names two known types: neither is invalid. */
const narrowed = said('linux-pre-volume-type-change')

/** Requests that were wrong, or that could not be carried out. */
export const requestProblems = {
  'failed-without-known-cause': failedWithoutCause,
  'volume-type-rejected': [
    rule('volume-type-narrowed', found(narrowed)),
    rule('scale-set-os-volume', found(said('linux-pre-volume-type-vmss', 'cli-vmss-os-unsupported'))),
    rule('volume-type-unknown', (view) =>
      narrowed(view) === null
        ? otherwisePossible(said('linux-pre-volume-type', 'dual-volume-type-not-supported'))(view)
        : null,
    ),
  ],
  'request-rejected': [rule('request-malformed', always('shown', 'status-message'), retry)],
  'bitlocker-rejected': [...bitLockerCauses(retry), rule('cause-only-in-log', always('possible'), retry)],
  'windows-extension-fault': [
    rule('windows-extension-version', onWindows(otherwisePossible(said('win-nvme-null-reference'))), retry),
    rule('volume-label-unreadable', found(saidWith('supported', 'win-volume-label')), retry),
    rule('log-file-locked', found(said('win-log-locked')), retry),
    rule('windows-service-missing', found(said('win-winrm'))),
    rule('cause-only-in-log', always('possible'), retry),
  ],
  'migration-failed': [
    rule('migration-stopped', always('shown', 'status-message')),
    rule('cause-only-in-log', always('possible')),
  ],
  'disable-refused-os-encrypted': [rule('linux-os-cannot-be-decrypted', always('shown', 'status-message'))],
  'query-sent-to-single-pass': [rule('query-replaced-status', always('shown', 'status-message'), retry)],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
