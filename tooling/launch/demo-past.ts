import { randomUUID } from 'node:crypto'
import type { SimulatorClient, TenantClient } from '@/e2e/simulator/control/client'
import { collectorApplication, demoTenantIds } from '@/e2e/simulator/names'
import { pastActs, pastDays } from '@/e2e/simulator/worlds/demo/past'
import type { HistoryConfig } from '@/lib/config/history-config'
import { presentMilliseconds } from '@/lib/shared/moment'
import { openStore, type Store } from '@/lib/store/store'
import { dueSubscriptions } from '@/lib/store/watched'
import { putWatch } from '@/lib/store/watches/watches'
import type { Collector } from '@/lib/usecases/collect/collector'
import { readSubscription } from '@/lib/usecases/collect/read-subscription'
import { collectOnce } from '@/lib/usecases/collect/run'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import { scoreEstimates } from '@/lib/usecases/history/score-estimates'

const minute = 60_000
const day = 24 * 60 * minute
/** The inventory is taken so often, and once more after every change of the world. */
const surveyMs = day
/** Readings that are due within this time are done together. */
const togetherMs = 10 * minute
/** Resource Graph shows a change this long after it. */
const lagMs = 2 * minute
/** The person of the demo who follows VMs. */
const follower = 'Aiko Tanaka'

const never = new AbortController().signal

/** The scheduler spends real time, of which a step of the clock takes none: its budgets are as fresh as the clock says. */
function freshLimits(): void {
  globalThis.sealwatchSchedulers = undefined
  globalThis.sealwatchSharedLimits = undefined
  globalThis.sealwatchVmSpacing = undefined
}

/** The demo's admin follows the VMs that are encrypted in the past. */
async function follow(store: Store, tenant: TenantClient, createdAt: number): Promise<void> {
  const { people } = await tenant.summary()
  const personId = people.find(({ displayName }) => displayName === follower)?.objectId ?? ''
  const names = new Set(pastActs.map(({ name }) => name))
  for (const vm of (await tenant.vms()).filter(({ name }) => names.has(name))) {
    const put = await putWatch(store, {
      id: randomUUID(),
      follower: { cloud: 'public', tenantId: tenant.tenantId, personId },
      target: { kind: 'vm', id: vm.id },
      kinds: ['needs-person', 'finished', 'failed', 'stuck'],
      channels: [],
      mutedUntil: null,
      language: 'en',
      notifyCurrent: false,
      createdAt,
    })
    if (!put.ok) throw new Error(`The demo's history: ${put.failure.kind}`)
  }
}

async function nextDue({ store, watching }: Collector): Promise<number> {
  const row = await store.db
    .selectFrom('watched_vms')
    .where('tenant_id', '=', watching.tenantId)
    .select(({ fn }) => fn.min('due_at').as('due'))
    .executeTakeFirst()
  return row?.due ?? Number.POSITIVE_INFINITY
}

async function readDue(collector: Collector): Promise<void> {
  const due = await dueSubscriptions(collector.store, collector.watching, collector.now())
  if (!due.ok) throw new Error(`The demo's history: ${due.failure.kind}`)
  await Promise.all(due.value.map((subscription) => readSubscription(collector, subscription, never)))
}

/** Lets the collector read the world from where its clock stands up to the present. */
async function collectUntil(present: number, tenant: TenantClient, collector: Collector): Promise<void> {
  let [now, surveyAt] = [await tenant.clock(), 0]
  while (now < present) {
    globalThis.sealwatchMoment = now
    freshLimits()
    if (now >= surveyAt) {
      if (!(await collectOnce(collector, never))) throw new Error('The demo could not be read.')
      surveyAt = now + surveyMs
    } else await readDue(collector)
    await scoreEstimates(collector.store, now)
    const change = (await tenant.nextChange()) ?? Number.POSITIVE_INFINITY
    surveyAt = Math.min(surveyAt, change + lagMs)
    const next = Math.min(surveyAt, (await nextDue(collector)) + togetherMs)
    const step = Math.min(Math.max(next, now + minute), present) - now
    now = await tenant.clock({ step })
  }
  // The present itself: a curve that ends minutes before it would jump at the first reading of a user.
  globalThis.sealwatchMoment = now
  freshLimits()
  if (!(await collectOnce(collector, never))) throw new Error('The demo could not be read.')
  await readDue(collector)
}

function collectorOf(
  store: Store,
  tenant: TenantClient,
  environment: Readonly<Record<string, string | undefined>>,
): Collector {
  const { clientId, clientSecret } = collectorApplication
  const identity = { SEALWATCH_COLLECTOR_CLIENT_ID: clientId, SEALWATCH_COLLECTOR_CLIENT_SECRET: clientSecret }
  const { collector } = testCollector({ ...environment, ...identity, SEALWATCH_TENANT: tenant.tenantId }, store, {
    polling: store.config.polling,
    now: presentMilliseconds,
  })
  return collector
}

const spec = { tenantId: demoTenantIds.demo, scenario: 'demo', seed: 1, bucketScale: 1000 } as const

/**
 * Creates the demo's tenant as it was thirty days ago, and lets the product's own collector read it up to the present by
 * the fake's clock, which then goes on by itself. Without a database the tenant has no such history.
 * @param config where the history is written; its polling is the collector's
 * @returns whether there is a history
 * @throws where the tenant exists already, and where it cannot be read
 */
export async function makeDemoPast(
  azure: SimulatorClient,
  config: HistoryConfig,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const opened = await openStore(config)
  if (!opened.ok) {
    await azure.createTenant(spec)
    return false
  }
  const store = opened.value
  try {
    const tenant = await azure.createTenant({ ...spec, daysBack: pastDays })
    const began = await tenant.clock()
    await follow(store, tenant, began)
    await collectUntil(began + pastDays * day, tenant, collectorOf(store, tenant, environment))
    await tenant.clock({ step: Date.now() - (await tenant.clock()), resume: true })
    return true
  } finally {
    globalThis.sealwatchMoment = undefined
    await store.close()
  }
}
