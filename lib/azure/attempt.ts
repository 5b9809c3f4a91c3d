import 'server-only'
import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline'
import { isUntrusted, networkCodeOf } from '@/lib/shared/network-error'
import type { TokenFailure } from '@/lib/shared/token-source'
import { TokenRefused } from './credential'
import { outcomeOf, type Outcome } from './outcome'
import { ForeignHost } from './pipeline'
import type { LaneName } from './schedule/lane'
import type { Priority } from './schedule/wait-queue'
import type { ApiProvider } from './api-versions'
import { refusalOf, type Refusal } from './refusal'
import type { ArmSession } from './session'
import { BodyTooLarge } from './transport'

/** One request to ARM, for the scheduler. */
export interface ArmCall {
  readonly lane: LaneName
  /** The provider or resource type whose api-versions the request uses. */
  readonly provider: ApiProvider
  /** What a failure is reported for: a subscription id, an ARM id or `tenant`. */
  readonly scope: string
  readonly timeoutMilliseconds: number
  /** Set for readings of one VM, which Compute limits by VM. */
  readonly vmId: string | null
  readonly priority: Priority
  /** Sends the request through the given HTTP client, by the SDK or directly. The client captures the response. */
  readonly send: (http: HttpClient, signal: AbortSignal, apiVersion: string) => Promise<unknown>
}

/**
 * The body that the SDK receives instead: the attempt has read the response already, and parsing it twice would double
 * the work.
 */
const takenBody = '{}'

export interface Attempt {
  readonly outcome: Outcome | { readonly kind: 'no-token'; readonly cause: TokenFailure }
  /** Null where no response arrived. */
  readonly response: PipelineResponse | null
  /** What ARM states about its refusal; null for a success, and where no response arrived. */
  readonly refusal: Refusal | null
}

function withoutAnswer(error: unknown, timedOut: boolean): Attempt['outcome'] {
  if (timedOut) return { kind: 'timed-out' }
  if (error instanceof TokenRefused) return { kind: 'no-token', cause: error.failure }
  if (isUntrusted(networkCodeOf(error))) return { kind: 'untrusted' }
  if (error instanceof ForeignHost || error instanceof BodyTooLarge) return { kind: 'unreadable' }
  return { kind: 'down', retryAfter: null }
}

/**
 * Sends once and returns the outcome. The outcome is derived from the bytes of the response: the SDK drops fields that
 * it does not know and throws its own errors for pages that it cannot parse.
 */
export async function attempt(session: ArmSession, call: ArmCall, apiVersion: string): Promise<Attempt> {
  const stopper = new AbortController()
  const stop = (): void => stopper.abort()
  let timedOut = false
  const stopTimer = session.scheduler.clock.after(call.timeoutMilliseconds, () => {
    timedOut = true
    stop()
  })
  session.signal.addEventListener('abort', stop)
  const answers: PipelineResponse[] = []
  const http: HttpClient = {
    sendRequest: async (request) => {
      session.usage.requests += 1
      const sentAt = Date.now()
      const response = await session.transport.sendRequest(request)
      session.azureClock.received(response.headers.get('date'), sentAt, Date.now())
      answers.push(response)
      return { ...response, bodyAsText: takenBody }
    },
  }
  let thrown: unknown = null
  try {
    await call.send(http, stopper.signal, apiVersion)
  } catch (error) {
    thrown = error
  } finally {
    stopTimer()
    session.signal.removeEventListener('abort', stop)
  }
  const response = answers.at(-1) ?? null
  if (response === null) return { outcome: withoutAnswer(thrown, timedOut), response, refusal: null }
  const refusal = refusalOf(response)
  return { outcome: outcomeOf(response, refusal, session.azureClock.of(Date.now())), response, refusal }
}
