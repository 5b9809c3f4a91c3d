import { heavier, type Copying } from '../steps/work'
import { leavesJobOpen, leavesWorkOpen } from './english-work'
import { leavesWorkOpenInJapanese } from './japanese-work'
import { decryptionInLanguages, leavesWorkOpenInLanguages } from './work-in-languages'
import { sentencesOf } from './sentences'

const decryption = /decrypt|復号|暗号化(?:の|を)?解除/i
const ofData = /\bdata (?:disks?|volumes?|drives?)\b|データ ?(?:ディスク|ボリューム)/i

/** Every sentence about work contains one of these words. */
const marks =
  /cop(?:y|ie)|crypt|schl[üu]ssel|versleutel|chiffr|cifr|cript|critt|szyfr|konvert|\p{Script=Cyrillic}|\p{Script=Hangul}|\bdd\b|conver|BitLocker|progress|transition|updating|creating|\d ?(?:%|percent|pct)|to go|left|remain|ETA|again|itself|attempt|request|extension|\bnew\b|\brun\b|job|background|[\u3040-\u30FF\u4E00-\u9FFF]/iu

function workKind(text: string): Copying {
  if (decryption.test(text) || decryptionInLanguages.test(text)) return 'decryption'
  return ofData.test(text) ? 'data' : 'os'
}

function workIn(sentence: string): Copying | null {
  const isOpen = [leavesWorkOpen, leavesWorkOpenInJapanese, leavesWorkOpenInLanguages].some((open) => open(sentence))
  if (isOpen) return workKind(sentence)
  return leavesJobOpen(sentence) ? 'operation' : null
}

/**
 * What a person writes beside an output about work whose end is not said: "the disk is being copied", `まだコピー中です`. A
 * question or a condition counts too, because it leaves the work open; no later text cancels it. A line of any length
 * is read.
 */
export function workInWords(text: string): Copying | null {
  let found: Copying | null = null
  if (!marks.test(text)) return null
  for (const line of text.split('\n')) {
    if (!marks.test(line)) continue
    for (const sentence of sentencesOf(line)) if (marks.test(sentence)) found = heavier(found, workIn(sentence))
  }
  return found
}

const halfDone = /\bhalf[- ](?:way|done|(?:cop|encrypt|decrypt)\w*)|\b(?:interrupted|aborted|cut off)\b|半分|途中|中断/i
const tellsOfWork = /cop(?:y|ie)|crypt|\bdd\b|conver|%|コピー|複製|暗号|復号|変換|処理|％/i

/** Work that a stop of the VM interrupted, in words of a person beside a refusal of a VM that is off. */
export const interruptedInWords = (text: string): Copying | null =>
  text.split('\n').some((line) => halfDone.test(line) && tellsOfWork.test(line)) ? workKind(text) : null
