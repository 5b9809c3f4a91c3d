import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { attempt, type ArmCall, type Attempt } from './attempt'
import type { ArmFailure } from './failure'
import { remainingOf, restOf } from './outcome'
import { sleep } from './schedule/clock'
import type { Slot } from './schedule/scheduler'
import type { ArmSession } from './session'

/** What ARM answered: the JSON and its very text. */
export interface ArmBody {
  readonly json: unknown
  readonly text: string
}

/** Longest wait that Azure may ask for; a longer one is reported instead of waited for. */
const longestWaitMilliseconds = 60_000
const backoffBaseMilliseconds = 500
/** Tries in all, by what went wrong. Being told to wait is no try: the lane bounds those. */
const maxTries = { down: 3, 'timed-out': 2, unreadable: 2, 'token-expired': 2 } as const
type Retriable = keyof typeof maxTries

function isRetriable(kind: Attempt['outcome']['kind']): kind is Retriable {
  return kind in maxTries
}

/** Tells the lane what Azure said, before others are let through. */
function report(session: ArmSession, slot: Slot, { outcome, response }: Attempt): void {
  const { clock } = session.scheduler
  const now = clock.now()
  if (outcome.kind === 'throttled') {
    session.usage.throttled += 1
    const tooLong = outcome.milliseconds > longestWaitMilliseconds
    const milliseconds = outcome.milliseconds + (tooLong ? 0 : clock.random() * 250)
    slot.lane.refused(now, slot.sentAt, { milliseconds, tooLong, reason: outcome.reason ?? slot.lane.name.kind })
  } else if (response !== null) {
    slot.lane.accepted(now, remainingOf(response))
    const rest = restOf(response)
    if (rest !== null) slot.lane.rest(now, Math.min(rest, longestWaitMilliseconds))
  }
  slot.release()
}

function failureOf(outcome: Attempt['outcome'], scope: string): ArmFailure {
  switch (outcome.kind) {
    case 'no-token':
      return { kind: 'no-token', scope, cause: outcome.cause }
    case 'challenged':
      return { kind: 'no-token', scope, cause: { code: 'claims-challenge', claims: outcome.claims } }
    case 'token-expired':
      return { kind: 'no-token', scope, cause: { code: 'token-expired', claims: null } }
    case 'denied':
    case 'not-found':
    case 'timed-out':
    case 'down':
      return { kind: outcome.kind, scope }
    case 'unreadable':
    case 'throttled':
    case 'done':
      return { kind: 'unreadable', scope }
  }
}

/** Milliseconds before another try, or null where there is none to be made. Doubles each time, with full jitter. */
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
): Promise<void> {
  if (milliseconds <= 0) return
  const { scheduler } = session
  const until = scheduler.clock.now() + milliseconds
  const done = scheduler.noteBackoff({ scope: call.lane.scope, reason, until })
  await sleep(scheduler.clock, milliseconds, session.signal)
  done()
}

/**
 * Sends a read to ARM when its turn comes, and again where that makes sense.
 * Every failure is data: nothing is thrown, and nothing that Azure wrote is passed on as text.
 */
export async function perform(session: ArmSession, call: ArmCall): Promise<Result<ArmBody, ArmFailure>> {
  const { scheduler, signal } = session
  let tries = 0
  for (;;) {
    if (call.vmId !== null) {
      await pause(session, call, session.spacing.book(call.vmId, scheduler.clock.now()), 'compute')
    }
    const slot = await scheduler.acquire(call.lane, signal, tries > 0 || call.urgent === true)
    if (!slot.ok) {
      if (slot.failure.kind === 'throttled') return fail({ ...slot.failure, scope: call.scope })
      return fail({ kind: session.ended() ?? 'cancelled', scope: call.scope })
    }
    const tried = await attempt(session, call)
    report(session, slot.value, tried)
    const ended = session.ended()
    if (ended !== null) return fail({ kind: ended, scope: call.scope })
    const { outcome } = tried
    if (outcome.kind === 'done') return ok({ json: outcome.json, text: outcome.text })
    if (outcome.kind === 'challenged' || outcome.kind === 'token-expired') session.tokens.drop()
    tries += outcome.kind === 'throttled' ? 0 : 1
    const wait = nextTry(session, outcome, tries)
    if (wait === null) return fail(failureOf(outcome, call.scope))
    await pause(session, call, wait, 'server-error')
  }
}
