import { describe, expect, it } from 'vitest'
import { problemsIn } from '../diagnose'
import type { InsideEvidence } from '../inside/types'
import { problemKinds } from '../kinds'
import { prerequisiteKinds, type PrerequisiteKind } from '../readiness/kinds'
import { messageKindsInLogs } from '../testing/log-lines'
import { problemCases } from '../testing/problem-cases'
import { readingOfCase } from '../testing/reading-of-case'
import { causesOf } from './rank'
import type { Cause } from './types'
import { prerequisite } from '../testing/case-parts'

type LogKind = (typeof messageKindsInLogs)[number]
type Table<Kind extends string> = Readonly<Partial<Record<Kind, readonly string[]>>>

/** For each prerequisite that is not met: the causes it supports, as `problem: cause support`. */
const byPrerequisite: Table<PrerequisiteKind> = {
  'vm-size': [
    'os-failed-disk-untouched: size-unsupported supported',
    'failed-without-known-cause: size-unsupported supported',
  ],
  memory: [
    'os-failed-disk-untouched: memory-below-minimum supported',
    'mount-busy: memory-below-minimum supported',
    'no-space-left: memory-below-minimum supported',
    'failed-without-known-cause: memory-below-minimum supported',
  ],
  'ephemeral-os-disk': [
    'os-failed-disk-untouched: disk-unsupported supported',
    'failed-without-known-cause: disk-unsupported supported',
  ],
  image: ['os-failed-disk-untouched: image-not-stock supported', 'mount-busy: image-not-stock supported'],
  'other-work': [
    'os-failed-disk-touched: changed-meanwhile supported',
    'os-failed-disk-untouched: changed-meanwhile supported',
    'data-encryption-failed: changed-meanwhile supported',
    'mount-busy: changed-meanwhile supported',
  ],
  names: ['host-rejected-key-settings: names-unfit supported'],
  'disk-type': [
    'os-failed-disk-untouched: disk-unsupported supported',
    'failed-without-known-cause: disk-unsupported supported',
  ],
  'shared-disk': [
    'os-failed-disk-untouched: disk-unsupported supported',
    'failed-without-known-cause: disk-unsupported supported',
  ],
  'write-accelerator': [
    'os-failed-disk-untouched: disk-unsupported supported',
    'failed-without-known-cause: disk-unsupported supported',
  ],
  'data-disk-coverage': ['data-disk-not-covered: attached-after-encryption supported'],
  'vault-region': [
    'host-rejected-key-settings: vault-in-other-region shown',
    'key-update-failed: vault-in-other-region supported',
    'failed-without-known-cause: vault-in-other-region supported',
    'vault-unfit: vault-in-other-region shown',
    'restart-pending: vault-in-other-region supported',
  ],
  'vault-subscription': [
    'host-rejected-key-settings: vault-in-other-subscription shown',
    'key-update-failed: vault-in-other-subscription supported',
    'failed-without-known-cause: vault-in-other-subscription supported',
    'vault-unfit: vault-in-other-subscription shown',
    'restart-pending: vault-in-other-subscription supported',
  ],
  'vault-enabled': [
    'host-rejected-key-settings: vault-not-enabled shown',
    'key-volume-missing: vault-not-enabled supported',
    'key-update-failed: vault-not-enabled supported',
    'vault-access-refused: vault-not-enabled supported',
    'failed-without-known-cause: vault-not-enabled supported',
    'vault-unfit: vault-not-enabled shown',
    'restart-pending: vault-not-enabled supported',
  ],
  'vault-soft-delete': [
    'host-rejected-key-settings: vault-without-soft-delete shown',
    'key-update-failed: vault-without-soft-delete supported',
    'failed-without-known-cause: vault-without-soft-delete supported',
    'vault-unfit: vault-without-soft-delete shown',
    'restart-pending: vault-without-soft-delete supported',
  ],
  'vault-firewall': [
    'host-rejected-key-settings: vault-firewall-shuts-out shown',
    'key-volume-missing: vault-firewall-shuts-out supported',
    'dual-pass-vault-access-failed: vault-firewall-shuts-out supported',
    'key-update-failed: vault-firewall-shuts-out supported',
    'vault-access-refused: vault-firewall-shuts-out supported',
    'failed-without-known-cause: vault-firewall-shuts-out supported',
    'vault-unfit: vault-firewall-shuts-out shown',
    'restart-pending: vault-firewall-shuts-out supported',
  ],
  'vault-url': [
    'host-rejected-key-settings: vault-reference-malformed shown',
    'vault-unfit: vault-reference-malformed shown',
  ],
  'key-type': [
    'host-rejected-key-settings: key-type-unfit shown',
    'key-encryption-key-invalid: key-type-unfit supported',
    'key-update-failed: key-type-unfit supported',
    'failed-without-known-cause: key-type-unfit supported',
    'vault-unfit: key-type-unfit shown',
    'restart-pending: key-type-unfit supported',
  ],
  'key-version': [
    'host-rejected-key-settings: key-disabled shown',
    'key-volume-missing: key-disabled supported',
    'secure-key-release-failed: key-disabled supported',
    'key-update-failed: key-disabled supported',
    'failed-without-known-cause: key-disabled supported',
    'vault-unfit: key-disabled shown',
    'restart-pending: key-disabled supported',
  ],
  'secret-present': ['key-volume-missing: secret-gone shown', 'vault-unfit: secret-gone shown'],
  'policy-deny': [
    'host-rejected-key-settings: secrets-policy-denies shown',
    'key-update-failed: secrets-policy-denies supported',
    'failed-without-known-cause: secrets-policy-denies supported',
    'vault-unfit: secrets-policy-denies shown',
    'policy-denies-encryption: secrets-policy-denies shown',
    'restart-pending: secrets-policy-denies supported',
  ],
  locks: ['lock-blocks-changes: lock-forbids shown'],
  'network-platform': [
    'host-rejected-key-settings: network-denies-platform supported',
    'metadata-service-unreachable: network-denies-platform shown',
    'failed-without-known-cause: network-denies-platform shown',
    'network-unfit: network-denies-platform shown',
    'encryption-overdue: network-denies-platform shown',
    'report-missing: network-denies-platform shown',
    'agent-not-ready: network-denies-platform shown',
  ],
  'network-storage': [
    'failed-without-known-cause: network-denies-storage supported',
    'network-unfit: network-denies-storage shown',
    'encryption-overdue: network-denies-storage supported',
    'report-missing: network-denies-storage supported',
    'agent-not-ready: network-denies-storage supported',
  ],
  'network-entra-vault': [
    'dual-pass-vault-access-failed: network-denies-entra-vault shown',
    'failed-without-known-cause: network-denies-entra-vault supported',
    'network-unfit: network-denies-entra-vault shown',
  ],
  'network-packages': [
    'os-failed-disk-untouched: packages-unreachable supported',
    'packages-not-installed: packages-unreachable supported',
    'failed-without-known-cause: packages-unreachable supported',
  ],
  'agent-ready': [
    'failed-without-known-cause: agent-stopped supported',
    'encryption-overdue: agent-stopped supported',
    'report-missing: agent-stopped supported',
    'agent-not-ready: agent-stopped supported',
  ],
  'agent-version': [
    'failed-without-known-cause: agent-outdated supported',
    'encryption-overdue: agent-outdated supported',
    'report-unreadable: agent-outdated supported',
    'report-missing: agent-outdated supported',
    'agent-not-ready: agent-outdated supported',
  ],
  'other-extensions': [
    'os-failed-disk-touched: changed-meanwhile supported',
    'os-failed-disk-untouched: changed-meanwhile supported',
    'data-encryption-failed: changed-meanwhile supported',
    'mount-busy: changed-meanwhile supported',
  ],
}

