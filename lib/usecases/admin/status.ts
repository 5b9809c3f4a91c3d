import 'server-only'
import { effectiveConfiguration, type EffectiveVariable } from '@/lib/config/effective'
import { historyConfig } from '@/lib/config/history-config'
import { programVersion } from '@/lib/config/version'
import { leaseWorks, type AdminStatus, type Lease } from '@/lib/contract/admin'
import { redact } from '@/lib/messages/report/redact'
import { schemaStatus } from '@/lib/store/migrate'
import { overview, type OfTenant, type Overview } from '@/lib/store/overview'
import type { Store } from '@/lib/store/store'
import { unrecognisedMessages, type UnrecognisedMessage } from '@/lib/store/unrecognised'
import { webhookStatus } from '@/lib/store/watches/webhook-status'
import { withoutSecrets } from '@/lib/telemetry/without-secrets'
import { history } from '../history/handle'
import { historyHealth } from '../history/health'

const day = 86_400_000
const mostMessages = 50
const longestMessage = 2000

const iso = (at: number): string => new Date(at).toISOString()

/** A lease as administrators see it: what for and whose, and of a scheduled report why the last one failed. */
export function leaseOf({ name, holder, until }: Overview['leases'][number]): Lease {
  const [first = ''] = name.split('|')
  const work = leaseWorks.find((one) => one === first) ?? 'other'
  // The lease holder of a reading, a survey or a report is the process name with a suffix; that of a report ends with its failure.
  const [process = '', , failure = null] = holder.split(/[/#]/)
  return { work, holder: process, until: iso(until), failure: work === 'report' ? failure : null }
}

/** Equal texts of several VMs are one message: names and ids are removed before they are compared. */
function unrecognisedOf(found: readonly UnrecognisedMessage[]): AdminStatus['unrecognised'] {
  const byText = new Map<string, { machines: Set<number>; lastSeen: number }>()
  for (const { machine, text, lastSeen } of found) {
    const known = redact(text.slice(0, longestMessage), []).text
    const entry = byText.get(known) ?? { machines: new Set<number>(), lastSeen }
    entry.machines.add(machine)
    byText.set(known, entry)
  }
  return [...byText]
    .slice(0, mostMessages)
    .map(([text, { machines, lastSeen }]) => ({ text, vms: machines.size, lastSeen: iso(lastSeen) }))
}

type StoreStatus = Pick<AdminStatus, 'store' | 'leases' | 'watching' | 'webhooks' | 'unrecognised'>

const without = (failure: AdminStatus['store']['failure']): StoreStatus => ({
  store: {
    failure,
    database: null,
    bytes: null,
    mostBytes: historyConfig().maxBytes,
    schema: null,
    machines: null,
    observations: null,
  },
  leases: [],
  watching: [],
  webhooks: null,
  unrecognised: [],
})

async function storeStatus(store: Store, tenant: OfTenant): Promise<StoreStatus> {
  const seen = await overview(store, tenant, Date.now())
  if (!seen.ok) return without(seen.failure.kind)
  const messages = await unrecognisedMessages(store, tenant)
  const webhooks = await webhookStatus(store, tenant, Date.now() - day)
  const { applied } = await schemaStatus(store)
  const { bytes, machines, observations, leases, watching } = seen.value
  return {
    store: {
      failure: await historyHealth(),
      database: store.dialect,
      bytes,
      mostBytes: store.config.maxBytes,
      schema: applied.at(-1) ?? null,
      machines,
      observations,
    },
    leases: leases.map(leaseOf),
    watching: watching.map((one) => ({ ...one, lastRead: one.lastRead === null ? null : iso(one.lastRead) })),
    webhooks: webhooks.ok ? webhooks.value.map((each) => ({ ...each })) : null,
    unrecognised: messages.ok ? unrecognisedOf(messages.value) : [],
  }
}

/** An address can contain a password, in any variable. */
function shown(variable: EffectiveVariable): AdminStatus['configuration'][number] {
  return { ...variable, value: variable.value === null ? null : withoutSecrets(variable.value) }
}

/**
 * The state of this deployment, for its administrators alone. It contains no secrets, no VM names, and no data of other
 * tenants than the administrator's.
 */
export async function adminStatus(tenant: OfTenant): Promise<AdminStatus> {
  const opened = await history()
  return {
    version: programVersion,
    node: process.version,
    startedAt: iso(Date.now() - process.uptime() * 1000),
    configuration: effectiveConfiguration(process.env, 'server').map(shown),
    ...(opened.ok ? await storeStatus(opened.value, tenant) : without(opened.failure.kind)),
  }
}
