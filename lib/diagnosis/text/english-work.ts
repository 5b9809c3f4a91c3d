/**
 * English sentences about work on a disk: a word for the work, in a form that leaves its end open. Words that say that it
 * ended, or that deny it, close only their own clause.
 */

/** The work as a noun; a copy that is kept is none. */
const noun = String.raw`(?:(?:re-?)?(?:en|de)cryption\b(?! (?:settings?|keys?|sets?|at host|identit|algorithm|method|config|extension|format|polic|operation\b))|re-?encrypt\b|(?<!\b(?:an?|backup|our|local) )cop(?:y|ies)\b(?! (?:of (?:the |all |our )?(?:files?|data)\b(?! (?:disks?|volumes?|drives?)\b)|elsewhere|away|the\b|it\b))|conversion\b|dd\b(?! if=)|cryptsetup\b)`
const progressive = String.raw`(?:(?:re-?)?(?:en|de)crypting|(?:re-?)?copying|converting)\b(?! 0\b)`
const participle = String.raw`(?:(?:re-?)?(?:en|de)crypted|copied|converted|processed|written|rewritten)\b`
const any = new RegExp(
  String.raw`\b(?:(?:re-?|de-?|en)crypt(?:s|ed|ion|ing)?|cop(?:y|ies|ied|ying)|conver(?:sion|ting|ted)|dd|cryptsetup|BitLocker|progress bar)\b`,
  'i',
)
const disk = /\b(?:disks?|drives?|volumes?|sd[a-z]\d?)\b|\b[A-Z]:/

/** What can be at work without a name for the work. */
const worker = String.raw`(?:job|(?<!\b(?:was|were|been|is|to) )run|attempt|request|daemon|enable|disable|extension|BitLocker|ADE|provisioning ?state|status|state)`

