import { expect, it } from 'vitest'
import { problemsIn } from '../diagnose'
import { problemKinds, type ProblemKind } from '../kinds'
import type { StepKind } from '../steps/kinds'
import { problemCases } from '../testing/problem-cases'
import { readingOfCase } from '../testing/reading-of-case'
import { causesOf } from './rank'

/**
 * The VM that shows each problem, with nothing more known around it: the first step that is advised, then the causes in
 * the order in which they are shown, each with how much speaks for it and with what it was weighed by.
 */
const expected: Readonly<Record<ProblemKind, readonly [StepKind, ...(readonly string[])]>> = {
  'os-failed-disk-touched': [
    'save-boot-log',
    'copy-interrupted supported status-message',
    'boot-files-not-written possible',
    'root-cannot-shrink possible',
    'root-layout-unusual possible',
    'memory-file-system-full possible',
    'changed-meanwhile possible',
    'cause-only-in-log possible',
  ],
  'os-failed-disk-untouched': [
    'save-boot-log',
    'memory-file-system-full supported status-message',
    'service-holds-root possible',
    'data-mounted-below-root possible',
    'selinux-enforcing possible',
    'memory-below-minimum possible',
    'changed-meanwhile possible',
    'image-not-stock possible',
    'root-layout-unusual possible',
    'cause-only-in-log possible',
  ],
  'os-failed-while-resuming': [
    'save-boot-log',
    'background-copy-stopped shown status-message',
    'cause-only-in-log possible',
  ],
  'data-resume-failed': ['show-snapshots', 'data-copy-interrupted shown status-message'],
  'data-file-system-unsupported': ['see-file-systems', 'file-system-not-in-place shown status-message'],
  'data-encryption-failed': [
    'see-what-holds-data',
    'data-volume-in-use possible',
    'no-room-for-header possible',
    'file-system-not-in-place possible',
    'changed-meanwhile possible',
    'cause-only-in-log possible',
  ],
  'mount-busy': [
    'save-boot-log',
    'service-holds-root possible',
    'data-mounted-below-root possible',
    'selinux-enforcing possible',
    'memory-below-minimum possible',
    'changed-meanwhile possible',
    'image-not-stock possible',
  ],
  'host-rejected-key-settings': [
    'show-vault',
    'vault-firewall-shuts-out possible',
    'vault-not-enabled possible',
    'vault-in-other-region possible',
    'vault-in-other-subscription possible',
    'vault-without-soft-delete possible',
    'key-disabled possible',
    'key-type-unfit possible',
    'secrets-policy-denies possible',
    'vault-reference-malformed possible',
    'names-unfit possible',
  ],
  'key-vault-reference-invalid': ['show-this-extension', 'vault-reference-malformed shown status-message'],
  'key-encryption-key-invalid': ['show-this-extension', 'key-reference-malformed shown status-message'],
  'key-volume-missing': [
    'see-key-volume',
    'key-volume-detached shown status-message',
    'vault-not-enabled possible',
    'secret-gone possible',
    'vault-firewall-shuts-out possible',
    'key-disabled possible',
    'key-volume-module-removed possible',
  ],
  'packages-not-installed': ['see-package-manager', 'packages-unreachable possible', 'package-manager-broken possible'],
  'memory-too-small': ['show-size', 'memory-below-minimum shown status-message'],
  'lvm-layout-unsupported': ['see-lvm-layout', 'lvm-layout-custom shown status-message'],
  'distribution-unsupported': ['see-kernel', 'distribution-not-listed shown status-message'],
  'volume-type-rejected': [
    'show-this-extension',
    'volume-type-narrowed shown status-message',
    'volume-type-unknown possible',
  ],
  'confidential-vm-blocked': ['show-this-extension', 'confidential-os-volume shown status-message'],
  'secure-key-release-failed': ['show-this-extension', 'identity-may-not-release-key shown status-message'],
  'kernel-module-missing': ['see-modules', 'key-volume-module-removed shown status-message'],
  'metadata-service-unreachable': [
    'see-metadata-service',
    'metadata-traffic-altered supported status-message',
    'network-denies-platform possible',
  ],
  'request-rejected': ['show-this-extension', 'request-malformed shown status-message'],
  'bitlocker-rejected': [
    'see-windows-volumes',
    'bitlocker-on-cluster shown status-message',
    'volume-unfit-for-bitlocker possible',
    'server-core-lacks-tool possible',
    'cause-only-in-log possible',
  ],
  'windows-extension-fault': [
    'show-this-extension',
    'windows-extension-version shown status-message',
    'cause-only-in-log possible',
  ],
  'dual-pass-vault-access-failed': [
    'show-network-rules',
    'network-denies-entra-vault possible',
    'application-lacks-rights possible',
    'vault-firewall-shuts-out possible',
    'dual-pass-chosen possible extension-version',
  ],
  'decryption-failed': [
    'see-extension-log',
    'decryption-stopped-on-volume shown status-message',
    'key-volume-detached possible',
    'cause-only-in-log possible',
  ],
  'key-update-failed': ['see-key-file', 'key-file-emptied supported status-message', 'cause-only-in-log possible'],
  'migration-failed': ['see-extension-log', 'migration-stopped shown status-message', 'cause-only-in-log possible'],
  'failed-without-known-cause': ['save-boot-log', 'cause-only-in-log supported status-message'],
  'vault-unfit': ['show-vault', 'vault-firewall-shuts-out shown'],
  'network-unfit': ['show-network-rules', 'network-denies-platform shown'],
  'policy-denies-encryption': ['show-policies', 'secrets-policy-denies shown', 'other-policy-denies possible'],
  'lock-blocks-changes': ['show-locks', 'lock-forbids shown'],
  'stamped-but-not-encrypted': [
    'show-encryption',
    'stamp-comes-first supported disk-stamps substatus',
    'decrypted-inside possible disk-stamps substatus',
  ],
  'restart-pending': ['save-boot-log', 'restart-awaited shown substatus status-message'],
  'encrypted-but-not-stamped': [
    'show-disk-settings',
    'settings-cleared-only supported disk-stamps',
    'report-cut-or-old possible substatus',
  ],
  'stamped-after-failed-run': ['show-encryption', 'stamp-comes-first shown disk-stamps provisioning-state'],
  'data-not-encrypted-after-success': [
    'see-what-holds-data',
    'data-volume-skipped possible',
    'not-mounted-in-guest possible',
    'file-system-not-in-place possible',
    'stacked-volumes possible',
  ],
  'data-disk-not-covered': [
    'show-disk-settings',
    'attached-after-encryption possible',
    'data-volume-skipped possible',
    'file-system-not-in-place possible',
  ],
  'data-disks-not-mounted': ['see-mounts', 'not-mounted-in-guest supported substatus data-disks'],
  'decryption-not-resuming': ['show-encryption', 'decryption-interrupted supported substatus status-message'],
  'encryption-overdue': [
    'show-disk-traffic',
    'copy-no-longer-runs supported status-message',
    'copy-takes-hours possible status-message',
  ],
  'decryption-running': ['show-encryption', 'decryption-goes-on shown substatus'],
  'disable-refused-os-encrypted': ['see-encryption-inside', 'linux-os-cannot-be-decrypted shown status-message'],
  'query-sent-to-single-pass': ['show-encryption', 'query-replaced-status shown status-message'],
  'extension-removed': ['show-extensions', 'removed-before-disabled shown extension-list disk-stamps'],
  'extension-deprecated': ['show-extensions', 'deprecated-publisher shown extension-list'],
  'extension-wrong-os': ['show-extensions', 'extension-for-other-os shown extension-list os-type'],
  'other-extension-failed': ['show-extensions', 'other-extension-broken shown other-extensions'],
  'other-extension-running': ['show-recent-changes', 'operation-goes-on shown other-extensions'],
  'two-kinds-of-encryption': ['show-disk-settings', 'two-encryptions-chosen shown security-profile data-disks'],
  'report-unreadable': ['show-this-extension', 'report-cut-or-old supported substatus'],
  'report-missing': [
    'show-extensions',
    'extension-not-started possible extension-list',
    'agent-outdated possible',
    'network-denies-platform possible',
    'network-denies-storage possible',
    'agent-stopped possible',
    'metadata-traffic-altered possible',
  ],
  'agent-not-ready': [
    'show-agent',
    'agent-outdated possible',
    'network-denies-platform possible',
    'network-denies-storage possible',
    'agent-stopped possible',
    'metadata-traffic-altered possible',
    'extension-not-started possible agent-status',
  ],
  'agent-too-old': ['show-agent', 'agent-outdated shown agent-version'],
  'vm-not-running': ['show-power-state', 'switched-off shown power-state'],
  'os-encryption-silent-phase': ['show-encryption', 'copy-takes-hours shown status-message substatus'],
  'success-text-not-the-end': ['show-encryption', 'work-goes-on shown substatus'],
  'harmless-unmount-attempt': ['show-encryption', 'normal-step shown status-code status-message'],
  'harmless-stripped-down-restart': ['show-encryption', 'normal-step shown status-code status-message'],
  'operation-running': ['show-recent-changes', 'operation-goes-on shown provisioning-state'],
  'message-unrecognised': ['show-encryption', 'text-unknown shown status-message'],
  'extension-renamed': ['show-this-extension', 'named-by-template shown extension-name'],
  'dual-pass-leftover': ['show-disk-settings', 'dual-pass-disabled shown model-settings'],
  'dual-pass-in-use': ['show-this-extension', 'dual-pass-chosen shown model-settings extension-version'],
}

it.each(problemKinds)('%s has its causes in order, and a first step', (kind) => {
  const reading = readingOfCase(problemCases[kind])
  const { prerequisites } = reading
  const causes = problemsIn(reading)
    .filter((problem) => problem.kind === kind)
    .flatMap((problem) => causesOf({ reading, problem, prerequisites, inside: null }))
  const told = causes.map((cause) => [cause.kind, cause.support, ...cause.facts].join(' '))
  expect([causes[0]?.steps[0], ...told]).toEqual(expected[kind])
})
