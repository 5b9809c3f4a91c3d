import { randomUUID } from 'node:crypto'
import type { AzureClock } from '@/lib/azure/azure-clock'
import { openArmSession } from '@/lib/azure/session'
import { serviceTokenSource } from '@/lib/auth/service-token'
import { parseCollectorConfig } from '@/lib/config/collector-config'
import type { MeasuredSubscriptions } from '@/lib/config/telemetry-config'
import type { WebhookConfig } from '@/lib/config/webhook-config'
import type { Store } from '@/lib/store/store'
import type { Polling } from '@/lib/timeline/polling'
import type { Collector, CollectorEvent } from '../collector'
import { createWatchers } from '../../watches/watchers'

const noWebhooks: WebhookConfig = {
  address: 'https://sealwatch.example',
  targets: [],
  watches: [],
  proofHours: 72,
  timeoutMs: 5000,
  localReceiver: null,
  networks: [],
}

const heedless: AzureClock = { received: () => undefined, of: (here) => here }

export interface TestCollector {
  readonly collector: Collector
  readonly events: CollectorEvent[]
}

/** A collector in this process, as its program creates it, with the test's clock. */
export function testCollector(
  environment: Readonly<Record<string, string | undefined>>,
  store: Store,
  options: {
    readonly polling: Polling
    readonly now?: () => number
    readonly webhooks?: WebhookConfig
    readonly measured?: MeasuredSubscriptions
    readonly ca?: string
  },
): TestCollector {
  const parsed = parseCollectorConfig(environment)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  const config = parsed.value
  const tokens = serviceTokenSource(config)
  const events: CollectorEvent[] = []
  const now = options.now ?? (() => Date.now())
  const webhooks = options.webhooks ?? noWebhooks
  const { localReceiver, networks, timeoutMs } = webhooks
  return {
    events,
    collector: {
      store,
      watching: { cloud: config.cloud, tenantId: config.tenantId },
      polling: options.polling,
      reporter: null,
      measured: options.measured ?? null,
      holder: randomUUID(),
      openSession: (signal, deadlineMilliseconds) => {
        const person = `collector|${config.tenantId}`
        const session = openArmSession(config, { person, tokens, signal, deadlineMilliseconds })
        // The test's clock already is Azure's clock.
        return options.now === undefined ? session : { ...session, azureClock: heedless }
      },
      now,
      adjustClock: () => Promise.resolve(),
      here: now,
      watchers: createWatchers(store, now),
      sender: {
        store,
        config: webhooks,
        rules: { localReceiver, networks, timeoutMs, ...(options.ca === undefined ? {} : { ca: options.ca }) },
        now,
        say: (delivered) => events.push({ event: 'notified', ...delivered }),
      },
      say: (event) => events.push(event),
      failing: new Map(),
    },
  }
}
