import 'server-only'
import { againAfterDeadlock } from './deadlock'
import { connectionOf, type PostgresAddress } from './postgres-address'
import type { Worker, WorkQueue } from './work-queue'

/** The name of the queue, and of the connections of its collectors in PostgreSQL's own views. */
export const queueName = 'sealwatch-collect'

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
  for (let index = 0; index < options.concurrency; index += 1) {
    await boss.work<Work>(queueName, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
      if (job !== undefined) await worker(job.data.key)
    })
  }
  return {
    push: async (keys) => {
      if (keys.length === 0) return
      await boss.insert(keys.map((key) => ({ name: queueName, data: { key }, singletonKey: key })))
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 30_000 }),
  }
}
