import 'server-only'
import { randomUUID } from 'node:crypto'
import { openArmSession } from '@/lib/azure/session'
import { personKey } from '@/lib/auth/caller'
import { serviceTokenSource } from '@/lib/auth/service-token'
import { collectorConfig } from '@/lib/config/collector-config'
import { historyConfig } from '@/lib/config/history-config'
import { telemetryConfig } from '@/lib/config/telemetry-config'
import { webhookConfig } from '@/lib/config/webhook-config'
import { closeHistory, history } from '../history/handle'
import { noteConfiguration } from '../audit-log/record-configuration'
import { syncOperatorWatches } from '../watches/operator-watches'
import { createWatchers } from '../watches/watchers'
import type { Collector, CollectorEvent, Reporter } from './collector'
import { collect, collectOnce } from './run'

export interface CollectOptions {
  /** Ends after one survey and one reading of what is due. */
  readonly once: boolean
  readonly signal: AbortSignal
  readonly say: (event: CollectorEvent) => void
  readonly reporter: Reporter | null
}

/**
 * Runs a collector with this process's configuration until the signal aborts.
 * @returns whether it could start, and for `once` whether it succeeded
 * @throws ConfigurationError naming every wrong variable
 */
export async function runCollector({ once, signal, say, reporter }: CollectOptions): Promise<boolean> {
  const config = collectorConfig()
  const { polling } = historyConfig()
  const webhooks = webhookConfig()
  const opened = await history()
  if (!opened.ok) {
    say({ event: 'failed', what: 'plan', code: opened.failure.kind })
    return false
  }
  await noteConfiguration('collector')
  const tokens = serviceTokenSource(config)
  const person = personKey({ cloud: config.cloud, tenantId: config.tenantId, objectId: 'collector' })
  const store = opened.value
  const { localReceiver, networks, timeoutMs } = webhooks
  const watching = { cloud: config.cloud, tenantId: config.tenantId }
  const now = (): number => Date.now()
  const synced = await syncOperatorWatches(store, watching, webhooks.watches, now())
  if (!synced.ok) say({ event: 'failed', what: 'watch', code: synced.failure.kind })
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
    say,
  }
  try {
    return once ? await collectOnce(collector, signal) : await collect(collector, signal)
  } finally {
    await closeHistory()
  }
}
