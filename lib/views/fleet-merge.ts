import type { FleetEvent, FleetRow, Gap } from '@/lib/contract/fleet'
import { mergeRow } from './fleet-entry'
import { leftAfter } from './fleet-leave'
import { noLoad, type FleetLoad, type FleetModel, type LoadFailure } from './fleet-model'
import { compareText } from './text-order'

function union(left: readonly Gap[], right: readonly Gap[]): readonly Gap[] {
  const byKey = new Map([...left, ...right].map((gap) => [`${gap.kind}\n${gap.scope.toLowerCase()}`, gap]))
  return [...byKey.values()]
}

/** What a load finds, in a stretch without a start or an end. */
interface Findings {
  readonly rows: FleetRow[]
  readonly gaps: Gap[]
}

function withGaps(model: FleetModel, found: readonly Gap[]): FleetModel {
  if (found.length === 0) return model
  return { ...model, gaps: union(model.gaps, found), load: { ...model.load, gaps: union(model.load.gaps, found) } }
}

function withRows(model: FleetModel, rows: readonly FleetRow[]): FleetModel {
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
  if (byKey.size !== before) {
    entries.sort((left, right) => compareText(left.name, right.name) || compareText(left.key, right.key))
  }
  return { ...model, entries, load: { ...model.load, seen } }
}

function ended(model: FleetModel, event: Extract<FleetEvent, { type: 'end' }>): FleetModel {
  const load: FleetLoad = { ...model.load, phase: 'ended', endedAt: event.at, progress: event.progress, failure: null }
  const entries = leftAfter({ ...model, load }, event.complete)
  return { ...model, entries, load, gaps: load.gaps, settledAt: event.at, complete: event.complete }
}

/** Marks the running load as failed; everything known stays. */
export function failFleetLoad(model: FleetModel, error: LoadFailure): FleetModel {
  return { ...model, load: { ...model.load, phase: 'failed', failure: error } }
}

/** An empty list where VMs are known names nothing that is gone: the names known so far stay. */
function withSubscriptions(model: FleetModel, subscriptions: FleetModel['subscriptions']): FleetModel {
  const listedNothing = subscriptions.length === 0 && model.entries.length > 0
  return {
    ...model,
    subscriptions: listedNothing ? model.subscriptions : subscriptions,
    load: { ...model.load, listedNothing },
  }
}

function withEvent(model: FleetModel, event: Exclude<FleetEvent, { type: 'rows' | 'gap' }>): FleetModel {
  switch (event.type) {
    case 'start':
      return { ...model, tenantId: event.tenantId, load: { ...noLoad, phase: 'running', startedAt: event.at } }
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
 * The fleet after a batch of the stream. Rows are upserts; a refresh replaces what it reads and keeps the rest, and
 * only a load that could have seen a VM and did not makes it leave.
 * @param model what was known
 * @param events lines of one stream, in order
 */
export function applyFleetEvents(model: FleetModel, events: readonly FleetEvent[]): FleetModel {
  let next = model
  let found: Findings = { rows: [], gaps: [] }
  // Rows and gaps are gathered and put in at once: one by one, ten thousand would take seconds.
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
