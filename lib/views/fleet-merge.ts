import type { FleetEvent, FleetRow, Gap } from '@/lib/contract/fleet'
import { mergeRow, type FleetEntry } from './fleet-entry'
import { leftAfter } from './fleet-leave'
import { noLoad, type FleetLoad, type FleetModel, type LoadFailure } from './fleet-model'
import { compareText } from './text-order'

function union(left: readonly Gap[], right: readonly Gap[]): readonly Gap[] {
  const byKey = new Map([...left, ...right].map((gap) => [`${gap.kind}\n${gap.scope.toLowerCase()}`, gap]))
  return [...byKey.values()]
}

/** Results of a load, collected between its start and its end. */
interface Findings {
  readonly rows: FleetRow[]
  readonly gaps: Gap[]
}

function withGaps(model: FleetModel, found: readonly Gap[]): FleetModel {
  if (found.length === 0) return model
  return { ...model, gaps: union(model.gaps, found), load: { ...model.load, gaps: union(model.load.gaps, found) } }
}

const places = new WeakMap<readonly FleetEntry[], ReadonlyMap<string, number>>()

/** The index of each row, by key. Built once per list of rows, and reused while only values change. */
function placesOf(entries: readonly FleetEntry[]): ReadonlyMap<string, number> {
  const known = places.get(entries)
  if (known !== undefined) return known
  const made = new Map(entries.map(({ key }, index) => [key, index]))
  places.set(entries, made)
  return made
}

const byName = (left: FleetEntry, right: FleetEntry) =>
  compareText(left.name, right.name) || compareText(left.key, right.key)

/**
 * Index of the first row, not before `from`, that comes after a new one. Comparing texts is slow, so this makes few
 * comparisons: new rows are placed in order, and the place of the next one is usually near.
 */
function placeFor(entries: readonly FleetEntry[], added: FleetEntry, from: number): number {
  const isAfter = (index: number) => {
    const there = entries[index]
    return there === undefined || byName(there, added) > 0
  }
  let low = from
  let high = from
  for (let step = 1; !isAfter(high); step *= 2) {
    low = high + 1
    high += step
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Inserts new rows into rows sorted by name. */
function insert(entries: readonly FleetEntry[], added: FleetEntry[]): readonly FleetEntry[] {
  const merged: FleetEntry[] = []
  let taken = 0
  for (const entry of added.sort(byName)) {
    const place = placeFor(entries, entry, taken)
    while (taken < place) {
      const before = entries[taken]
      if (before !== undefined) merged.push(before)
      taken += 1
    }
    merged.push(entry)
  }
  for (const rest of entries.slice(taken)) merged.push(rest)
  return merged
}

/**
 * The cost depends on the rows that arrived, not on the rows already known; of a hundred thousand few arrive at a time.
 */
function withRows(model: FleetModel, rows: readonly FleetRow[]): FleetModel {
  if (rows.length === 0) return model
  const known = placesOf(model.entries)
  const kept = [...model.entries]
  const added = new Map<string, FleetEntry>()
  for (const row of rows) {
    const place = known.get(row.key)
    if (place === undefined) added.set(row.key, mergeRow(added.get(row.key), row))
    else kept[place] = mergeRow(kept[place], row)
  }
  if (added.size === 0) places.set(kept, known)
  const load = { ...model.load, seen: [...model.load.seen, rows.map(({ key }) => key)] }
  return { ...model, load, entries: added.size === 0 ? kept : insert(kept, [...added.values()]) }
}

function ended(model: FleetModel, event: Extract<FleetEvent, { type: 'end' }>): FleetModel {
  const load: FleetLoad = { ...model.load, phase: 'ended', endedAt: event.at, progress: event.progress, failure: null }
  const entries = leftAfter({ ...model, load }, event.complete)
  return { ...model, entries, load, gaps: load.gaps, settledAt: event.at, complete: event.complete }
}

/** Marks the running load as failed; everything known stays. */
export function failFleetLoad(model: FleetModel, error: LoadFailure): FleetModel {
  return { ...model, load: { ...model.load, phase: 'failed', failure: error, place: null } }
}

/** An empty list while VMs are known proves no removal: the known names stay. */
function withSubscriptions(model: FleetModel, subscriptions: FleetModel['subscriptions']): FleetModel {
  const listedNothing = subscriptions.length === 0 && model.entries.length > 0
  return {
    ...model,
    subscriptions: listedNothing ? model.subscriptions : subscriptions,
    load: { ...model.load, listedNothing, place: null },
  }
}

function withEvent(model: FleetModel, event: Exclude<FleetEvent, { type: 'rows' | 'gap' }>): FleetModel {
  switch (event.type) {
    case 'start':
      return { ...model, tenantId: event.tenantId, load: { ...noLoad, phase: 'running', startedAt: event.at } }
    case 'queued':
      return { ...model, load: { ...model.load, place: event.place } }
    case 'subscriptions':
      return withSubscriptions(model, event.subscriptions)
    case 'progress':
      return { ...model, load: { ...model.load, progress: event.progress } }
    case 'history':
      return { ...model, past: { failure: event.failure, quality: event.quality } }
    case 'end':
      return ended(model, event)
    case 'failure':
      return failFleetLoad(model, event.error)
  }
}

/**
 * The fleet after a batch of the stream. Rows are upserts; a refresh replaces what it reads and keeps the rest, and a
 * VM is removed only by a load that could have seen it and did not.
 * @param model the state before
 * @param events lines of one stream, in order
 */
export function applyFleetEvents(model: FleetModel, events: readonly FleetEvent[]): FleetModel {
  let next = model
  let found: Findings = { rows: [], gaps: [] }
  // Rows and gaps are collected and merged at once: one by one, ten thousand would take seconds.
  const settle = () => {
    next = withGaps(withRows(next, found.rows), found.gaps)
    found = { rows: [], gaps: [] }
  }
  for (const event of events) {
    if (event.type === 'rows') found.rows.push(...event.rows)
    else if (event.type === 'gap') found.gaps.push(event.gap)
    else {
      if (event.type === 'start' || event.type === 'end') settle()
      next = withEvent(next, event)
    }
  }
  settle()
  return next
}

/** Merges the events of a load part by part, ahead of the screen: what is due at once would take longer than a frame. */
export class FleetMerger {
  #base: FleetModel | null = null
  #ahead: FleetModel | null = null
  /** What was merged since the screen was last updated. */
  #events: FleetEvent[] = []

  /**
   * Adds events.
   * @param shown what the screen shows; where something else has changed it meanwhile, all that waits is merged again
   * @returns what the screen is to show with all events so far; null where that is not due yet
   */
  merge(shown: FleetModel, events: readonly FleetEvent[], isDue: boolean): FleetModel | null {
    this.#events.push(...events)
    const ahead = shown === this.#base ? this.#ahead : null
    const merged = ahead === null ? applyFleetEvents(shown, this.#events) : applyFleetEvents(ahead, events)
    this.#base = isDue ? null : shown
    this.#ahead = isDue ? null : merged
    if (!isDue) return null
    this.#events = []
    return merged
  }
}
