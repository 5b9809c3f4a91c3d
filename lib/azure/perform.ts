import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { timed } from '@/lib/telemetry/measure'
import { attempt, type ArmCall, type Attempt } from './attempt'
import type { ArmFailure } from './failure'
import { logRefusal, measured } from './measured'
import { sleep } from './schedule/clock'
import type { Slot } from './schedule/scheduler'
import type { ArmSession } from './session'
import { readRateLimitHeaders } from './rate-limit-headers'

/** The JSON that ARM returned, and its original text. */
export interface ArmBody {
  readonly json: unknown
  readonly text: string
}

/** Longest wait that Azure may request; a longer one is reported and not waited for. */
const longestWaitMilliseconds = 60_000
/** However long a wait Azure requests, after this a single request tests whether it still applies. */
const longestClosedMilliseconds = 600_000
/** A wait of 0 would retry at once. */
const shortestWaitMilliseconds = 250
const backoffBaseMilliseconds = 500
/** Tries in all, by failure. A throttled request does not count as a try: the lane limits those. */
const maxTries = { down: 3, 'timed-out': 2, unreadable: 2, 'token-expired': 2 } as const
type Retriable = keyof typeof maxTries

function isRetriable(kind: Attempt['outcome']['kind']): kind is Retriable {
  return kind in maxTries
}

/** Passes Azure's response on to the lane, before it starts further requests. */
function report(session: ArmSession, call: ArmCall, slot: Slot, { outcome, response }: Attempt): void {
  const { clock } = session.scheduler
  const now = clock.now()
  const { lane, sentAt, isTrial } = slot
  if (outcome.kind === 'throttled') {
    session.usage.throttled += 1
    const tooLong = outcome.milliseconds > longestWaitMilliseconds
    const jitter = tooLong ? 0 : shortestWaitMilliseconds * clock.random()
    const milliseconds = Math.min(longestClosedMilliseconds, Math.max(shortestWaitMilliseconds, outcome.milliseconds))
    const reason = outcome.reason ?? lane.name.kind
    lane.refused(now, sentAt, { milliseconds: milliseconds + jitter, tooLong, reason })
  } else if (outcome.kind === 'down' || outcome.kind === 'timed-out') {
    // A session that was cancelled or timed out proves nothing about Azure.
    if (session.ended() === null) lane.failed(now, isTrial)
  } else if (response !== null) {
    const limits = readRateLimitHeaders(response)
    lane.accepted(now, sentAt, limits)
    if (call.vmId !== null && limits.vm !== null) session.spacing.counted(call.vmId, now, limits.vm)
  }
  slot.release()
}

/** Versions listed at most: enough to see what a cloud supports. */
const mostOffered = 20

function codesOf(refusal: Attempt['refusal']): Pick<ArmFailure, 'codes'> {
  return refusal === null || refusal.codes.length === 0 ? {} : { codes: refusal.codes }
}

function failureOf({ outcome, refusal }: Attempt, scope: string): ArmFailure {
  return { ...kindOf(outcome, scope), ...codesOf(refusal) }
}

function kindOf(outcome: Attempt['outcome'], scope: string): ArmFailure {
  switch (outcome.kind) {
    case 'no-token':
      return { kind: 'no-token', scope, cause: outcome.cause }
    case 'challenged':
      return { kind: 'no-token', scope, cause: { code: 'claims-challenge', claims: outcome.claims } }
    case 'token-expired':
      return { kind: 'no-token', scope, cause: { code: 'token-expired', claims: null } }
    case 'api-version':
      return { kind: 'api-version', scope, offered: outcome.offered.slice(0, mostOffered) }
    case 'denied':
    case 'not-found':
    case 'timed-out':
    case 'untrusted':
    case 'down':
      return { kind: outcome.kind, scope }
    case 'refused':
    case 'unreadable':
    case 'throttled':
    case 'done':
      return { kind: 'unreadable', scope }
  }
}

/** Milliseconds before the next try, or null after the last one. Doubles each time, with full jitter. */
function nextTry(session: ArmSession, outcome: Attempt['outcome'], tries: number): number | null {
  if (outcome.kind === 'throttled') return 0
  if (!isRetriable(outcome.kind) || tries >= maxTries[outcome.kind]) return null
  if (outcome.kind === 'token-expired') return 0
  const asked = outcome.kind === 'down' ? outcome.retryAfter : null
  if (asked !== null) return asked > longestWaitMilliseconds ? null : asked
  return backoffBaseMilliseconds * 2 ** tries * (0.5 + session.scheduler.clock.random() / 2)
}

async function pause(
  session: ArmSession,
  call: ArmCall,
  milliseconds: number,
  reason: 'compute' | 'server-error',
  azureCodes: readonly string[] = [],
): Promise<void> {
  if (milliseconds <= 0) return
  const { scheduler } = session
  const until = scheduler.clock.now() + milliseconds
  timed('sealwatch.arm.wait.duration', milliseconds, { reason })
  const done = scheduler.noteBackoff({
    scope: call.lane.scope,
    reason,
    until,
    ...(azureCodes.length > 0 && { azureCodes }),
  })
  await sleep(scheduler.clock, milliseconds, session.signal)
  done()
}

/**
 * Sends a read to ARM when its turn comes, and retries where that can help. Every failure is data: it throws nothing,
 * and passes on no text that Azure wrote.
 */
export async function perform(session: ArmSession, call: ArmCall): Promise<Result<ArmBody, ArmFailure>> {
  const { scheduler, signal } = session
  let tries = 0
  let apiVersion = session.apiVersions.of(call.provider)
  let versionReplaced = false
  let refusal: Attempt['refusal'] = null
  for (;;) {
    if (call.vmId !== null) {
      const wait = session.spacing.book(call.vmId, scheduler.clock.now(), call.priority)
      await pause(session, call, wait, 'compute')
    }
    const askedAt = scheduler.clock.now()
    const slot = await scheduler.acquire(call.lane, signal, { priority: call.priority, again: tries > 0 })
    if (!slot.ok) {
      if (slot.failure.kind === 'cancelled') return fail({ kind: session.ended() ?? 'cancelled', scope: call.scope })
      return fail({ ...slot.failure, scope: call.scope, ...codesOf(refusal) })
    }
    timed('sealwatch.arm.wait.duration', slot.value.sentAt - askedAt, { reason: call.lane.kind })
    // In its slot: so the requests behind it wait too.
    if (call.priority !== 'screen') await session.ready()
    const tried = await measured(call, () => attempt(session, call, apiVersion))
    report(session, call, slot.value, tried)
    logRefusal(session, call, tried)
    refusal = tried.refusal
    const ended = session.ended()
    if (ended !== null) return fail({ kind: ended, scope: call.scope })
    const { outcome } = tried
    if (outcome.kind === 'done') return ok({ json: outcome.json, text: outcome.text })
    if (outcome.kind === 'challenged') session.tokens.drop(outcome.claims)
    if (outcome.kind === 'token-expired') session.tokens.drop()
    if (outcome.kind === 'api-version' && !versionReplaced) {
      const next = session.apiVersions.replace(call.provider, apiVersion, outcome.offered)
      if (next !== null) {
        apiVersion = next
        versionReplaced = true
        continue
      }
    }
    tries += outcome.kind === 'throttled' ? 0 : 1
    const wait = nextTry(session, outcome, tries)
    if (wait === null) return fail(failureOf(tried, call.scope))
    await pause(session, call, wait, 'server-error', codesOf(refusal).codes)
  }
}
