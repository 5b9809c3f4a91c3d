import { sentencesOf } from './sentences'

const english =
  /\b(?:already encrypted|encrypted already)\b|\b(?:disks?|drives?|volumes?|sd[a-z]\d{0,2}|data\d{0,2}|it|they) (?:is|are|was|were|has been|have been) (?:fully |still |partly )?encrypted\b/i
const japanese =
  /(?:既に|すでに|もう)[^。]{0,20}暗号化|暗号化済|(?:ディスク|ボリューム|データ)[^。]{0,20}暗号化されてい(?:る|ます)/
/** The word of the report or of the cmdlet, also where its lines are no whole answer. */
const word = /(?:\bDataVolumesEncrypted|"data)["']? ?[:=] ?["']?Encrypted\b/i
const marks = /encrypted|暗号化/i

/** Whether a text says that a volume is encrypted: what it holds would be lost where it is formatted. */
export const saysEncrypted = (text: string): boolean =>
  marks.test(text) &&
  text
    .split('\n')
    .filter((line) => marks.test(line))
    .some((line) => word.test(line) || sentencesOf(line).some((each) => english.test(each) || japanese.test(each)))