/** The same for each line of a console log. */
const byLine: Table<LogKind> = {
  'linux-bek-not-attached': ['decryption-failed: key-volume-detached supported'],
  'linux-log-device-skipped': [
    'data-not-encrypted-after-success: data-volume-skipped supported',
    'data-disk-not-covered: data-volume-skipped supported',
  ],
  'linux-log-fs-unsupported': [
    'data-encryption-failed: file-system-not-in-place supported',
    'data-not-encrypted-after-success: file-system-not-in-place supported',
    'data-disk-not-covered: file-system-not-in-place supported',
  ],
  'linux-log-precheck-appcompat': [
    'os-failed-disk-untouched: service-holds-root supported',
    'mount-busy: service-holds-root supported',
    'failed-without-known-cause: service-holds-root supported',
  ],
  'linux-log-precheck-memory': [
    'os-failed-disk-untouched: memory-below-minimum supported',
    'mount-busy: memory-below-minimum supported',
    'failed-without-known-cause: memory-below-minimum supported',
  ],
  'linux-log-fs-needs-format': [
    'data-encryption-failed: file-system-not-in-place supported',
    'data-not-encrypted-after-success: file-system-not-in-place supported',
  ],
  'linux-log-no-shrink-space': ['data-encryption-failed: no-room-for-header supported'],
  'linux-log-package-lock': ['key-volume-missing: packages-missing supported'],
  'linux-log-umount-error': [
    'data-encryption-failed: data-volume-in-use supported',
    'data-not-encrypted-after-success: data-volume-skipped supported',
  ],
  'linux-log-imds': [
    'metadata-service-unreachable: metadata-traffic-altered shown',
    'failed-without-known-cause: metadata-traffic-altered supported',
    'encryption-overdue: metadata-traffic-altered supported',
    'report-missing: metadata-traffic-altered supported',
    'agent-not-ready: metadata-traffic-altered supported',
  ],
}

