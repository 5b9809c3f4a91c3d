import 'server-only'
import { setMaxListeners } from 'node:events'
import type { HttpClient, Pipeline } from '@azure/core-rest-pipeline'
import type { ServerConfig } from '@/lib/config/server-config'
import type { TokenSource } from '@/lib/shared/token-source'
import { ApiVersionChoice } from './api-versions'
import { createAzureClock, type AzureClock } from './azure-clock'
import { ComputeClients } from './compute-clients'
import { armCredential } from './credential'
import { armPipeline } from './pipeline'
import { schedulerOf, vmSpacing } from './schedule/scheduler-registry'
import type { Scheduler, SchedulerWait } from './schedule/scheduler'
import type { VmSpacing } from './schedule/vm-spacing'
import { createTransport } from './transport'

/** Requests sent and refusals received by one use case. */
export interface ArmUsage {
  requests: number
  throttled: number
  /** Refusals that were logged already: provider, status and codes. */
  readonly logged: Set<string>
}

/**
 * One use case of one user: it has its own token, deadline and request count; the rate limits are shared with the
 * user's other sessions.
 */
export interface ArmSession {
  readonly armEndpoint: string
  readonly apiVersions: ApiVersionChoice
  readonly tokens: TokenSource
  readonly pipeline: Pipeline
  readonly compute: ComputeClients
  readonly transport: HttpClient
  readonly scheduler: Scheduler
  readonly spacing: VmSpacing
  /** Aborts when the user leaves or the time is up. */
  readonly signal: AbortSignal
  readonly usage: ArmUsage
  readonly azureClock: AzureClock
  /** Waits until what earlier requests returned is processed; called before each request that no screen waits for. */
  readonly ready: () => Promise<void>
  /** What the user's requests wait for now. */
  readonly waits: () => readonly SchedulerWait[]
  /** Why the session ended; null while it is open. */
  readonly ended: () => 'cancelled' | 'timed-out' | null
  /** Stops everything that still runs and frees the timer. */
  readonly close: () => void
}

export interface SessionOptions {
  /** Cloud, tenant and object id in one key: two users share nothing. */
  readonly person: string
  readonly tokens: TokenSource
  readonly signal: AbortSignal
  readonly deadlineMilliseconds: number
  /** By default nothing is waited for. */
  readonly ready?: () => Promise<void>
  /** The HTTP client to use instead of the transport of this process. */
  readonly transport?: HttpClient
}

declare global {
  // Next.js bundles each route separately; the program that starts the server sets it once, to read a file instead of ARM.
  var sealwatchTransport: HttpClient | undefined
}

export const armTransport = createTransport()
const choices = new Map<string, ApiVersionChoice>()

/**
 * The next session need not repeat a request for a version that a cloud refused once. A process has one ARM endpoint.
 */
function versionsOf(armEndpoint: string): ApiVersionChoice {
  const choice = choices.get(armEndpoint) ?? new ApiVersionChoice()
  choices.set(armEndpoint, choice)
  return choice
}

/** Opens a session. Close it when the use case is over. */
export function openArmSession(
  config: Pick<ServerConfig, 'armEndpoint' | 'armScope' | 'azureShare'>,
  options: SessionOptions,
): ArmSession {
  const stopper = new AbortController()
  // Every request in flight adds a listener, which Node.js would report as a leak.
  setMaxListeners(0, stopper.signal)
  let ended: 'cancelled' | 'timed-out' | null = null
  const end = (why: 'cancelled' | 'timed-out') => (): void => {
    ended ??= why
    stopper.abort()
  }
  const cancel = end('cancelled')
  if (options.signal.aborted) cancel()
  options.signal.addEventListener('abort', cancel)
  const timer = setTimeout(end('timed-out'), options.deadlineMilliseconds)
  const credential = armCredential(options.tokens)
  const pipeline = armPipeline(credential, config.armEndpoint, config.armScope)
  const scheduler = schedulerOf(options.person, config.azureShare)
  return {
    armEndpoint: config.armEndpoint,
    apiVersions: versionsOf(config.armEndpoint),
    tokens: options.tokens,
    pipeline,
    compute: new ComputeClients(credential, config.armEndpoint, pipeline),
    transport: options.transport ?? globalThis.sealwatchTransport ?? armTransport,
    scheduler,
    spacing: vmSpacing(config.azureShare),
    signal: stopper.signal,
    usage: { requests: 0, throttled: 0, logged: new Set() },
    azureClock: createAzureClock(),
    ready: options.ready ?? (() => Promise.resolve()),
    waits: () => {
      const ahead = Date.now() - scheduler.clock.now()
      return scheduler.waits().map((wait) => ({ ...wait, until: wait.until + ahead }))
    },
    ended: () => ended,
    close: () => {
      clearTimeout(timer)
      options.signal.removeEventListener('abort', cancel)
      cancel()
    },
  }
}
