import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'
import type { TrailKind } from '@/lib/shared/trail'
import { addToTrail, type TrailEntry, type TrailPerson } from '@/lib/store/trail/write'
import { log } from '@/lib/telemetry/log'
import { currentScope } from '@/lib/telemetry/request-scope'
import { history } from '../history/handle'

/** A person as the trail names one. */
export const trailPerson = ({ cloud, tenantId, objectId }: Caller): TrailPerson => ({
  cloud,
  tenantId,
  personId: objectId,
})

/** Where the request on whose behalf this runs came from. */
export const fromHere = (): string | null => currentScope()?.address ?? null

type Noted = Pick<TrailEntry, 'subject' | 'detail'>

/**
 * Puts what is in the trail into the log as well: who can change the database cannot change what has left this machine.
 * @param outcome `kept`, or why the database has it not
 */
export function logTrail(kind: TrailKind, caller: Caller | null, { subject, detail }: Noted, outcome = 'kept'): void {
  const person = caller === null ? {} : { person: caller.objectId, tenant: caller.tenantId }
  // What one configuration is told from another by is long, and tells nobody anything.
  const told = Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'marks'))
  const line = { event: 'trail', kind, ...person, address: fromHere(), subject, detail: JSON.stringify(told), outcome }
  log(outcome === 'kept' || outcome === 'off' ? 'info' : 'warn', line)
}

/** Writes something down, now. What a database that is away cannot take is in the log. */
export async function noteInTrail(kind: TrailKind, caller: Caller | null, more: Noted): Promise<void> {
  const who = caller === null ? null : trailPerson(caller)
  const opened = await history()
  const written = opened.ok
    ? await addToTrail(opened.value, { at: Date.now(), kind, who, address: fromHere(), ...more })
    : opened
  logTrail(kind, caller, more, written.ok ? 'kept' : written.failure.kind)
}

/** Somebody who was away for so long begins a new session. */
const idleMilliseconds = 3_600_000
const mostSessions = 50_000
/** Refusals of one kind from one address are written once in so long; the next one says how many there were between. */
const quietMilliseconds = 60_000
/** Kinds of refusals and addresses under watch at once; when there are more, all are written anew. */
const mostQuiet = 10_000

interface Quiet {
  readonly until: number
  count: number
}

declare global {
  // Next bundles each route by itself; a session spans all of them.
  var sealwatchSessions: Map<string, number> | undefined
  var sealwatchRefusals: Map<string, Quiet> | undefined
}

/** Whether this is the first of its kind of this person, from this address, for an hour. */
function isFirst(what: string, caller: Caller): boolean {
  const sessions = (globalThis.sealwatchSessions ??= new Map<string, number>())
  const now = Date.now()
  const key = JSON.stringify([what, personKey(caller), fromHere()])
  const last = sessions.get(key) ?? Number.NEGATIVE_INFINITY
  sessions.delete(key)
  sessions.set(key, now)
  if (sessions.size > mostSessions) for (const [oldest] of [...sessions].slice(0, 1000)) sessions.delete(oldest)
  return now - last >= idleMilliseconds
}

/**
 * Notes the first request of a session. It is the first that the server can know of: people sign in at Entra, which
 * tells nobody. The same person from another address, or after an hour without a request, begins another session.
 */
export function noteRequest(caller: Caller): void {
  if (isFirst('request', caller)) void noteInTrail('sign-in', caller, { subject: null, detail: {} })
}

/** What a person does next is the first of a new session. */
export function forgetVisits(person: string): void {
  for (const key of globalThis.sealwatchSessions?.keys() ?? []) {
    if (key.includes(`,${JSON.stringify(person)},`)) globalThis.sealwatchSessions?.delete(key)
  }
}

/**
 * Notes that the fleet was handed out, once in a session. From then on the person can keep it, print it or save it as a
 * file, and no server learns of that.
 */
export function noteFleetRead(caller: Caller): void {
  if (isFirst('fleet', caller)) void noteInTrail('fleet-read', caller, { subject: 'fleet', detail: {} })
}

/** Notes that somebody was refused. A flood of refusals makes few rows. */
export function noteRefusal(caller: Caller | null, endpoint: string, code: string): void {
  const refusals = (globalThis.sealwatchRefusals ??= new Map<string, Quiet>())
  const now = Date.now()
  const key = JSON.stringify([caller === null ? null : personKey(caller), fromHere(), endpoint, code])
  const known = refusals.get(key)
  if (known !== undefined && now < known.until) {
    known.count += 1
    return
  }
  if (refusals.size >= mostQuiet) refusals.clear()
  refusals.set(key, { until: now + quietMilliseconds, count: 0 })
  const before = known?.count ?? 0
  void noteInTrail('denied', caller, { subject: endpoint, detail: { code, ...(before > 0 && { before }) } })
}
