import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SimulatorClient } from '@/e2e/simulator/control/client'
import type { Database } from '@/lib/config/history-config'
import type { NoticeKind } from '@/lib/contract/watches'
import { collectorEnvironment, ports } from '../collect-stage'
import type { BenchTenant } from '../stage'

/** VMs of each subscription with an active run. */
const each = 4
/** Copies that take from half an hour to most of a day, on disks of all sizes. */
const pace = { osMiBPerSecond: 15, dataMiBPerSecond: 300 }

/** Runs, with the one notice in which each must end. */
const runs = [
  ['linux-offline-all-waits-for-reboot', 'needs-person'],
  ['linux-fail-encrypt-block-device', 'failed'],
  ['linux-offline-all', 'finished'],
] as const satisfies readonly (readonly [string, NoticeKind])[]

/** A tenant whose subscriptions each have VMs with active runs, and the expected notice of each. */
export interface World {
  readonly tenant: BenchTenant
  readonly seed: number
  readonly ids: readonly string[]
  readonly ends: ReadonlyMap<string, NoticeKind>
}

export const subscriptionOf = (id: string): string => id.split('/')[2] ?? ''
export const nameOf = (id: string): string => id.split('/').at(-1) ?? ''

/** Creates it, and starts all runs: none has ended at the first observation. */
export async function makeWorld(azure: SimulatorClient): Promise<World> {
  const seed = randomInt(1_000_000)
  const tenant = await azure.createTenant({ scenario: 'fleet', seed, vms: 800, subscriptions: 20, ade: 0, still: true })
  const begun = new Map<string, number>()
  const ends = new Map<string, NoticeKind>()
  const ids: string[] = []
  for (const { id, power } of await tenant.vms()) {
    const count = begun.get(subscriptionOf(id)) ?? 0
    if (power !== 'running' || count >= each) continue
    const [plan, end] = runs[ids.length % runs.length] ?? runs[0]
    // Windows VMs refuse the plans of Linux.
    const done = await tenant.changeVm({ id, plan, pace }).then(
      () => true,
      () => false,
    )
    if (!done) continue
    begun.set(subscriptionOf(id), count + 1)
    ends.set(nameOf(id), end)
    ids.push(id)
  }
  return { tenant, seed, ids, ends }
}

export const webhooks = { operator: 'operator', person: 'person' } as const

/** The environment of server and collectors of one world on one database. */
export function environmentOf({ tenant }: World, database: Database, folder: string): Record<string, string> {
  const receiver = `localhost:${ports.https}`
  const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
  const target = (name: string) => ({
    kind: 'json',
    url: `https://${receiver}/_webhooks/${tenant.tenantId}/${name}`,
    secret,
    people: 'everyone',
  })
  const file = join(folder, `${tenant.tenantId}.json`)
  const { operator, person } = webhooks
  writeFileSync(
    file,
    JSON.stringify({
      address: 'https://sealwatch.example',
      timeoutSeconds: 2,
      targets: { [operator]: target(operator), [person]: target(person) },
      watches: [{ name: 'All', targets: [operator] }],
    }),
  )
  return {
    ...collectorEnvironment(tenant.tenantId),
    SEALWATCH_WEBHOOKS_FILE: file,
    SEALWATCH_WEBHOOK_LOCAL_RECEIVER: receiver,
    SEALWATCH_POLL_MOVING_SECONDS: '5',
    SEALWATCH_POLL_QUIET_SECONDS: '60',
    SEALWATCH_LOG_LEVEL: 'error',
    ...(database.kind === 'postgres'
      ? { DATABASE_URL: database.url }
      : { SEALWATCH_DATA_DIR: dirname(database.file), DATABASE_URL: '' }),
  }
}
