/** Parts of answers and outputs of tools that describe disks, without a VM around them. */
export const fragmentKinds = [
  'substatus',
  'disk',
  'request-settings',
  'extension',
  'lsblk',
  'blkid',
  'fstab',
  'crypttab',
  'manage-bde',
  'bitlocker-volume',
  'cryptsetup-status',
  'luks-dump',
] as const
export type FragmentKind = (typeof fragmentKinds)[number]

/** The statement of one line or field of a fragment about one volume. */
export const fragmentFindings = [
  'says-encrypted',
  'says-not-encrypted',
  'says-in-progress',
  'says-decrypting',
  'says-restart-pending',
  'says-not-mounted',
  'says-other',
  'stamp-encrypted',
  'stamp-not-encrypted',
  'stamp-absent',
  'asked',
  'not-a-vault-url',
  'not-a-vault-id',
  'not-a-key-url',
  'operation-runs',
  'operation-ended',
  'operation-failed',
  'operation-canceled',
  'luks',
  'bitlocker',
  'crypt-open',
  'crypt-inactive',
  'mounted-plain',
  'plain-file-system',
  'no-signature',
  'uuid-changed',
  'key-volume',
  'mapper-mount',
  'uuid-mount-with-nofail',
  'uuid-mount-without-nofail',
  'opened-by-key-file',
  'opened-by-passphrase',
  'opening-without-nofail',
  'fully-encrypted-protected',
  'fully-encrypted-unprotected',
  'fully-encrypted',
  'used-space-encrypted-protected',
  'used-space-encrypted-unprotected',
  'used-space-encrypted',
  'partly-encrypted',
  'fully-decrypted',
  'locked',
  'slot-enabled',
  'reencrypting',
] as const
export type FragmentFinding = (typeof fragmentFindings)[number]

export interface FragmentRow {
  /** A device, a drive letter, a mount point or a field, as the text spells it. */
  readonly subject: string
  readonly finding: FragmentFinding
  /** The words that it was read from. */
  readonly raw: string
}

/** What a field of a request or a state of Azure contains, as the text spells it; null where the finding says it all. */
export function valueOf({ finding, raw }: FragmentRow): string | null {
  if (finding === 'asked') return /"([A-Za-z]{1,40})"$/.exec(raw)?.[1] ?? null
  return finding.startsWith('operation-') ? raw : null
}

export interface Fragment {
  readonly kind: FragmentKind
  readonly rows: readonly FragmentRow[]
}

/** Outputs that list each volume of one computer once. */
const listsOnce: readonly FragmentKind[] = ['lsblk', 'manage-bde', 'bitlocker-volume', 'cryptsetup-status']

/** Whether a volume is listed with different findings: the output is of several computers or times. */
export function isOfSeveral({ kind, rows }: Fragment): boolean {
  const found = new Map<string, FragmentFinding>()
  return rows.some(({ subject, finding }) => {
    const before = found.get(subject) ?? finding
    found.set(subject, before)
    return listsOnce.includes(kind) && before !== finding
  })
}

/** More than any VM has; a hostile text has more. */
export const rowLimit = 200

export function row(subject: string, finding: FragmentFinding, raw: string): FragmentRow {
  return { subject: subject.slice(0, 200), finding, raw: raw.trim().slice(0, 300) }
}
