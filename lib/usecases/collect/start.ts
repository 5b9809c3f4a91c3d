import 'server-only'
import { randomUUID } from 'node:crypto'
import { openArmSession } from '@/lib/azure/session'
import { personKey } from '@/lib/auth/caller'
import { serviceTokenSource } from '@/lib/auth/service-token'
import { collectorConfig, type CollectorConfig } from '@/lib/config/collector-config'
import { historyConfig } from '@/lib/config/history-config'
import { telemetryConfig } from '@/lib/config/telemetry-config'
import { webhookConfig } from '@/lib/config/webhook-config'
import type { TokenSource } from '@/lib/shared/token-source'
import { history } from '../history/handle'
import { syncOperatorWatches } from '../watches/operator-watches'
import { createWatchers } from '../watches/watchers'
import { failedStep, type Collector, type CollectorEvent, type Reporter } from './collector'
import { collect, collectOnce } from './run'
import { sharedClock } from './shared-clock'

/** With whose rights a collector reads, and where. */
export interface CollectorReader {
  readonly config: Pick<CollectorConfig, 'cloud' | 'tenantId' | 'armEndpoint' | 'armScope' | 'azureShare'>
  /** Key of the limits that Azure counts for this reader. */
  readonly person: string
  readonly tokens: TokenSource
}

/**
 * The service identity that the environment names.
 * @throws ConfigurationError naming every wrong variable
 */
export function serviceReader(): CollectorReader {
  const config = collectorConfig()
  const person = personKey({ cloud: config.cloud, tenantId: config.tenantId, objectId: 'collector' })
  return { config, person, tokens: serviceTokenSource(config) }
}

export interface CollectOptions {
  readonly reader: CollectorReader
  /** Ends after one survey and one reading of what is due. */
  readonly once: boolean
  readonly signal: AbortSignal
  readonly say: (event: CollectorEvent) => void
  readonly reporter: Reporter | null
}

/**
 * Runs a collector on this process's history until the signal aborts. The history stays open.
 * @returns whether it could start, and for `once` whether it succeeded
 * @throws ConfigurationError naming every wrong variable
 */
export async function runCollector({ reader, once, signal, say, reporter }: CollectOptions): Promise<boolean> {
  const { config, person, tokens } = reader
  const { polling } = historyConfig()
  const webhooks = webhookConfig()
  const opened = await history()
  if (!opened.ok) {
    say(failedStep('plan', opened.failure))
    return false
  }
  const store = opened.value
  const { localReceiver, networks, timeoutMs } = webhooks
  const watching = { cloud: config.cloud, tenantId: config.tenantId }
  const { now, adjustClock } = sharedClock(store, say)
  await adjustClock()
  const synced = await syncOperatorWatches(store, watching, webhooks.watches, now())
  if (!synced.ok) say(failedStep('watch', synced.failure))
  const collector: Collector = {
    store,
    watching,
    polling,
    watchers: createWatchers(store, now),
    sender: {
      store,
      config: webhooks,
      rules: { localReceiver, networks, timeoutMs },
      now,
      say: (delivered) => say({ event: 'notified', ...delivered }),
    },
    reporter,
    measured: telemetryConfig().subscriptions,
    holder: randomUUID(),
    openSession: (ending, deadlineMilliseconds) =>
      openArmSession(config, { person, tokens, signal: ending, deadlineMilliseconds }),
    now,
    adjustClock,
    here: () => Date.now(),
    say,
    failing: new Map(),
  }
  return once ? collectOnce(collector, signal) : collect(collector, signal)
}
