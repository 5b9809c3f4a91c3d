import { decoded } from './clean'
import { isEscaped, jsonOf, textsOfCutJson, textsOfJson, unescapeOnce } from './unescape'

/** Wrappings of a text; the inner text says what happened. */
export const wrapperIds = [
  'arm-extension-sentence',
  'arm-additional-info',
  'go-error',
  'failed-with-message',
  'error-label',
  'event-xml',
  'json',
  'escaped',
] as const
export type WrapperId = (typeof wrapperIds)[number]

/** A text and its wrapping, outermost first. */
export interface UnwrappedText {
  readonly text: string
  readonly within: readonly WrapperId[]
  /** Positions of the surrounding texts in the list, outermost first. */
  readonly parents: readonly number[]
  /** Name and type of the extension that ARM names; `null` where none is named. */
  readonly extension: NamedExtension | null
}

export interface NamedExtension {
  readonly name: string
  readonly type: string | null
}

const depthLimit = 6

const sentence =
  /VM has reported a failure when processing extension '([^'\n]{1,120})'(?: \(publisher '[^'\n]{1,120}' and type '([^'\n]{1,120})'\))?\.\s{1,3}Error message:\s{0,3}\\{0,3}["']/
const tail = /\\{0,3}["']\.?\s{0,4}$/
const quotesNothing = /^\\{0,3}["']\.?(?![\w[({])/
const linkMark = 'More information on troubleshooting is available at '
const goMessage = /\bCode="([A-Za-z]{2,80})" Message="/
const additional = /Additional Info:\s{0,2}'/
const failedWith = /failed with (?:message|error) ?:? ?['"](?=[{[A-Z])/
/** `Error: `, and the class of a client's exception before its text: `CloudError: `. Python's own belong to the text. */
const errorLabel =
  /^(?:Error|(?:[A-Za-z_]\w{0,60}\.){0,8}(?!(?:Attribute|Type|Value|Key|Index|Name|Import|IO|OS|Runtime)Error:)[A-Z]\w{0,60}(?:Error|Exception)): (?=\S)/
/** An exception as Python shows it: `ClientException(u'…',)` */
const exceptionRepr = /^(?:[A-Za-z_]\w{0,60}\.){0,8}[A-Z]\w{0,60}(?:Error|Exception)\((?:[ub]?['"])/
const reprEnd = /['"],?\)\.?\s{0,4}$/
/** One line of JSON, copied without its braces. */
const property = /^\s{0,40}"[\w.$-]{1,60}"\s{0,4}:\s{0,4}"/
const eventDataLimit = 40
const windowOfSentence = 4_000

const namings = [
  /processing extension '(?<name>[^'\n]{1,120})'(?: \(publisher '[^'\n]{1,120}' and type '(?<type>[^'\n]{1,120})'\))?/g,
  /Provisioning of VM extension '?(?<name>[^' \n]{1,120})'? has timed out/g,
  /VM [Ee]xtension type '(?<type>[^'\n]{1,120})'/g,
]

/** The extensions that sentences of ARM in a text name. */
export function extensionsNamedIn(text: string): readonly NamedExtension[] {
  const head = text.slice(0, windowOfSentence)
  if (!head.includes('xtension')) return []
  return namings.flatMap((naming) =>
    [...head.matchAll(naming)].map((found) => {
      const { name, type } = found.groups ?? {}
      return { name: name ?? type ?? '', type: type ?? null }
    }),
  )
}

