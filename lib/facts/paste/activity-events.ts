import { fieldOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import { besideJson, readJsonValues } from './json'

/** One event of the Activity Log about a VM or one of its extensions, as a text spells it. */
export interface ActivityEvent {
  /** In lower case. */
  readonly operation: string
  readonly state: 'started' | 'accepted' | 'ended'
  /** A text that contains its time; empty where the event has none. */
  readonly time: string
  /** The name of the VM and what follows it in the resource's id, in lower case; null where the text does not show it. */
  readonly resource: string | null
  readonly correlation: string | null
}

/** More than seven days of a resource group have. */
const eventLimit = 5_000

/** Operations that change nothing. */
const harmless = /\/(?:read|retrieveBootDiagnosticsData\/action|login\w{0,12}\/action)$/i
/** The name of an operation, or its text; a narrow table cuts the text. */
const operationIn = /\bMicrosoft\.Compute\/virtualMachines\/[A-Za-z/]{1,60}|\b[A-Za-z]{2,20} Virtual Mach(?!ine Scale)/i
const resourceIn = /\/virtualMachines\/([^/\s"|,]{1,80}(?:\/extensions\/[^/\s"|,]{1,80})?)/i
const stateIn = /(?:^|[\s"|,])(Started|Accepted|In ?Progress)(?=$|[\s"|,])/
const endIn = /(?:^|[\s"|,])(?:Succeeded|Failed|Cancell?ed)(?=$|[\s"|,])/
const marks = /virtualMachines\/|Virtual Mach/i

/** `null` for a word that tells neither of a beginning nor of an end. */
function stateOf(words: string): ActivityEvent['state'] | null {
  const begun = stateIn.exec(words)?.[1]
  if (begun !== undefined) return begun === 'Started' ? 'started' : 'accepted'
  return endIn.test(words) ? 'ended' : null
}

function eventOf(
  operationName: string,
  status: string,
  place: string,
  time: string,
  correlation: string | null,
): readonly ActivityEvent[] {
  const operation = operationIn.exec(operationName)?.[0]
  const state = stateOf(status)
  if (operation === undefined || state === null || harmless.test(operation)) return []
  const resource = resourceIn.exec(place)?.[1]?.toLowerCase() ?? null
  return [{ operation: operation.toLowerCase(), state, time, resource, correlation }]
}

/** A field in the letter case of azure-cli, of the cmdlet, or under the name that the product's own query gives it. */
function wordsOf(object: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fieldOf(object, name)
    const inner = objectOf(value)
    const text = textOf(value) ?? textOf(fieldOf(inner, 'value')) ?? textOf(fieldOf(inner, 'Value'))
    if (text !== undefined && text !== '') return text
  }
  return null
}

/** https://learn.microsoft.com/rest/api/monitor/activity-logs/list */
function eventOfJson(object: JsonObject): readonly ActivityEvent[] {
  const operation = wordsOf(object, ['operationName', 'OperationName', 'what'])
  const status = wordsOf(object, ['status', 'Status', 'how'])
  if (operation === null || status === null) return []
  return eventOf(
    operation,
    status,
    wordsOf(object, ['resourceId', 'ResourceId', 'resourceUri', 'on']) ?? '',
    wordsOf(object, ['eventTimestamp', 'EventTimestamp', 'time']) ?? '',
    wordsOf(object, ['correlationId', 'CorrelationId']),
  )
}

/** A list, a page of ARM's list, or one event. */
function eventsInJson(value: unknown): readonly ActivityEvent[] {
  const page = fieldOf(objectOf(value), 'value')
  const list: readonly unknown[] = Array.isArray(value) ? value : Array.isArray(page) ? page : [value]
  return list.slice(0, eventLimit).flatMap((each) => {
    const object = objectOf(each)
    return object === undefined ? [] : eventOfJson(object)
  })
}

const listField = /^(EventTimestamp|OperationName|ResourceId|Status|CorrelationId) {1,20}: (.{0,400})$/
/** What a narrow window puts on the next line. */
const continued = /^ {10,40}(\S{1,300})$/

/** The blocks that `Get-AzActivityLog` prints. */
function eventsInList(text: string): readonly ActivityEvent[] {
  if (!/^OperationName {1,20}: /m.test(text)) return []
  return text.split(/\n\s*\n/).flatMap((block) => {
    const fields = new Map<string, string>()
    let last = ''
    for (const line of block.split('\n')) {
      const [, name, value = ''] = listField.exec(line.trimEnd()) ?? []
      const rest = continued.exec(line.trimEnd())?.[1]
      if (name !== undefined) fields.set(name, value)
      else if (rest !== undefined && last !== '') fields.set(last, `${fields.get(last) ?? ''}${rest}`)
      last = name ?? (rest === undefined ? '' : last)
    }
    const {
      0: operation = '',
      1: status = '',
      2: place = '',
    } = ['OperationName', 'Status', 'ResourceId'].map((name) => fields.get(name))
    return eventOf(operation, status, place, fields.get('EventTimestamp') ?? '', fields.get('CorrelationId') ?? null)
  })
}

/** Rows of a table, or of a file with a comma between columns. */
const eventsInRows = (text: string): readonly ActivityEvent[] =>
  text.split('\n').flatMap((full) => {
    const line = full.slice(0, 600)
    return marks.test(line) && !listField.test(line) ? eventOf(line, line, line, line, null) : []
  })

/**
 * The events that `az monitor activity-log list`, `Get-AzActivityLog` and the portal list in a text, in no order.
 * https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
export function readActivityEvents(text: string): readonly ActivityEvent[] {
  if (!marks.test(text) || !stateIn.test(text)) return []
  const values = readJsonValues(text)
  const inJson = values.ok ? values.value.flatMap(({ value }) => eventsInJson(value)) : []
  const words = values.ok ? besideJson(text, () => true) : text
  return [...inJson, ...eventsInList(words), ...eventsInRows(words)].slice(0, eventLimit)
}
