import { readActivityEvents, type ActivityEvent } from '@/lib/facts/paste/activity-events'
import { sameText } from '@/lib/shared/text'
import { isLaterThan, timeOfLine, type LineTime } from './line-time'

interface Event extends Omit<ActivityEvent, 'time'> {
  readonly time: LineTime | null
}

/** Events of one operation: by its id, otherwise by its name and its resource. */
const keyOf = ({ operation, resource, correlation }: Event): string =>
  correlation === null ? `${operation} ${resource ?? ''}` : correlation

const isSameTime = (one: LineTime | null, other: LineTime | null): boolean =>
  one !== null && one.clock === other?.clock && one.value === other.value

/** Whether an event is known not to be older than another one. */
const isNotBefore = (one: Event, other: Event): boolean =>
  isLaterThan(one.time, other.time) === true || isSameTime(one.time, other.time)

/** The events of one operation that no later one ends. Without a resource, an end can be that of any of several. */
function openOf(events: readonly Event[]): readonly Event[] {
  const ends = events.filter(({ state }) => state === 'ended')
  const started = events.filter(({ state }) => state === 'started')
  const begun = started.length > 0 ? started : events.filter(({ state }) => state === 'accepted')
  return begun.filter((event) => {
    if (event.correlation !== null) return ends.length === 0
    const later = ends.filter((end) => isNotBefore(end, event))
    const needed = event.resource === null ? begun.filter((each) => isNotBefore(each, event)).length : 1
    return later.length < Math.max(1, needed)
  })
}

/** An operation on a VM that a text shows to have begun, and of which it shows no end. */
export interface OpenOperation {
  /** The name of the VM in lower case; null where the text does not show it. */
  readonly vm: string | null
}

/**
 * Operations of an Activity Log in a text that have begun and of which it shows no later end. The log can be cut, so that
 * none of them is known to run.
 */
export function openOperations(text: string): readonly OpenOperation[] {
  const groups = new Map<string, Event[]>()
  for (const { time, ...found } of readActivityEvents(text.slice(-1_000_000))) {
    const event = { ...found, time: timeOfLine(time) }
    groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event])
  }
  const open = [...groups.values()].flatMap(openOf)
  return [...new Set(open.map(({ resource }) => resource?.split('/')[0] ?? null))].map((vm) => ({ vm }))
}

/** Whether one of them can be on the VM of this name; null where its name is not known. */
export const areOn = (operations: readonly OpenOperation[], name: string | null): boolean =>
  operations.some(({ vm }) => vm === null || name === null || sameText(vm, name))
