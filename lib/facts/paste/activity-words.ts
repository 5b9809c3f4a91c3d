/** What the words of one event of the Activity Log say, in the languages of the portal that administrators use here. */

/** Operations that change nothing, by name or by text. */
const harmless = /\/(?:read|retrieveBootDiagnosticsData\/action|login\w{0,12}\/action)$|^Retrieves the\b/i
/** The name of an operation, or its text; a narrow table cuts both. That of a type names no operation. */
const named = /\bMicrosoft\.Compute\/virtualMachines\/[A-Za-z/]{0,60}(?:\/?(?:write|action|delete|read)\b|\.\.\.|…)/i
const inEnglish = /\b(?:Retrieves the|[A-Za-z]{2,20}) Virtual Mach(?:ine)?\b(?! Scale)(?: Extensions?\b)?/i
const idOfResource = /\/subscriptions\/[^\s"|,;]{1,400}/gi
const cutShort = /\b(?:Create or|Deallocate|Restart|Power|Delete)\b[A-Za-z ]{0,30}(?:\.\.\.|…)/
const inOtherLanguage =
  /仮想マシン(?! ?スケール)|[Vv]irtuelle[nrs]? (?:Computer|Maschine)|\bVM (?:aufheben|neu starten)|machine virtuelle/
export const marks =
  /virtualMachines\/|Virtual Mach|\.\.\.|…|仮想マシン|virtuelle[nrs]? (?:Computer|Maschine)|\bVM (?:aufheben|neu starten)|machine virtuelle/i
const before = String.raw`(?:^|[\s"|,;:])`
const after = String.raw`(?=$|[\s"|,;])`
const begins =
  'Started|Accepted|In ?[Pp]rogress|開始済み|開始|承諾済み|受け入れ済み|進行中|処理中|Gestartet|Akzeptiert|Angenommen|In Bearbeitung|Démarré|Accepté|En cours'
const ends =
  'Succeeded|Failed|Cancell?ed|成功|成功しました|失敗|失敗しました|取り消し済み|キャンセル済み|Erfolgreich|Fehlerhaft|Fehler|Fehlgeschlagen|Abgebrochen|Réussi|Réussite|Échec|Annulé'
const begun = new RegExp(`${before}(${begins})${after}`)
const ended = new RegExp(`${before}(?:${ends})${after}`)
/** Words of Log Analytics and of diagnostic settings, which stand in a cell of their own. */
const cells = new RegExp(String.raw`(?:^|[\t"|,;]| {2})(?:(Start|Accept)|Success|Failure)(?=$|[\t"|,;]| {2}| $)`)
const justAccepted = /^(?:Accept|承諾|受け入れ|Akzeptiert|Angenommen)/

export type EventState = 'started' | 'accepted' | 'ended'

/** `null` for words that tell neither of a beginning nor of an end. */
export function stateOf(words: string): EventState | null {
  const cell = cells.exec(words)
  const found = begun.exec(words)?.[1] ?? cell?.[1]
  if (found !== undefined) return justAccepted.test(found) ? 'accepted' : 'started'
  return ended.test(words) || cell !== null ? 'ended' : null
}

/** The same for the value of one field, in any letter case. */
export function stateOfField(value: string): EventState | null {
  const word = value.trim()
  return stateOf(word) ?? stateOf(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
}

/** Where the operation of a row stands that a portal in another language printed. */
const cellWith = (words: string, mark: RegExp): string | undefined =>
  words.split(/\t| {2,}|[|;,"]/).find((cell) => mark.test(cell))

/** The operation on a VM in words, in lower case; null where they name none that changes one. */
export function operationIn(words: string): string | null {
  const text = words.slice(0, 600).replace(idOfResource, ' ')
  const found =
    [named, inEnglish, cutShort].map((mark) => mark.exec(text)?.[0]).find((each) => each !== undefined) ??
    cellWith(text, inOtherLanguage)?.trim()
  return found === undefined || harmless.test(found) ? null : found.toLowerCase()
}
