import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'
import type { AuditEventKind } from '@/lib/shared/audit-events'
import { insertAuditEvent, type AuditEvent, type AuditActor } from '@/lib/store/audit-log/write'
import { log } from '@/lib/telemetry/log'
import { currentScope } from '@/lib/telemetry/request-scope'
import { history } from '../history/handle'

/** A user as the audit log identifies one. */
export const auditPerson = ({ cloud, tenantId, objectId }: Caller): AuditActor => ({
  cloud,
  tenantId,
  personId: objectId,
})

/** The client address of the request on whose behalf this runs. */
export const fromHere = (): string | null => currentScope()?.address ?? null

type Noted = Pick<AuditEvent, 'subject' | 'detail'>

/**
 * Writes an audit event to the log as well, because a person who can change the database cannot change a log that has
 * left this machine.
 * @param outcome `kept`, or why it is not in the database
 */
export function logAuditEvent(
  kind: AuditEventKind,
  caller: Caller | null,
  { subject, detail }: Noted,
  outcome = 'kept',
): void {
  const person = caller === null ? {} : { person: caller.objectId, tenant: caller.tenantId }
  // The fingerprint of a configuration is long and useless in the log.
  const detailed = Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'marks'))
  const line = {
    event: 'audit',
    kind,
    ...person,
    address: fromHere(),
    subject,
    detail: JSON.stringify(detailed),
    outcome,
  }
  log(outcome === 'kept' || outcome === 'off' ? 'info' : 'warn', line)
}

/** Writes an audit event now. If the database is unreachable, the event is in the log. */
export async function recordAuditEvent(kind: AuditEventKind, caller: Caller | null, more: Noted): Promise<void> {
  const who = caller === null ? null : auditPerson(caller)
  const opened = await history()
  const written = opened.ok
    ? await insertAuditEvent(opened.value, { at: Date.now(), kind, who, address: fromHere(), ...more })
    : opened
  logAuditEvent(kind, caller, more, written.ok ? 'kept' : written.failure.kind)
}

/** After this time without a request a user starts a new session. */
const idleMilliseconds = 3_600_000
const mostSessions = 50_000
/**
 * Refusals of one kind from one address are written once in this time; the next event contains how many there were
 * between.
 */
const quietMilliseconds = 60_000
/** Kinds of refusals and addresses tracked at once; over the limit all are written again. */
const mostQuiet = 10_000

interface Quiet {
  readonly until: number
  count: number
}

declare global {
  // Next.js bundles each route separately; a session spans all of them.
  var sealwatchSessions: Map<string, number> | undefined
  var sealwatchRefusals: Map<string, Quiet> | undefined
}

/** Whether this is the first event of its kind of this user, from this address, for an hour. */
function isFirst(what: string, caller: Caller): boolean {
  const sessions = (globalThis.sealwatchSessions ??= new Map<string, number>())
  const now = performance.now()
  const key = JSON.stringify([what, personKey(caller), fromHere()])
  const last = sessions.get(key) ?? Number.NEGATIVE_INFINITY
  sessions.delete(key)
  sessions.set(key, now)
  if (sessions.size > mostSessions) for (const [oldest] of [...sessions].slice(0, 1000)) sessions.delete(oldest)
  return now - last >= idleMilliseconds
}

/**
 * Notes the first request of a session. The server cannot see the sign-in itself, which is between the user and Entra.
 * The same user from another address, or after an hour without a request, starts another session.
 */
export function noteRequest(caller: Caller): void {
  if (isFirst('request', caller)) void recordAuditEvent('sign-in', caller, { subject: null, detail: {} })
}

/** The user's next request is the first of a new session. */
export function forgetVisits(person: string): void {
  for (const key of globalThis.sealwatchSessions?.keys() ?? []) {
    if (key.includes(`,${JSON.stringify(person)},`)) globalThis.sealwatchSessions?.delete(key)
  }
}

/**
 * Notes that a user loaded the fleet, once per session. From then on the user can print it or save it as a file,
 * without any request to the server.
 */
export function noteFleetRead(caller: Caller): void {
  if (isFirst('fleet', caller)) void recordAuditEvent('fleet-read', caller, { subject: 'fleet', detail: {} })
}

/** Notes a refusal. Many refusals become few events. */
export function noteRefusal(caller: Caller | null, endpoint: string, code: string): void {
  const refusals = (globalThis.sealwatchRefusals ??= new Map<string, Quiet>())
  const now = performance.now()
  const key = JSON.stringify([caller === null ? null : personKey(caller), fromHere(), endpoint, code])
  const known = refusals.get(key)
  if (known !== undefined && now < known.until) {
    known.count += 1
    return
  }
  if (refusals.size >= mostQuiet) refusals.clear()
  refusals.set(key, { until: now + quietMilliseconds, count: 0 })
  const before = known?.count ?? 0
  void recordAuditEvent('denied', caller, { subject: endpoint, detail: { code, ...(before > 0 && { before }) } })
}
