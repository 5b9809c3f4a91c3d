import type { RequestLogEntry, World } from '../model/world'

/** The request counts of a tenant; the list of single requests (`World.log`) contains only the newest. */
export interface Ledger {
  /** Requests by route and status: `vm-get` → `200` → 3. */
  readonly counts: Map<string, Map<number, number>>
  /** Requests for unknown routes: `GET /subscriptions/…` → count. */
  readonly unknown: Map<string, number>
  /** Refused changes that were requested with the product's tokens. */
  refusedChanges: number
  /** ARM requests with another host name than the ARM endpoint's: a client followed a foreign `nextLink`. */
  foreignHostRequests: number
  /** Keys (lower-case ids) of VMs whose individual reading was answered completely. */
  readonly readVms: Set<string>
}

const keptEntries = 20_000

export function createLedger(): Ledger {
  return { counts: new Map(), unknown: new Map(), refusedChanges: 0, foreignHostRequests: 0, readVms: new Set() }
}

/** Counts a request and appends it to the world's log. */
export function record(world: World, ledger: Ledger, entry: RequestLogEntry): void {
  const byStatus = ledger.counts.get(entry.route) ?? new Map<number, number>()
  ledger.counts.set(entry.route, byStatus)
  byStatus.set(entry.status, (byStatus.get(entry.status) ?? 0) + 1)
  world.log.push(entry)
  if (world.log.length > keptEntries * 1.1) world.log.splice(0, world.log.length - keptEntries)
}

export function recordUnknown(ledger: Ledger, method: string, path: string): void {
  const key = `${method} ${path}`
  if (ledger.unknown.size < 1000 || ledger.unknown.has(key)) ledger.unknown.set(key, (ledger.unknown.get(key) ?? 0) + 1)
}

export function clearLedger(world: World, ledger: Ledger): void {
  world.log.length = 0
  ledger.counts.clear()
  ledger.unknown.clear()
  ledger.refusedChanges = 0
  ledger.foreignHostRequests = 0
  ledger.readVms.clear()
}
