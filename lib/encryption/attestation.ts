import type { AttestationFacts } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { matchText, type MessageMatch } from '@/lib/messages/match'
import { otherProtectionOf } from './confidential'
import type { EvidenceCell, EvidenceRow, EvidenceValue } from './evidence-types'
import { reportOfExtension } from './report'
import { stateOfData, stateOfVm } from './roll-up'
import type { Flag, Verdict, VolumeVerdict } from './types'

/** What an audit from inside the VM says about disk encryption. */
type Statement = 'encrypted' | 'at-host' | 'os-plain' | 'data-plain' | 'plain' | 'nothing'

/** An audit from inside the VM, interpreted. */
export interface Attestation {
  readonly says: Statement
  /** The reason as the audit wrote it. */
  readonly phrase: string | null
  /** ISO time of the audit. */
  readonly checkedAt: string
}

/** Audits run every few minutes; an audit older than a day comes from a VM that has not reported since. */
const freshMilliseconds = 24 * 60 * 60 * 1000

/**
 * Azure Policy's guest configuration for Linux and Windows accepts encryption at host or ADE and gives its reason.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/mdc-recommendation/helper-scripts
 */
const statements = new Map<MessageMatch['kind'], { readonly says: Statement; readonly compliant: boolean }>([
  ['mdc-compliant-ade', { says: 'encrypted', compliant: true }],
  ['mdc-compliant-hbe', { says: 'at-host', compliant: true }],
  ['mdc-os-not-encrypted', { says: 'os-plain', compliant: false }],
  ['mdc-not-fully-encrypted', { says: 'data-plain', compliant: false }],
  ['mdc-missing', { says: 'plain', compliant: false }],
])

/**
 * Interprets an audit. Null where no audit exists, where its time is missing, or where it is more than a day old or
 * from the future: it then says nothing about the present VM. A reason that does not fit its own result leads to
 * `nothing`.
 * @param now ISO time
 */
export function attestationOf(facts: AttestationFacts, now: string): Attestation | null {
  const { compliant, checkedAt, reasons } = facts
  if (checkedAt === null || compliant === null) return null
  const age = Date.parse(now) - Date.parse(checkedAt)
  if (Number.isNaN(age) || age > freshMilliseconds || age < -freshMilliseconds / 24) return null
  for (const phrase of reasons) {
    const statement = statements.get(matchText('policy-reason', phrase).kind)
    if (statement?.compliant === compliant) return { says: statement.says, phrase, checkedAt }
  }
  return { says: 'nothing', phrase: reasons[0] ?? null, checkedAt }
}

/** Whether the audit found a disk of this role without encryption. It names data disks by device only. */
function deniesRole(says: Statement, role: VolumeVerdict['role']): boolean {
  return says === 'plain' || says === (role === 'os' ? 'os-plain' : 'data-plain')
}

function settled({ state }: VolumeVerdict): boolean {
  return state === 'encrypted' || state === 'encrypted-unverified'
}

/**
 * Whether any audit could change this verdict: an audit supports or contradicts what counts as encrypted, and nothing
 * else.
 */
export function isOpenToAudit({ volumes }: Verdict): boolean {
  return volumes.some(settled)
}

/**
 * A data disk that is known to be plain may be the one that the audit means; only without such a disk is it a
 * contradiction.
 */
function contradicts(says: Statement, role: VolumeVerdict['role'], volumes: readonly VolumeVerdict[]): boolean {
  const own = volumes.filter((volume) => volume.role === role)
  return deniesRole(says, role) && own.every(settled)
}

/**
 * Whether the extension's report may have been lost or cannot be read. It could say that a disk is not encrypted, so an
 * audit in its place proves nothing. The Linux extension adds its report as a sub-status to every status.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/handle.py
 */
function isReportLost({ adeExtensions: [extension], unreadable }: VmFacts): boolean {
  const { statuses = [], substatuses = [] } = extension?.view ?? {}
  const isDropped = extension?.os === 'Linux' && statuses.length > 0 && substatuses.length === 0
  return unreadable.length > 0 || isDropped || reportOfExtension(extension).trouble !== null
}

function attested(volume: VolumeVerdict, says: Statement, contradicted: boolean, reportLost: boolean): VolumeVerdict {
  if (contradicted) return { ...volume, state: 'conflict' }
  const proven =
    !reportLost && says === 'encrypted' && volume.state === 'encrypted-unverified' && volume.stamp === 'encrypted'
  return proven ? { ...volume, state: 'encrypted' } : volume
}

const otherwise: Flag = { code: 'attested-otherwise', reason: 'attested-not-encrypted' }

/**
 * Combines an audit from inside the VM with a verdict: with a stamp it turns `encrypted-unverified` into `encrypted`;
 * against a disk that counts as encrypted it is a conflict. Encryption at host says nothing about ADE.
 */
export function attest(verdict: Verdict, facts: VmFacts, attestation: Attestation | null): Verdict {
  if (attestation === null) return verdict
  const { says } = attestation
  const isContradicted = ({ role }: VolumeVerdict) => contradicts(says, role, verdict.volumes)
  const reportLost = isReportLost(facts)
  const volumes = verdict.volumes.map((volume) => attested(volume, says, isContradicted(volume), reportLost))
  return {
    ...verdict,
    state: stateOfVm(volumes, otherProtectionOf(facts)),
    os: {
      ...verdict.os,
      state: volumes.reduce((found, { role, state }) => (role === 'os' ? state : found), verdict.os.state),
    },
    data: { ...verdict.data, state: stateOfData(volumes) },
    volumes,
    flags: verdict.volumes.some(isContradicted) ? [...verdict.flags, otherwise] : verdict.flags,
  }
}

const values: Readonly<Record<Statement, EvidenceValue>> = {
  encrypted: 'attested-encrypted',
  'at-host': 'attested-at-host',
  'os-plain': 'attested-plain',
  'data-plain': 'attested-plain',
  plain: 'attested-plain',
  nothing: 'attested-other',
}

function cellFor({ says, phrase }: Attestation, verdict: Verdict, role: VolumeVerdict['role']): EvidenceCell {
  const own = verdict.volumes.filter((volume) => volume.role === role)
  const silent: EvidenceCell = { value: 'attested-other', raw: phrase, mark: 'nothing', count: null }
  if (says === 'encrypted') {
    const proven = own.length > 0 && own.every(({ state }) => state === 'encrypted')
    const mark = !proven ? 'nothing' : verdict[role].reported === 'Encrypted' ? 'agrees' : 'decides'
    return { ...silent, value: values[says], mark }
  }
  if (!deniesRole(says, role)) return says === 'at-host' ? { ...silent, value: values[says] } : silent
  const mark = own.some(({ state }) => state === 'conflict') ? 'contradicts' : own.some(settled) ? 'nothing' : 'agrees'
  return { ...silent, value: values[says], mark }
}

/** The row of the fourth kind of evidence, with the time of the audit. */
export function attestationRow(attestation: Attestation, verdict: Verdict): EvidenceRow {
  return {
    kind: 'guest',
    source: 'guest-configuration',
    at: attestation.checkedAt,
    os: cellFor(attestation, verdict, 'os'),
    data: verdict.data.total === 0 ? null : cellFor(attestation, verdict, 'data'),
  }
}
