import type { ApiError } from '@/lib/contract/errors'
import type { FleetEvent, Gap } from '@/lib/contract/fleet'
import { mergeRow } from './fleet-entry'
import { leftAfter } from './fleet-leave'
import { noLoad, type FleetLoad, type FleetModel } from './fleet-model'
import { compareText } from './text-order'

function union(left: readonly Gap[], right: readonly Gap[]): readonly Gap[] {
  const byKey = new Map([...left, ...right].map((gap) => [`${gap.kind}\n${gap.scope.toLowerCase()}`, gap]))
  return [...byKey.values()]
}

function withRows(model: FleetModel, events: readonly FleetEvent[]): FleetModel {
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []))
  if (rows.length === 0) return model
  const byKey = new Map(model.entries.map((entry) => [entry.key, entry]))
  const before = byKey.size
  const seen = new Set(model.load.seen)
  for (const row of rows) {
    byKey.set(row.key, mergeRow(byKey.get(row.key), row))
    seen.add(row.key)
  }
  const entries = [...byKey.values()]
  // Known rows keep their place in the map, so there is something to sort only when new ones came.
  if (byKey.size !== before)
    entries.sort((left, right) => compareText(left.name, right.name) || compareText(left.key, right.key))
  return { ...model, entries, load: { ...model.load, seen } }
}

function ended(model: FleetModel, event: Extract<FleetEvent, { type: 'end' }>): FleetModel {
  const load: FleetLoad = { ...model.load, phase: 'ended', endedAt: event.at, progress: event.progress, failure: null }
  const entries = leftAfter({ ...model, load }, event.complete)
  return { ...model, entries, load, gaps: load.gaps, settledAt: event.at, complete: event.complete }
}

/** Marks the running load as failed; everything known stays. */
export function failFleetLoad(model: FleetModel, error: ApiError): FleetModel {
  return { ...model, load: { ...model.load, phase: 'failed', failure: error } }
}

function withEvent(model: FleetModel, event: FleetEvent): FleetModel {
  switch (event.type) {
    case 'start':
      return { ...model, tenantId: event.tenantId, load: { ...noLoad, phase: 'running', startedAt: event.at } }
    case 'subscriptions':
      return { ...model, subscriptions: event.subscriptions }
    case 'rows':
      return model
    case 'gap': {
      const gaps = union(model.load.gaps, [event.gap])
      return { ...model, gaps: union(model.gaps, gaps), load: { ...model.load, gaps } }
    }
    case 'progress':
      return { ...model, load: { ...model.load, progress: event.progress } }
    case 'end':
      return ended(model, event)
    case 'failure':
      return failFleetLoad(model, event.error)
  }
}

/**
 * The fleet after a batch of the stream. Rows are upserts; a refresh replaces what it reads and keeps the rest, and
 * only a load that could have seen a VM and did not makes it leave.
 * @param model what was known
 * @param events lines of one stream, in order
 */
export function applyFleetEvents(model: FleetModel, events: readonly FleetEvent[]): FleetModel {
  let next = model
  let rows: FleetEvent[] = []
  for (const event of events) {
    if (event.type === 'rows') {
      rows.push(event)
      continue
    }
    if (event.type === 'start' || event.type === 'end') {
      next = withRows(next, rows)
      rows = []
    }
    next = withEvent(next, event)
  }
  return withRows(next, rows)
}
