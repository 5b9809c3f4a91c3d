import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import { readJson } from './json'

/** One entry of a log that was exported as JSON. */
export interface LogEntry {
  readonly message: string
  /** As spelt in the entry. */
  readonly time: string | null
}

const messageFields = ['message', 'msg', 'Message', 'MESSAGE', 'SyslogMessage', 'RenderedDescription', 'RawData']
const timeFields = ['time', 'timestamp', '@timestamp', 'TimeGenerated', 'TimeCreated', 'eventTimestamp', 'date']
/** Maximum of entries read. */
const entryLimit = 2_000

function firstText(value: unknown, names: readonly string[]): string | null {
  const object = objectOf(value) ?? {}
  for (const name of names) {
    const text = textOf(fieldOf(object, name))
    if (text !== undefined && text !== '') return text
  }
  return null
}

/**
 * The entries of a log as JSON: a list, a page of one, or lines of objects, each with a message. `null` where the text
 * has another form. Takes any text; never throws.
 */
export function readLogEntries(text: string): readonly LogEntry[] | null {
  if (!/^\s{0,64}[[{]/.test(text)) return null
  const read = readJson(text.trim())
  if (!read.ok) return null
  const list = Array.isArray(read.value) ? read.value : fieldOf(objectOf(read.value) ?? {}, 'value')
  if (!Array.isArray(list) || list.length < 2 || list.length > entryLimit) return null
  const entries = list.flatMap((each: unknown): readonly LogEntry[] => {
    const message = firstText(each, messageFields)
    return message === null ? [] : [{ message, time: firstText(each, timeFields) }]
  })
  return entries.length === list.length ? entries : null
}
