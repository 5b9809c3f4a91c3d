import { heavier, type Copying } from '../steps/work'
import { partsOf } from './sentences'

interface Trace {
  readonly pattern: RegExp
  readonly work: Copying
}

/**
 * What tools print, and which files exist, while a disk is worked on.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/Common.py
 * https://learn.microsoft.com/windows/win32/secprov/getconversionstatus-win32-encryptablevolume
 * https://www.gnu.org/software/coreutils/manual/html_node/dd-invocation.html
 */
const traces: readonly Trace[] = [
  { pattern: /(?<!\d)\d{4,20} bytes \([^()\n]{1,60}\) copied,/, work: 'os' },
  { pattern: /^[ \t>]{0,8}phase ?= ?(?:BackupHeader|EncryptDevice|EncryptingData|RecoverHeader)\b/, work: 'data' },
  { pattern: /^[ \t>]{0,8}phase ?= ?DecryptingData\b/, work: 'decryption' },
  { pattern: /^[ \t>]{0,8}current_slice_index ?= ?\d/, work: 'data' },
  { pattern: /\bConversionStatus"?[ \t]{0,20}[:=][ \t]{0,4}"?[24]\b/, work: 'os' },
  { pattern: /\bConversionStatus"?[ \t]{0,20}[:=][ \t]{0,4}"?[35]\b/, work: 'decryption' },
  { pattern: /^[ \t>]{0,8}\d{1,7} \S{1,32} [^\n]{10,120} [RDS] [^\n]{2,60} (?:dd|cryptsetup)[ \t]{0,8}$/, work: 'os' },
  { pattern: /"reencrypt" ?: ?\{ ?"mode" ?: ?"decrypt"/, work: 'decryption' },
  { pattern: /"reencrypt" ?: ?\{ ?"mode" ?: ?"(?:re)?encrypt"/, work: 'os' },
  {
    pattern:
      /\bMACHINE[ _]STATE:? {0,4}(?:stripdown|unmount_oldroot|split_root_partition|encrypt_block_device|patch_boot_system|resume_encryption)\b(?! {0,4}=)/,
    work: 'os',
  },
  { pattern: /\bcryptsetup[ -]reencrypt\b(?=[^\n]{0,200}--decrypt)[^\n]{0,200}(?:running|\d ?%)/, work: 'decryption' },
  { pattern: /\bcryptsetup[ -]reencrypt\b(?![^\n]{0,200}--decrypt)[^\n]{0,200}(?:running|\d ?%)/, work: 'os' },
  {
    pattern: /"?provisioningState"?[ \t]{0,8}[:=][ \t]{0,4}"?(?:Updating|Creating|Transitioning)\b/i,
    work: 'operation',
  },
  { pattern: /\bProvisioningState\/(?:transitioning|updating|creating)\b/i, work: 'operation' },
  { pattern: /"status" ?: ?"transitioning"/, work: 'operation' },
]

/** The marks of an open job, in a list of files; not where the line says that one is gone. */
const marks: readonly Trace[] = [
  { pattern: /\bazure_crypt_ongoing_item\.ini\b/, work: 'data' },
  { pattern: /\bazure_crypt_request_queue\.ini\b/, work: 'os' },
  { pattern: /\bazure_decrypt_request_queue\.ini\b/, work: 'decryption' },
]
const isGone = /No such file|not found|cannot access|does not exist|\brm\b|remov|delet|\bclear/i

const some =
  /copied,|phase ?=|slice_index|ConversionStatus|\bdd|cryptsetup|reencrypt|MACHINE|rovisioningState|transitioning|_queue\.ini|_item\.ini/

/** The last line of dd stands below the number of records that it wrote. */
const hasEnded = (above: string): boolean => /records out\s*$/.test(above.slice(-40))

function workIn(line: string): Copying | null {
  const tables = line.includes('.ini') && !isGone.test(line.slice(0, 400)) ? [...traces, ...marks] : traces
  return partsOf(line)
    .flatMap((part) => tables.filter(({ pattern }) => pattern.test(part)))
    .reduce<Copying | null>((all, { work }) => heavier(all, work), null)
}

/** Work that the output of a tool shows, in a text without an order: nothing ends it. */
export function toolsAtWork(text: string): Copying | null {
  if (!some.test(text)) return null
  const lines = text.split('\n')
  return lines
    .filter((line, at) => some.test(line) && !hasEnded(lines[at - 1] ?? ''))
    .reduce<Copying | null>((all, line) => heavier(all, workIn(line)), null)
}