/** Whether a sentence of ARM begins to quote an extension in this line and does not end there. */
export function opensQuotation(line: string): boolean {
  const said = sentence.exec(line.slice(0, windowOfSentence))
  return said !== null && !/["']\.?(?:\s|$)/.test(line.slice(said.index + said[0].length))
}

interface Peeled {
  readonly by: WrapperId
  readonly text: string
  readonly extension?: UnwrappedText['extension']
}

/** From the mark on, without the closing quote, which is searched from the right: the text may contain such quotes. */
function behind(text: string, mark: RegExpExecArray, quote: RegExp): string {
  return text.slice(mark.index + mark[0].length).replace(quote, '')
}

function peelOne(text: string): readonly Peeled[] {
  const head = text.slice(0, windowOfSentence)
  const said = sentence.exec(head)
  if (said !== null && !quotesNothing.test(text.slice(said.index + said[0].length))) {
    const extension = { name: said[1] ?? '', type: said[2] ?? null }
    return [{ by: 'arm-extension-sentence', text: withoutTail(behind(text, said, /^$/)), extension }]
  }
  const info = additional.exec(head)
  if (info !== null) return [{ by: 'arm-additional-info', text: behind(text, info, /'?\s{0,4}$/) }]
  const go = goMessage.exec(head)
  if (go !== null) return [{ by: 'go-error', text: unescapeOnce(behind(text, go, /"\s{0,4}$/)) }]
  const failed = failedWith.exec(head)
  if (failed !== null) return [{ by: 'failed-with-message', text: behind(text, failed, /['"]?\.?\s{0,4}$/) }]
  const event = dataOfEvent(text)
  if (event.length > 0) return event.map((each) => ({ by: 'event-xml', text: each }))
  const label = errorLabel.exec(head)?.[0]
  if (label !== undefined) return [{ by: 'error-label', text: text.slice(label.length) }]
  const shown = exceptionRepr.exec(head)?.[0]
  if (shown !== undefined)
    return [{ by: 'error-label', text: unescapeOnce(text.slice(shown.length).replace(reprEnd, '')) }]
  return peelJson(text)
}

/**
 * Texts of an event of Windows as XML.
 * https://learn.microsoft.com/windows/win32/wes/eventschema-eventdatatype-complextype
 */
function dataOfEvent(text: string): readonly string[] {
  const found: string[] = []
  for (let at = text.indexOf('<Data'); at >= 0 && found.length < eventDataLimit;) {
    const start = /^<Data(?: Name=(?:'[^'<>\n]{0,80}'|"[^"<>\n]{0,80}"))?>/.exec(text.slice(at, at + 200))?.[0]
    const end = text.indexOf('</Data>', at)
    if (start !== undefined) found.push(decoded(text.slice(at + start.length, end < 0 ? undefined : end)).trim())
    at = end < 0 ? -1 : text.indexOf('<Data', end)
  }
  return found
}

/** Without the link that ARM adds, which also a tool can have quoted, and the line ends before it, also escaped ones. */
function withoutLink(end: string): string {
  const at = end.lastIndexOf(linkMark)
  if (at < 1 || !/^https?:\/\/\S{1,100}\s{0,4}["']?\s{0,4}$/.test(end.slice(at + linkMark.length))) return end
  let said = end.slice(0, at).trimEnd()
  while (said.endsWith('\\n') || said.endsWith('\\r')) said = said.slice(0, -2).trimEnd()
  return said
}

/** Without the closing quotes; a second one is removed where its opening one was: `"… "Enable failed.".".` */
function withoutTail(text: string): string {
  const from = Math.max(0, text.length - 400)
  const said = text.slice(0, from) + withoutLink(text.slice(from)).replace(tail, '')
  const more = tail.exec(said.slice(-12))?.[0] ?? ''
  const quote = more.includes('"') ? '"' : "'"
  return more !== '' && said.split(quote).length % 2 === 0 ? said.slice(0, -more.length) : said
}

/**
 * Whether a string of JSON is an address in a setting, such as `secretUrl` and `keyEncryptionKeyUrl`: the message of the
 * first dual pass is an address as well, and stands in `message`.
 */
const isSetting = ({ name, text }: { readonly name: string; readonly text: string }): boolean =>
  /^https:/i.test(text) && !/message$/i.test(name)

function peelJson(text: string): readonly Peeled[] {
  const start = /^[^{[]{0,120}(?=[{[](?:\s{0,40}[{[]){0,3}\s{0,40}\\{0,3}")/.exec(text.slice(0, 300))
  if (start === null && property.test(text.slice(0, 200)))
    return textsOfCutJson(text)
      .filter((each) => !isSetting(each))
      .map(({ text: each }) => ({ by: 'json', text: each }))
  if (start === null) return isEscaped(text) ? [{ by: 'escaped', text: unescapeOnce(text) }] : []
  const body = text.slice(start[0].length)
  if (/^[{[](?:\s{0,40}[{[]){0,3}\s{0,40}\\/.test(body)) return [{ by: 'escaped', text: unescapeOnce(body) }]
  const value = jsonOf(body)
  const texts = value === undefined ? textsOfCutJson(body) : textsOfJson(value)
  return texts
    .filter((each) => each.text !== text && each.text.length > 3 && !isSetting(each))
    .map(({ text: each }) => ({ by: 'json', text: each }))
}

/**
 * The texts inside a text, each with its wrapping: what ARM quotes of an extension, JSON inside messages, what clients
 * repeat. The text itself comes first. Never throws.
 */
export function unwrap(text: string): readonly UnwrappedText[] {
  const found: UnwrappedText[] = [{ text, within: [], parents: [], extension: null }]
  for (let at = 0; at < found.length && found.length < 400; at += 1) {
    const outer = found[at]
    if (outer === undefined || outer.within.length >= depthLimit) continue
    for (const inner of peelOne(outer.text)) {
      if (inner.text === outer.text || inner.text === '') continue
      found.push({
        text: inner.text,
        within: [...outer.within, inner.by],
        parents: [...outer.parents, at],
        extension: inner.extension ?? outer.extension,
      })
    }
  }
  return found
}
