import { readActivityEvents, type ActivityEvent } from '@/lib/facts/paste/activity-events'
import { sameText } from '@/lib/shared/text'
import { isLaterThan, timeOfLine, type LineTime } from './line-time'

interface Event extends Omit<ActivityEvent, 'time'> {
  readonly time: LineTime | null
}

/** Events of one operation on one resource; a deployment gives several operations one id. */
const keyOf = ({ operation, resource, correlation }: Event): string =>
  `${correlation ?? ''} ${operation} ${resource ?? ''}`

const isSameTime = (one: LineTime | null, other: LineTime | null): boolean =>
  one !== null && one.clock === other?.clock && one.value === other.value

/** Whether an event is known not to be older than another one. */
const isNotBefore = (one: Event, other: Event): boolean =>
  isLaterThan(one.time, other.time) === true || isSameTime(one.time, other.time)

/** Whether an end can be that of an event. Without an id the times must show it. */
function canEnd(end: Event, event: Event): boolean {
  if (end.subject !== '' && event.subject !== '' && end.subject !== event.subject) return false
  return event.correlation === null ? isNotBefore(end, event) : isLaterThan(event.time, end.time) !== true
}

/** The events of one operation that no later one ends. Without a resource, an end can be that of any of several. */
function openOf(events: readonly Event[]): readonly Event[] {
  const ends = events.filter(({ state }) => state === 'ended')
  const started = events.filter(({ state }) => state === 'started')
  const accepted = events.filter(({ state }) => state === 'accepted')
  // An accepted request has a beginning of its own in a whole log.
  const begun = started.length === 0 ? accepted : started
  const late =
    started.length === 0 ? [] : accepted.filter((event) => started.every((each) => isEnded(each, event, ends)))
  return [...begun, ...late].filter((event) => {
    const later = ends.filter((end) => canEnd(end, event))
    const needed =
      event.resource === null ? begun.filter((each) => isLaterThan(event.time, each.time) !== true).length : 1
    return later.length < Math.max(1, needed)
  })
}

/** Whether a beginning ended before another event. */
const isEnded = (start: Event, event: Event, ends: readonly Event[]): boolean =>
  ends.some((end) => canEnd(end, start) && isLaterThan(event.time, end.time) === true)

/** An operation on a VM that a text shows to have begun, and of which it shows no end. */
export interface OpenOperation {
  /** The name of the VM in lower case; null where the text does not show it. */
  readonly vm: string | null
  readonly time: LineTime | null
  /** It writes the disk-encryption extension of the named VM. */
  readonly isRequest: boolean
}

const requestOn = /\/extensions\/AzureDiskEncryption(?:ForLinux)?$/i

/**
 * Operations of an Activity Log in a text that have begun and of which it shows no later end. The log can be cut, so that
 * none of them is known to run.
 */
export function openOperations(text: string): readonly OpenOperation[] {
  const groups = new Map<string, Event[]>()
  for (const { time, ...found } of readActivityEvents(text.slice(-1_000_000))) {
    const event = { ...found, time: timeOfLine(time) }
    const key = keyOf(event)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [event])
    else group.push(event)
  }
  return [...groups.values()].flatMap(openOf).map(({ resource, time }) => ({
    vm: resource?.split('/')[0] ?? null,
    time,
    isRequest: requestOn.test(resource ?? ''),
  }))
}

/** The VM of an answer, as far as operations of a log concern it. */
export interface JudgedVm {
  /** Null where the answer does not contain it. */
  readonly name: string | null
  /** The time of the extension's status, where that waits for a restart: until then the request that wrote it is open. */
  readonly awaitsRestartSince: LineTime | null
}

/** Whether one of them can be on a VM, and is not the request whose result that VM reports. */
export const areOn = (operations: readonly OpenOperation[], { name, awaitsRestartSince }: JudgedVm): boolean =>
  operations.some(({ vm, time, isRequest }) => {
    if (isRequest && isLaterThan(awaitsRestartSince, time) === true) return false
    return vm === null || name === null || sameText(vm, name)
  })
