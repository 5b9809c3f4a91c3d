import type { TextVerdict, VmState, VolumeVerdict } from '@/lib/encryption/types'
import type { Fragment, FragmentFinding, FragmentKind, FragmentRow } from '@/lib/facts/paste/fragments/types'
import { catalogue } from '@/lib/messages/catalogue'
import type { MessageFamily, MessageOrigin } from '@/lib/messages/entry'
import type { MessageKind } from '@/lib/messages/types'
import { sameText } from '@/lib/shared/text'
import { isSign, type SaidMessage } from './steps/work'

/** What a row shows of a volume by itself; a signature on a device whose role is not shown can be of either. */
const encrypted: readonly FragmentFinding[] = [
  // A closed volume has a header and no mapping.
  'luks',
  // BitLocker encrypts and decrypts behind its header.
  'bitlocker',
  'crypt-open',
  'reencrypting',
  'partly-encrypted',
  'fully-encrypted',
  'fully-encrypted-protected',
  'fully-encrypted-unprotected',
  'used-space-encrypted',
  'used-space-encrypted-protected',
  'used-space-encrypted-unprotected',
  'locked',
]
const plain: readonly FragmentFinding[] = ['mounted-plain', 'fully-decrypted', 'crypt-inactive']
const reported: Readonly<Partial<Record<FragmentFinding, 'encrypted' | 'plain'>>> = {
  'says-encrypted': 'encrypted',
  'says-not-encrypted': 'plain',
}

type Role = 'os' | 'data'
interface Shown {
  /** Null where the row does not show it. */
  readonly role: Role | null
  readonly is: 'encrypted' | 'plain'
}

const bitlocker: readonly FragmentKind[] = ['manage-bde', 'bitlocker-volume']

/** D: is the temporary disk of most sizes. https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview */
function roleOfDrive(subject: string): Role | null {
  const letter = /([A-Z]):$/.exec(subject)?.[1]
  if (letter === 'C') return 'os'
  return letter === undefined || letter === 'D' ? null : 'data'
}

function roleOf(kind: FragmentKind, { subject, raw }: FragmentRow): Role | null {
  if (kind === 'substatus') return /(?:^|: )os$/.test(subject) ? 'os' : 'data'
  if (bitlocker.includes(kind)) return roleOfDrive(subject)
  if (subject.includes('osencrypt') || / \/$/.test(raw)) return 'os'
  return / \/\S{1,200}$/.test(raw) ? 'data' : null
}

function shownBy(kind: FragmentKind, row: FragmentRow): readonly Shown[] {
  const { finding } = row
  const found = kind === 'substatus' ? reported[finding] : undefined
  const is = found ?? (encrypted.includes(finding) ? 'encrypted' : plain.includes(finding) ? 'plain' : null)
  return is === null ? [] : [{ role: roleOf(kind, row), is }]
}

const shownIn = (fragments: readonly Fragment[]): readonly Shown[] =>
  fragments.flatMap(({ kind, rows }) => rows.flatMap((row) => shownBy(kind, row)))

/** Whether the output of a tool inside the VM shows an open mapping, or an encrypted volume. */
export const showsEncrypted = (fragments: readonly Fragment[]): boolean =>
  fragments.some(({ rows }) => rows.some(({ finding }) => encrypted.includes(finding)))

const claimsEncrypted: readonly string[] = ['encrypted', 'encrypted-unverified'] satisfies readonly VmState[]
const claimsPlain: readonly string[] = ['not-encrypted', 'not-mounted', 'none']

/** By a volume of its own, or of a role that is not shown where no volume is said to be encrypted. */
function denies({ role, is }: Shown, { os, data }: TextVerdict): boolean {
  if (is === 'plain') return role !== null && claimsEncrypted.includes({ os, data }[role].state)
  if (role !== null) return { os, data }[role].state === 'not-encrypted'
  return os.state === 'not-encrypted' && claimsPlain.includes(data.state)
}

const stampsOf: Readonly<Partial<Record<FragmentFinding, VolumeVerdict['stamp']>>> = {
  'stamp-encrypted': 'encrypted',
  'stamp-not-encrypted': 'notEncrypted',
  'stamp-absent': 'absent',
}

/** The resource of a disk of this VM says of its key settings what the VM's own view denies. */
const deniesStamp = ({ kind, rows }: Fragment, { volumes }: TextVerdict): boolean =>
  kind === 'disk' &&
  rows.some(({ subject, finding }) => {
    const stamp = stampsOf[finding]
    const volume = volumes.find(({ name }) => sameText(name, subject))
    return stamp !== undefined && volume !== undefined && (stamp === 'encrypted') !== (volume.stamp === 'encrypted')
  })

/** Failures that leave the volumes as they were. */
const leavesVolumes: readonly (MessageFamily | null)[] = ['decryption', 'disableRefused', 'keyUpdate']
/** What Azure's views of a disk say where it has no key settings. */
const saysUnstamped: readonly MessageKind[] = ['disk-state-not-encrypted', 'disk-display-not-encrypted']
const ofExtension: readonly MessageOrigin[] = ['linux-extension', 'windows-extension']

/** A message of the extension tells of an end, or of a restart that is due, that an encrypted volume does not have. */
function messageDeniesEncrypted(kind: MessageKind, { os, data }: TextVerdict): boolean {
  const { phase, group, origin, volume } = catalogue[kind]
  const claims = { os: claimsEncrypted.includes(os.state), data: claimsEncrypted.includes(data.state) }
  if (saysUnstamped.includes(kind)) return claims.os || claims.data
  if (!ofExtension.includes(origin)) return false
  if (phase === 'restart-pending') return claims.os
  // On Linux only data volumes can be decrypted.
  if (phase === 'disabled') return claims.data || (kind.startsWith('win-') && claims.os)
  if (phase !== 'failed' || leavesVolumes.includes(group) || volume === null) return false
  return volume === 'all' ? claims.os || claims.data : claims[volume]
}

/** Whether messages beside an answer deny its volumes: which of both is newer is not known. */
export const deniedByMessages = (verdict: TextVerdict, messages: readonly SaidMessage[]): boolean =>
  messages.some(
    ({ kind }) => !isSign(kind) && kind !== verdict.progress.messageKind && messageDeniesEncrypted(kind, verdict),
  )

/**
 * Whether what tools inside the VM printed, or another report in the same text, says the opposite of a verdict. Nothing
 * of it makes the verdict stronger or weaker: which of them is newer, and whether both are of one VM, is not shown.
 */
export function deniedByGuest(verdict: TextVerdict, fragments: readonly Fragment[]): boolean {
  const isDenied = shownIn(fragments).some((shown) => denies(shown, verdict))
  return isDenied || fragments.some((fragment) => deniesStamp(fragment, verdict))
}

/**
 * The same by words and names. Words of a person name no volume: an encrypted one denies only a VM of which none is said
 * to be encrypted. The mapping and the header of the OS disk have their own names.
 */
export function deniedInWords(
  { os, data, state }: TextVerdict,
  { statesEncrypted, saysPlain, osDisk }: Readonly<Record<'statesEncrypted' | 'saysPlain' | 'osDisk', boolean>>,
): boolean {
  if (osDisk && os.state === 'not-encrypted') return true
  if (saysPlain && [os.state, data.state].some((each) => claimsEncrypted.includes(each))) return true
  return statesEncrypted && state === 'not-encrypted'
}