const before =
  /(?:\b(?:not|never|no longer|without|before|after|for|by|of|to|stop(?:ped|s)?|avoid|instead of|finished|done|fail(?:ed|s|ure)?|error|supports?|cannot|than|against|start|while|when)|n['’]t)(?: (?:while|when|during|yet|currently|the|in|\w+ly))?\s+$/i
const after =
  /^\W{0,2}(?:[\w:/.-]{1,60}\W{1,2}){0,4}(?:failed|fails|is not|is only|was|finished|done|ended|completed?|stopped|over)\b/i

/** Progressive forms and passives that nothing before denies and nothing behind ends. */
const forms = new RegExp(
  String.raw`\b(?:${progressive}|(?:being|gets?|getting) (?:\w+ ){0,2}${participle}|(?:it|BitLocker|ADE|Windows|VM|extension|that|which) (?:\w+ ){0,2}(?:(?:re-?)?(?:en|de)crypts|copies)\b)`,
  'gi',
)

/** With any word for the work. */
const atWork =
  /\bbusy (?:with|\w+ing)\b|\bat work\b|\bin the background\b|\b(?:live|copy|\w+cryption) progress\b|\bstill needs?\b|\babout to be\b/i
const middle = new RegExp(
  String.raw`\b(?:in the middle of|half ?way through|mid-)\s?(?:\w+ ){0,2}(?:${progressive}|${noun})`,
  'i',
)
const went =
  /\b(?:went on|goes on|continues?|continued|resumed|resumes|proceeds|kept|keeps) (?:to |with )?(?:re-?)?(?:encrypt|decrypt|copy|convert)/i

const open = String.raw`(?:running|on-?going|under ?way|in[- ]progress|in flight|at work|at it|alive|continuing|continues?|going|goes on|keeps?|proceed(?:s|ing)|resum(?:e[ds]?|ing)|moves|moving|pending|still|since|half ?way|(?:is|are|['’]s) (?:now )?at \d|tak(?:es|ing))`
const begun =
  /\b(?:re-?started|starts|started|starting|began|begun|begins|kicked off|triggered|launched|initiated|was sent|were sent)\b/i
const ofWorker = new RegExp(
  String.raw`\b${worker}\b[^,;]{0,40}\b(?:transitioning|updating|creating|in[- ]progress|on-?going|under ?way|in flight|at work|at it|busy|doing its thing|running|continu(?:es|ing)|not through|not done|n['’]t done|n['’]t through)\b|\b(?:os|data|sd[a-z])\b\W{1,12}in progress\b|\bextension (?:is|keeps)(?: now| still)? (?!missing|failing|waiting)\w{3,20}ing\b`,
  'i',
)
const begunAgain = new RegExp(
  String.raw`\b(?:kicked off|re-?sent|triggered|launched|new|second|another|next)\b[^,;]{0,40}\b${worker}\b|\b${worker}\b[^,;]{0,40}\b(?:by itself|kicked off|began|begun)`,
  'i',
)

/** Words that end or rule out the work in their clause. */
const ended =
  /\b100(?:[.,]0{1,9})? ?(?:%|percent)|\b(?:finished|finish|completed?|completely|done|ended|over|through|succeeded|success(?:ful(?:ly)?)?|fail(?:ed|s|ure|ing)?|errors?|stopped|refused|rejected|cancell?ed|aborted|supported|enabled|disabled|off|required|needed|recommended|possible|allowed|installed|missing|planned|fully|not start(?:ed)?|cannot|can['’]t|could not|did not|didn['’]t|was not|wasn['’]t|no|(?:not|isn['’]t) active|inactive)\b/i
const notOver =
  /\b(?:(?:has|have|is|are)(?:n['’]t| not)|not|never|nobody has|no one has|yet to)(?: (?:yet|even|quite|really|been|all))? (?:finish(?:ed)?|completed?|done|end(?:ed)?|over|through|come back|returned|stopped)\b|\bunfinished\b/i
const pastDenial = /\b(?:did|could|would|was|were)(?: not|n['’]t)\b/i
const copula = new RegExp(
  String.raw`\b${noun}[^,;]{0,40}?(?:\b(?:is|are|isn['’]t|aren['’]t|has been|looks|seems|remains|stays)\b|['’]s\b)`,
  'i',
)

const finished = /\b(?:finish(?:ed)?|completed?|done|end(?:ed|s)?|over|through|running|going)\b/i
const unsure =
  /\b(?:whether|not sure|unsure|unclear|(?:don['’]t|do not) know|nobody knows|no idea|I think|maybe|perhaps|might|seems?|apparently|probably|presumably)\b/i
const asks = /\b(?:is|are|has|have|did)\b[^?]{0,200}\?/i
const asksHow = /^\W*(?:how|what|why|which|where|when|can|could|should|may|do)\b/i

const share =
  /(?<![\d.,])(?!0{1,2}(?:[.,]0{1,9})? ?(?:%|percent|per cent|pct))\d{1,2}(?:[.,]\d{1,9})? ?(?:%|(?:percent|per cent|pct)\b)/i
const counted =
  /\b\d{1,6}(?:[.,]\d{1,3})? ?(?:of|out of|\/) ?\d{1,6}(?:[.,]\d{1,3})? ?(?:[KMGT]i?B|slices?|done|blocks?|and)\b/i
const left =
  /\b\d{1,4}(?:[.,]\d{1,3})? ?(?:hours?|hrs?|h|minutes?|mins?|days?) (?:to go|left|remain\w{0,4}|more)\b|\bETA\b/i
const sizeLeft = /\b\d{1,4}(?:[.,]\d{1,3})? ?[KMGT]i?B (?:left|to go|remain\w{0,4})\b/i

/** Without the ends that the same words deny. */
const isEnded = (words: string): boolean => ended.test(words.replace(denials, ' '))
const denials = new RegExp(`${notOver.source}|kicked off`, 'gi')

/** What people do tells of their plan; where the sentence names an end, that is the end of it. */
const byPeople = /\b(?:we|I|they)(?: (?:am|are|was|were|have been)|['’](?:m|re))?(?: \w+)? $/i

function hasForm(clause: string, sentence: string): boolean {
  for (const { 0: found, index } of clause.matchAll(forms)) {
    const behind = clause.slice(index + found.length, index + found.length + 120)
    const above = clause.slice(Math.max(0, index - 40), index)
    if (before.test(above) || after.test(behind)) continue
    if (!byPeople.test(above) || !isEnded(sentence)) return true
  }
  return false
}

const named = new RegExp(String.raw`\b${noun}`, 'i')
const namedOpen = new RegExp(String.raw`\b${open}\b`, 'i')

function isOpenClause(clause: string, sentence: string): boolean {
  if (hasForm(clause, sentence) || middle.test(clause) || went.test(clause)) return true
  if (named.test(clause) && notOver.test(clause) && !pastDenial.test(clause)) return true
  if (isEnded(clause) || pastDenial.test(clause) || /\b(?:after|before|during)\b/i.test(sentence)) return false
  return named.test(clause) && (namedOpen.test(clause) || copula.test(clause))
}

const isMeasured = (sentence: string): boolean =>
  any.test(sentence)
    ? share.test(sentence) || counted.test(sentence) || left.test(sentence) || sizeLeft.test(sentence)
    : disk.test(sentence) && (left.test(sentence) || counted.test(sentence))

const isUnsure = (sentence: string): boolean =>
  named.test(sentence) &&
  finished.test(sentence) &&
  (unsure.test(sentence) || (asks.test(sentence) && !asksHow.test(sentence)))

/** It began, and the sentence names no end of it; where it announces what follows, that is its end. */
const hasBegun = (sentence: string): boolean =>
  begun.test(sentence) && named.test(sentence) && !isEnded(sentence) && !/:$/.test(sentence)

const toDisk =
  /\b(?:is|are|['’]s) (?:now |still |currently )?(?:replacing|rewriting|overwriting|formatting|wiping|shrinking)\b[^.;]{0,60}\b(?:partitions?|disks?|volumes?|data|root)\b/i

const isAtWork = (sentence: string): boolean =>
  toDisk.test(sentence) || (atWork.test(sentence) && any.test(sentence) && !isEnded(sentence))

/** Whether a sentence tells of work on a disk without saying that it ended. */
export function leavesWorkOpen(sentence: string): boolean {
  if (isMeasured(sentence) || isUnsure(sentence) || hasBegun(sentence) || isAtWork(sentence)) return true
  return sentence.split(/[,;()"]| -- | - | but | and /).some((clause) => isOpenClause(clause, sentence))
}

const isOpenJob = (clause: string): boolean =>
  !isEnded(clause) && (ofWorker.test(clause) || (begunAgain.test(clause) && !/:$/.test(clause)))

/** The cells of a row, and each with the next one: a name stands in one and its state in the other. */
function cellsOf(sentence: string): readonly string[] {
  if (!sentence.includes('|')) return [sentence]
  const cells = sentence.split('|').map((cell) => cell.trim())
  return [...cells, ...cells.slice(1).map((cell, at) => `${cells[at] ?? ''} ${cell}`)]
}

/** The same of a request or a job, without a word for its work. */
export const leavesJobOpen = (sentence: string): boolean =>
  sentence.split(/[,;]/).some((clause) => cellsOf(clause).some(isOpenJob))
