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
import { schedulerOf, vmSpacing } from './schedule/people'
import type { Scheduler, SchedulerWait } from './schedule/scheduler'
import type { VmSpacing } from './schedule/vm-spacing'
import { createTransport } from './transport'

/** Requests sent and refusals met by one use case. */
export interface ArmUsage {
  requests: number
  throttled: number
  /** Refusals that the log has already: provider, status and codes. */
  readonly logged: Set<string>
}

/** One use case of one person: a token, a deadline and a count of its own; the pace is shared with the person's others. */
export interface ArmSession {
  readonly armEndpoint: string
  readonly apiVersions: ApiVersionChoice
  readonly tokens: TokenSource
  readonly pipeline: Pipeline
  readonly compute: ComputeClients
  readonly transport: HttpClient
  readonly scheduler: Scheduler
  readonly spacing: VmSpacing
  /** Aborts when the person leaves or the time is up. */
  readonly signal: AbortSignal
  readonly usage: ArmUsage
  readonly azureClock: AzureClock
  /** What the person's requests wait for right now. */
  readonly waits: () => readonly SchedulerWait[]
  /** Why the session ended; null while it goes on. */
  readonly ended: () => 'cancelled' | 'timed-out' | null
  /** Stops everything that still runs and frees the timer. */
  readonly close: () => void
}

export interface SessionOptions {
  /** Cloud, tenant and object id in one key: nothing is shared between two of them. */
  readonly person: string
  readonly tokens: TokenSource
  readonly signal: AbortSignal
  readonly deadlineMilliseconds: number
  /** What requests go through instead of the usual transport. */
  readonly transport?: HttpClient
}

export const armTransport = createTransport()
const choices = new Map<string, ApiVersionChoice>()

/** What a cloud refused once need not be asked of it by the next session. There is one ARM endpoint a process. */
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
  // Every request under way listens, which Node would take for a leak.
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
    transport: options.transport ?? armTransport,
    scheduler,
    spacing: vmSpacing(config.azureShare),
    signal: stopper.signal,
    usage: { requests: 0, throttled: 0, logged: new Set() },
    azureClock: createAzureClock(),
    waits: () => scheduler.waits(),
    ended: () => ended,
    close: () => {
      clearTimeout(timer)
      options.signal.removeEventListener('abort', cancel)
      cancel()
    },
  }
}
