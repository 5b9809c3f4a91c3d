import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { againAfterDeadlock } from './deadlock'
import { connectionOf, type PostgresAddress } from './postgres-address'
import type { Worker, WorkQueue } from './work-queue'

/** The name of the queue, and of the connections of its collectors in PostgreSQL's own views. */
export const queueName = 'sealwatch-collect'

/** How often a free worker looks for a job. */
const pollMilliseconds = 500

interface Work {
  readonly key: string
}

/**
 * The queue that several collectors share, by pg-boss: each job goes to one of them. A job that a killed collector had
 * started expires after two minutes; before that a collector pushes it again, so nothing depends on the expiry.
 * @param onError called with background errors, such as a database that is briefly unreachable
 */
export async function postgresQueue(
  address: PostgresAddress,
  worker: Worker,
  options: { readonly concurrency: number; readonly onError: (error: unknown) => void },
): Promise<WorkQueue> {
  const { default: PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    ...connectionOf(address),
    application_name: queueName,
    max: 4,
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 60,
    deleteAfterSeconds: 600,
  })
  boss.on('error', options.onError)
  await boss.start()
  // `short`: at most one job per key waits. An existing queue stays unchanged; several collectors that start on an
  // empty database create it at once.
  await againAfterDeadlock(() =>
    boss.createQueue(queueName, { name: queueName, policy: 'short', retryLimit: 0, expireInSeconds: 120 }),
  )
  const ending = new AbortController()
  const { signal } = ending
  const take = async (): Promise<boolean> => {
    const [job] = await boss.fetch<Work>(queueName)
    if (job === undefined) return false
    await worker(job.data.key).catch(() => undefined)
    await boss.complete(queueName, job.id)
    return true
  }
  const report = (error: unknown): false => {
    options.onError(error)
    return false
  }
  // Not `boss.work`: it awaits no `complete`, so a database that ends then rejects a promise that has no handler.
  const takeAll = async (): Promise<void> => {
    while (!signal.aborted)
      if (!(await take().catch(report))) await wait(pollMilliseconds, null, { signal }).catch(() => undefined)
  }
  const takers = Array.from({ length: options.concurrency }, takeAll)
  return {
    push: async (keys) => {
      if (keys.length === 0) return
      await boss.insert(keys.map((key) => ({ name: queueName, data: { key }, singletonKey: key })))
    },
    stop: async () => {
      ending.abort()
      await Promise.all(takers)
      await boss.stop()
    },
  }
}
