import { timeOfLine } from './line-time'

/**
 * The mapping of an encrypted Linux OS disk, and the file of its LUKS header: the step that copies the disk makes both.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/oscrypto/ubuntu_2004/encryptstates/EncryptBlockDeviceState.py
 */
// Not the name of the service that would open it.
const made = /(?<!@)osencrypt|osluksheader/
const isMissing =
  /\binactive\b|\bnot (?:active|found|there)\b|\bdoes ?n[o']t\b|\bno such\b|\b(?:no|without)(?: an?| the)?(?: open)? (?:\S{0,20}\/)?osencrypt\b|\bcannot\b|\bmissing\b|\btimed out\b|\bdependency failed\b|\bfailed with return code\b|\bfailed to (?:start|activate|mount|set ?up|open|find)\b|\bcryptsetup failed\b|\btries exceeded\b|\bstart job is running\b|\bunexpected inconsistency\b|\bwaiting for\b|\b(?:unlock|passphrase for) disk\b|\bstarting (?:cryptography setup|systemd-cryptsetup)|ありません|見つかりません|存在し(?:ない|ません)|non-?active/i

/**
 * Whether some line of a text shows one of them, and does not say that it is missing. A line with a time belongs to a log,
 * whose order is judged.
 */
export const osDiskIn = (text: string): boolean =>
  made.test(text) &&
  text.split('\n').some((full) => {
    const line = full.slice(0, 4_000)
    return made.test(line) && !isMissing.test(line) && timeOfLine(line) === null
  })
