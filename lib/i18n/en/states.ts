import type { DataState, VmState, VolumeState } from '@/lib/encryption/types'

/** Groups of the eleven states, in the order of the count strip. */
export type StateGroup = 'needs-person' | 'in-motion' | 'not-known' | 'settled'

export const states = {
  headline: {
    sentence: '{text}.',
    comma: ', ',
    confirmed:
      '{least, select, yes {At least } other {}}{count, number} of {least, select, yes {at least } other {}}{total, plural, one {# VM} other {# VMs}} confirmed encrypted',
    none: '{total, plural, one {# VM was} other {# VMs were}} found, none of them confirmed encrypted so far',
    more: '{count, number} more than a week ago',
    fewer: '{count, number} fewer than a week ago',
    same: 'as many as a week ago',
    notRead: '{count, number} could not be read',
  },
  state: {
    failed: 'Failed',
    conflict: 'Conflict',
    'restart-pending': 'Restart needed',
    encrypting: 'Encrypting',
    decrypting: 'Decrypting',
    unknown: 'Unknown',
    'partly-encrypted': 'Partly encrypted',
    'encrypted-unverified': 'Unverified',
    encrypted: 'Encrypted',
    'protected-otherwise': 'Other protection',
    'not-encrypted': 'Not encrypted',
  },
  short: {
    failed: 'Failed',
    conflict: 'Conflict',
    'restart-pending': 'Restart',
    encrypting: 'Encrypting',
    decrypting: 'Decrypting',
    unknown: 'Unknown',
    'partly-encrypted': 'Partly',
    'encrypted-unverified': 'Unverified',
    encrypted: 'Encrypted',
    'protected-otherwise': 'Other',
    'not-encrypted': 'Not encrypted',
  },
  meaning: {
    failed: 'The last encryption attempt failed, and no report confirms that the disk is encrypted.',
    conflict: 'Two sources of evidence about a disk contradict each other.',
    'restart-pending': 'Encryption cannot finish until the VM restarts.',
    encrypting: 'The extension reports that a disk is being encrypted.',
    decrypting: 'The extension reports that a disk is being decrypted.',
    unknown: 'The evidence needed for a verdict has not been read or could not be read.',
    'partly-encrypted': 'Some disks show encryption or key settings, others do not.',
    'encrypted-unverified':
      'Some evidence says encrypted. Proof needs both a current report from inside the VM and matching key settings.',
    encrypted: 'The report from inside the VM and the key settings agree on every disk.',
    'protected-otherwise': 'Not encrypted by Azure Disk Encryption, but by another kind of encryption.',
    'not-encrypted': 'Nothing shows that Azure Disk Encryption encrypts a disk of this VM.',
  },
  volume: {
    failed: 'failed',
    conflict: 'conflict',
    'restart-pending': 'restart',
    encrypting: 'encrypting',
    decrypting: 'decrypting',
    unknown: 'unknown',
    'encrypted-unverified': 'unverified',
    encrypted: 'encrypted',
    'not-encrypted': 'not encrypted',
    'not-mounted': 'not mounted',
  },
  data: {
    failed: 'failed',
    conflict: 'conflict',
    'restart-pending': 'restart',
    encrypting: 'encrypting',
    decrypting: 'decrypting',
    unknown: 'unknown',
    'partly-encrypted': 'partly encrypted',
    'encrypted-unverified': 'unverified',
    encrypted: 'encrypted',
    'not-encrypted': 'not encrypted',
    none: 'no data disks',
    'not-mounted': 'not mounted',
  },
  group: {
    'needs-person': 'Needs action',
    'in-motion': 'In progress',
    'not-known': 'Not determined',
    settled: 'Protection',
  },
  trend: {
    caption:
      'Confirmed encrypted: {begin} on {since}, {end} on {until}. The line breaks where the history has no reading of a VM. Unknown VMs are not counted as encrypted.',
  },
  since: {
    firstObservation: 'Just discovered',
    atLeast: '≥ {length}',
    lasting: 'for {length}',
    first: 'First detected {at}; start unknown. There is no earlier reading, so it may have started before.',
    after:
      'First detected {at}. The reading before that, on {before}, showed: {state}. It started at some time in between.',
    between: 'Started between {before}, when it was seen as {state}, and {at}.',
    broken: 'There are gaps in the readings; continuous since {at}.',
  },
} as const satisfies {
  readonly state: Readonly<Record<VmState, string>>
  readonly short: Readonly<Record<VmState, string>>
  readonly meaning: Readonly<Record<VmState, string>>
  readonly volume: Readonly<Record<VolumeState, string>>
  readonly data: Readonly<Record<DataState, string>>
  readonly group: Readonly<Record<StateGroup, string>>
  /** The fleet in one sentence, from its parts. */
  readonly headline: Readonly<Record<string, string>>
  readonly trend: Readonly<Record<string, string>>
  /** How long a state is seen. Times and lengths come formatted. */
  readonly since: Readonly<Record<string, string>>
}
