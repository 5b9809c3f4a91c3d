import { heavier, type Copying } from '../steps/work'

/** Words for the work, for its going on, and for its not being over; each within one sentence. */
interface Words {
  readonly work: RegExp
  readonly goesOn: RegExp
  /** A word before what still happens. */
  readonly still: RegExp
  readonly happens: RegExp
  readonly notOver: RegExp
}

const english: Words = {
  work: /\b(?:cop(?:y|ies|ying)|(?:re-?|de|en)crypt(?:s|ion|ing)|dd|cryptsetup|conver(?:sion|ting))\b|\d ?%/i,
  goesOn:
    /\b(?:is|are|was|it['’]s) (?:still|currently|now|already) (?:(?:re-?|de|en)crypting|copying|running|at \d)|\bat (?!100\b)\d{1,2}(?:[.,]\d{1,2})? ?%|\b(?:is|are|it['’]s) (?:in progress|under ?way)\b|\b(?:cop(?:y|ying)|dd|cryptsetup|(?:re-?|de|en)cryption|conversion) (?:is|are) running\b|\bis (?:now )?at \d{1,4}(?:[.,]\d{1,3})? ?(?:[KMGT]i?B|bytes)\b/i,
  still: /\b(?:still|yet|keeps?|continues?)\b/i,
  happens: /\b(?:running|going|copying|(?:re-?|de|en)crypting|working|busy|active|under ?way|in progress)\b/i,
  notOver:
    /\b(?:has|have|is|are)(?:n['’]t| not)(?: yet)? (?:finished|completed?|done|ended|over)\b|\bnot (?:yet )?(?:finished|done) (?:copying|(?:de|en)crypting)\b/i,
}
const japanese: Words = {
  work: /コピー|複製|暗号化|復号|変換|処理|\bdd\b|cryptsetup|\d ?[%％]/,
  goesOn:
    /(?:実行|進行|処理|作業|コピー|複製|暗号化|復号|変換)中(?:です|だ(?!った)|である|のまま|のよう|と|」|』|$)|(?:続い|続行し|継続し|動い|走っ)てい(?:る|ます)|途中(?:です|だ|のまま|である)/,
  still: /まだ/,
  happens: /中(?!に|断|止)|続い|動い|走って|途中(?!で)/,
  notOver: /(?:終わっ|終了し|完了し|済ん)て(?:い)?(?:ない|ません)/,
}

const decryption = /decrypt|復号|暗号化(?:の|を)?解除/i
const ofData = /\bdata (?:disks?|volumes?|drives?)\b|データ ?(?:ディスク|ボリューム)/i

/** No person writes a longer sentence, and no log a shorter paragraph. */
const longest = 300
const longestLine = 4_000
const tellsOfWork = /cop(?:y|ie)|crypt|\bdd\b|conver|%|コピー|複製|暗号|復号|変換|処理|％/i
const marks =
  /\d ?%|\bat \d|running|still|yet|keep|continu|currently|now|already|progress|way|n['’]t|not|中|まだ|いる|います|ない|ません/i

/** How far what still happens can stand behind its word. */
const near = 60

function goesOnIn(sentence: string, { goesOn, still, happens }: Words): boolean {
  const at = still.exec(sentence)?.index
  return goesOn.test(sentence) || (at !== undefined && happens.test(sentence.slice(at, at + near)))
}

function workIn(sentence: string, afterFailure: boolean): Copying | null {
  const says = [english, japanese].some(
    (words) =>
      words.work.test(sentence) && (goesOnIn(sentence, words) || (!afterFailure && words.notOver.test(sentence))),
  )
  if (!says) return null
  return workKind(sentence)
}

function workKind(text: string): Copying {
  if (decryption.test(text)) return 'decryption'
  return ofData.test(text) ? 'data' : 'os'
}

/**
 * What a person writes beside an output about work that still runs: "the copy is still running", `まだコピー中です`. A question
 * or a condition counts too, because it leaves the work open; no later text cancels it.
 * @param afterFailure beside a message of a failure, "not finished" tells of that failure
 */
export function workInWords(text: string, afterFailure = false): Copying | null {
  let found: Copying | null = null
  if (!tellsOfWork.test(text)) return null
  for (const line of text.split('\n')) {
    if (line.length > longestLine || !marks.test(line)) continue
    for (const sentence of line.split(/[.!?](?=\s|$)|[。！？]/))
      // Behind a failure that is longer than a sentence, a person's words are its end.
      found = heavier(found, workIn(sentence.slice(-longest).trim(), afterFailure))
  }
  return found
}

const halfDone = /\bhalf[- ](?:way|done|(?:cop|encrypt|decrypt)\w*)|\b(?:interrupted|aborted|cut off)\b|半分|途中|中断/i

/** Work that a stop of the VM interrupted, in words of a person beside a refusal of a VM that is off. */
export const interruptedInWords = (text: string): Copying | null =>
  text.split('\n').some((line) => line.length <= longestLine && halfDone.test(line) && tellsOfWork.test(line))
    ? workKind(text)
    : null
