import type { Beside } from '../steps/situation'
import { sentencesOf } from './sentences'

const english =
  /\b(?:already encrypted|encrypted already)\b|\b(?:disks?|drives?|volumes?|sd[a-z]\d{0,2}|data\d{0,2}|it|they) (?:is|are|was|were|has been|have been) (?:fully |still |partly )?encrypted\b/i
const japanese =
  /(?:既に|すでに|もう)[^。]{0,20}暗号化|暗号化済|(?:ディスク|ボリューム|データ)[^。]{0,20}暗号化されてい(?:る|ます)/
/** The word of the report or of the cmdlet, also where its lines are no whole answer. */
const word = /(?:\bDataVolumesEncrypted|"data)["']? ?[:=] ?["']?Encrypted\b/i
const marks = /encrypted|暗号化/i
/** That it is not, or was undone since; also as a command that a person ran. */
const denied = [
  /\b(?:un|not |never |no longer |n['’]t )encrypted\b|\bdecrypted\b|\bdisabled (?:the |disk |bitlocker )?encryption\b|\bencryption (?:was|is|has been|got) (?:disabled|removed|turned off)\b|\bencryption disable\b|\bDisable-AzVMDiskEncryption\b/i,
  /暗号化されてい(?:ない|ません)|暗号化されなく|復号(?:し(?:た|まし)|済|され)|暗号化を?(?:の)?(?:解除|無効)/,
]
const someDenied = /crypt|暗号化|復号/i

/** Whether a text says that a volume is not encrypted, or was decrypted since. */
const saysPlain = (text: string): boolean =>
  someDenied.test(text) &&
  text
    .split('\n')
    .filter((line) => someDenied.test(line))
    .some((line) => sentencesOf(line).some((each) => denied.some((pattern) => pattern.test(each))))

/** A question, a demand, a condition, a belief, or another kind of encryption or VM: none denies a state of now. */
const noStatement =
  /[?？]|\b(?:whether|if|until|unless|should|must|shall|make sure|ensure|ask(?:s|ed)?|believed?|thought|assumed?|supposed|expected|desired|wanted|planned|by policy)\b|\b(?:at rest|SSE|server[- ]side|platform[- ]managed|PMK|customer[- ]managed|CMK|encryption at host|temporary disk|backups?)\b|\b(?:other|another) (?:VM|machine|server)|ますか|でしょうか|はず|たい|サーバー ?側|プラットフォーム|ホストでの/i
/** Which VM it names is not compared. */
const ofNamedVm = /\bon [a-z][\w-]{0,60}\d\b/i

/**
 * Whether a text states that a volume is encrypted now, by ADE: only that denies the verdict that none is. Any other
 * mention counts for the safety of steps alone.
 */
const statesEncrypted = (text: string): boolean =>
  marks.test(text) &&
  text
    .split('\n')
    .filter((line) => marks.test(line))
    .some((line) =>
      sentencesOf(line).some(
        (each) =>
          !noStatement.test(each) &&
          !ofNamedVm.test(each) &&
          (word.test(each) || english.test(each) || japanese.test(each)),
      ),
    )

/** Whether a text says that a volume is encrypted: what it holds would be lost where it is formatted. */
const saysEncrypted = (text: string): boolean =>
  marks.test(text) &&
  text
    .split('\n')
    .filter((line) => marks.test(line))
    .some((line) => word.test(line) || sentencesOf(line).some((each) => english.test(each) || japanese.test(each)))

/** What the words of a text say of the volumes. */
export const encryptedInWords = (text: string): Pick<Beside, 'saysPlain' | 'saysEncrypted' | 'statesEncrypted'> => ({
  saysPlain: saysPlain(text),
  saysEncrypted: saysEncrypted(text),
  statesEncrypted: statesEncrypted(text),
})
