/** The four kinds of evidence, kept apart on every screen. */
export const evidenceKinds = ['request', 'stamp', 'report', 'guest'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** The relation of a piece of evidence to the verdict. */
export const evidenceMarks = ['agrees', 'decides', 'contradicts', 'ahead', 'nothing'] as const
export type EvidenceMark = (typeof evidenceMarks)[number]

/** The content of a cell, as a code; `raw` beside it is Azure's own spelling. */
export const evidenceValues = [
  'asked-encrypt',
  'asked-format',
  'asked-disable',
  'asked-query',
  'asked-other',
  'not-asked',
  'stamp-encrypted',
  'stamp-not-encrypted',
  'stamp-absent',
  'stamp-some',
  'report-encrypted',
  'report-not-encrypted',
  'report-encrypting',
  'report-decrypting',
  'report-restart-pending',
  'report-not-mounted',
  'report-unreadable',
  'report-none',
  'no-disks',
  'not-read',
  'not-attested',
  'attested-encrypted',
  'attested-plain',
  'attested-at-host',
  'attested-other',
] as const
export type EvidenceValue = (typeof evidenceValues)[number]

export interface EvidenceCell {
  readonly value: EvidenceValue
  /** Azure's own text for it, shown in monospace; null without such a text. */
  readonly raw: string | null
  readonly mark: EvidenceMark
  /** For `stamp-some`: how many of how many. */
  readonly count: { readonly of: number; readonly total: number } | null
}

/** Which part of the ARM answer a row was read from. */
export const evidenceSources = [
  'extension-settings',
  'vm-model',
  'instance-view-disks',
  'instance-view-substatus',
  'instance-view-status',
  'extension-provisioning-state',
  'guest-configuration',
  'inventory',
  'none',
] as const
export type EvidenceSource = (typeof evidenceSources)[number]

export interface EvidenceRow {
  readonly kind: EvidenceKind
  readonly source: EvidenceSource
  /** ISO time of the evidence itself where it is not the time of the reading. */
  readonly at?: string | undefined
  readonly os: EvidenceCell
  /** Null for a VM without data disks. */
  readonly data: EvidenceCell | null
}