interface Around {
  readonly unmet?: PrerequisiteKind
  readonly line?: LogKind
}

const logOf = (kind: LogKind): InsideEvidence => ({
  source: 'pasted',
  lines: [{ kind, text: 'x', line: 1, at: null }],
  steps: [],
  cut: false,
})

/** The VM that shows each problem, with that problem. */
const shown = () =>
  problemKinds.flatMap((kind) => {
    const reading = readingOfCase(problemCases[kind])
    return problemsIn(reading).flatMap((problem) => (problem.kind === kind ? [{ reading, problem }] : []))
  })

/** For all problems: the causes whose support changes with a related resource or a log line. */
function supportedCauses(on: ReturnType<typeof shown>, { unmet, line }: Around, concerns: (cause: Cause) => boolean) {
  return on.flatMap(({ reading, problem }) => {
    const more = unmet === undefined ? [] : [[unmet, prerequisite(unmet, 'fail')] as const]
    const prerequisites = new Map([...reading.prerequisites, ...more])
    return causesOf({ reading, problem, prerequisites, inside: line === undefined ? null : logOf(line) })
      .filter(concerns)
      .map(({ kind, support }) => `${problem.kind}: ${kind} ${support}`)
  })
}

/** Only the entries of a table that support a cause. */
const table = <Kind extends string>(kinds: readonly Kind[], linesOf: (kind: Kind) => readonly string[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, linesOf(kind)] as const).filter(([, lines]) => lines.length > 0))

describe('related resources support their cause and no other', () => {
  it('by a prerequisite that is not met', () => {
    const on = shown()
    const linesOf = (unmet: PrerequisiteKind) =>
      supportedCauses(on, { unmet }, ({ prerequisites }) => prerequisites.includes(unmet))
    expect(table(prerequisiteKinds, linesOf)).toEqual(byPrerequisite)
  })

  it('by a line of a log', () => {
    const on = shown()
    const linesOf = (line: LogKind) => supportedCauses(on, { line }, ({ facts }) => facts.includes('console-log'))
    expect(table(messageKindsInLogs, linesOf)).toEqual(byLine)
  })
})
