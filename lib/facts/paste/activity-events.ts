import { fieldOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import { marks, operationIn, stateOf, stateOfField, type EventState } from './activity-words'
import { besideJson, objectsOfBroken, readJsonValues } from './json'

/** One event of the Activity Log about a VM or one of its extensions, as a text spells it. */
export interface ActivityEvent {
  /** In lower case. */
  readonly operation: string
  readonly state: EventState
  /** A text that contains its time; empty where the event has none. */
  readonly time: string
  /** The name of the VM and what follows it in the resource's id, in lower case; null where the text does not show it. */
  readonly resource: string | null
  readonly correlation: string | null
  /** The last word of a row without ids, in lower case: the name of a VM can be it. Otherwise empty. */
  readonly subject: string
}

/** More than seven days of a resource group have. */
const eventLimit = 5_000

/** By the whole id: the name of an operation and that of a type contain `virtualMachines/` as well. */
const resourceIn =
  /\/resourceGroups\/[^/\s"|,]{1,90}\/providers\/Microsoft\.Compute\/virtualMachines\/([^/\s"|,]{1,80}(?:\/extensions\/[^/\s"|,]{1,80})?)/i

interface Words {
  readonly operation: string | null
  readonly state: EventState | null
  /** A text that contains the id of the resource. */
  readonly place: string
  readonly time: string
  readonly correlation: string | null
  readonly subject?: string
}

function eventOf({ operation, state, place, time, correlation, subject = '' }: Words): readonly ActivityEvent[] {
  if (operation === null || state === null) return []
  const resource = resourceIn.exec(place.slice(0, 1_000))?.[1]?.toLowerCase() ?? null
  return [{ operation, state, time, resource, correlation, subject }]
}

/** Every text of the fields with one of these names, in any letter case; of an object its value and its localized text. */
function wordsOf(object: JsonObject, names: readonly string[]): readonly string[] {
  const fields = Object.entries(object)
  const found = names.flatMap((name) => fields.filter(([field]) => field.toLowerCase() === name))
  return found.flatMap(([, value]) => {
    const inner = Object.entries(objectOf(value) ?? {}).filter(([field]) => /^(?:localized)?value$/i.test(field))
    const localizedLast = inner.toSorted(([one], [other]) => one.length - other.length)
    const texts = [value, ...localizedLast.map(([, text]) => text)].map(textOf)
    return texts.filter((text) => text !== undefined && text !== '').map(String)
  })
}

const firstOf = <Found>(texts: readonly string[], read: (text: string) => Found | null): Found | null =>
  texts.map(read).find((found) => found !== null) ?? null

const fieldNames = {
  operation: ['operationname', 'operationnamevalue', 'operation', 'what'],
  state: ['status', 'activitystatusvalue', 'activitystatus', 'resulttype', 'how'],
  place: ['resourceid', 'resourceuri', '_resourceid', 'on'],
  time: ['eventtimestamp', 'timegenerated', 'time'],
  correlation: ['correlationid'],
} as const

/**
 * An event of the Activity Log, of a diagnostic setting, of Log Analytics, or of Event Grid, whose fields are in `data`.
 * https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 * https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
function eventOfJson(object: JsonObject): readonly ActivityEvent[] {
  const inner = objectOf(fieldOf(object, 'data'))
  if (inner !== undefined) return eventOfJson(inner)
  const read = (name: keyof typeof fieldNames): readonly string[] => wordsOf(object, fieldNames[name])
  const operations = read('operation')
  // The name decides whether an operation changes anything; its text stands beside it.
  const named = operations.length > 1 ? operations.slice(0, 1) : operations
  return eventOf({
    operation: firstOf(named, operationIn) ?? (/\//.test(named[0] ?? '') ? null : firstOf(operations, operationIn)),
    state: firstOf(read('state'), stateOfField),
    place: read('place')[0] ?? '',
    time: read('time')[0] ?? '',
    correlation: read('correlation')[0] ?? null,
  })
}

/** A list, a page of ARM's list, or one event. */
function eventsInJson(value: unknown): readonly ActivityEvent[] {
  const pages = ['value', 'events', 'data', 'records'].map((name) => fieldOf(objectOf(value), name))
  const list: readonly unknown[] = [value, ...pages].find((each) => Array.isArray(each)) ?? [value]
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
    const of = (name: string): string => fields.get(name) ?? ''
    return eventOf({
      operation: operationIn(of('OperationName')),
      state: stateOfField(of('Status')),
      place: of('ResourceId'),
      time: of('EventTimestamp'),
      correlation: fields.get('CorrelationId') ?? null,
    })
  })
}

/** A cell that a browser copies to a line of its own: a state, with or without the name of its column. */
const stateCell = /^\s{0,20}(?:(?:Status|状態|État)\s?[::]\s{0,4})?(\S{1,16}(?: \S{1,12})?)\s{0,20}$/
/** What follows the state in a row without ids: the name of a VM. */
const lastCell = /(?:\t| {2}|[|,;] ?)([a-z][\w-]{0,63})\s{0,4}\|?$/i

/** The state of a row, or that of the row below an operation that stands alone. */
function stateAt(lines: readonly string[], at: number, operation: string): EventState | null {
  const line = lines[at]?.slice(0, 600) ?? ''
  // The word of an operation can be that of a state: Start Virtual Machine.
  const from = line.toLowerCase().indexOf(operation)
  const own = stateOf(`${line.slice(0, from)} ${line.slice(from + operation.length)}`)
  if (own !== null || line.length > 160) return own
  const below = stateCell.exec(lines[at + 1]?.slice(0, 80) ?? '')?.[1]
  return below === undefined ? null : stateOf(below)
}

/** The last word of a row, unless it is a state, or the status of HTTP that the cmdlet lists behind it. */
function subjectOf(line: string): string {
  const last = lastCell.exec(line)?.[1] ?? ''
  const isStatus = stateOfField(last) !== null || /^(?:OK|Created|Conflict|NoContent|BadRequest|NotFound)$/i.test(last)
  return isStatus || resourceIn.test(line) ? '' : last.toLowerCase()
}

/** Rows of a table, or of a file with a comma between columns. */
function eventsInRows(text: string, isJsonRead: boolean): readonly ActivityEvent[] {
  const lines = text.split('\n')
  return lines.flatMap((full, at) => {
    const line = full.slice(0, 600)
    if (!marks.test(line) || listField.test(line) || (isJsonRead && /^\s{0,40}[[{]/.test(line))) return []
    const operation = operationIn(line)
    const state = operation === null ? null : stateAt(lines, at, operation)
    return eventOf({ operation, state, place: line, time: line, correlation: null, subject: subjectOf(line) })
  })
}

/**
 * The events that `az monitor activity-log list`, `Get-AzActivityLog`, the portal and Log Analytics list in a text, in no
 * order.
 * https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
export function readActivityEvents(text: string): readonly ActivityEvent[] {
  if (!marks.test(text)) return []
  const values = readJsonValues(text)
  const objects = values.ok ? values.value.map(({ value }) => value) : objectsOfBroken(text, eventLimit)
  const words = values.ok ? besideJson(text, () => true) : text
  const found = [...objects.flatMap(eventsInJson), ...eventsInList(words), ...eventsInRows(words, objects.length > 0)]
  return found.slice(0, eventLimit)
}
