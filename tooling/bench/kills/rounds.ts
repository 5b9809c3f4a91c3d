import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@/lib/config/history-config'
import { openStore, type Store } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { Readings } from '../collect-readings'
import { readers } from '../stage'
import { checkKept } from './check'
import { judgePosts, type Expected } from './posts'
import { Promises } from './promises'
import { collectUntilKilled, serveUntilKilled, startCollector } from './victims'
import { environmentOf, nameOf, subscriptionOf, webhooks, type World } from './world'

const minute = 60_000
/** How far the fake Azure's clock advances over all rounds, each time while no process of the product runs. */
const workProgressMilliseconds = 8 * 60 * minute
/**
 * Real time in which outstanding notices may arrive after the last kill: a VM at rest is read once a minute, and a busy
 * machine needs time to read, judge and post. Waiting ends as soon as all have arrived.
 */
const settleMilliseconds = 240_000

export interface Order {
  readonly name: string
  readonly database: Database
  /** Ports of the servers. */
  readonly port: number
  /** Kills of servers and collectors together. */
  readonly kills: number
  readonly folder: string
}

export interface Outcome {
  readonly name: string
  readonly seed: number
  readonly kills: number
  readonly answers: number
  readonly lines: number
  readonly byServer: number
  readonly byCollector: number
  readonly watches: number
  readonly notices: number
  readonly posts: number
  readonly repeated: number
  /** What was lost or notified twice; empty on success. */
  readonly wrong: readonly string[]
}

async function opened(database: Database): Promise<Store> {
  const store = await openStore(testConfig(database))
  if (!store.ok) throw new Error(store.failure.kind)
  return store.value
}

/** Azure's clock minus the real clock. */
const aheadOf = async ({ tenant }: World): Promise<number> => (await tenant.clock()) - Date.now()

interface Run {
  readonly world: World
  readonly promises: Promises
  readonly readings: Readings
  readonly environment: Readonly<Record<string, string>>
}

/** Kills a server and a collector repeatedly, each during its work and in parallel. */
async function killThem(order: Order, { world, promises, readings, environment }: Run) {
  const { tenant, ids } = world
  const token = await tenant.token({ person: readers.product })
  const rounds = order.kills / 2
  const share = Math.ceil(ids.length / rounds)
  const subscriptions = new Set(ids.map((id) => subscriptionOf(id).toLowerCase()))
  const [sums, followed] = [{ answers: 0, lines: 0 }, new Set<string>()]
  for (let round = 0; round < rounds; round += 1) {
    await tenant.clock({ step: round === 0 ? 0 : workProgressMilliseconds / rounds })
    for (const vm of promises.watches.values()) followed.add(vm)
    const follows = ids.filter((id) => !followed.has(id.toLowerCase())).slice(0, share)
    const visit = { token, promises, observationsAt: ids, follows, webhook: webhooks.person }
    const [answers, lines] = await Promise.all([
      serveUntilKilled({ port: order.port, environment, visit }),
      collectUntilKilled({ environment, promises, ahead: await aheadOf(world) }, round === 0 ? subscriptions : null),
    ])
    sums.answers += answers
    sums.lines += lines
    await readings.take()
  }
  return sums
}

/** The expected notices: to the operator for every VM, to the user for VMs followed during their run. */
function expectedOf({ ids, ends }: World, promises: Promises): Readonly<Record<keyof typeof webhooks, Expected>> {
  const mine = ids.filter((id) => promises.atWork.has(id.toLowerCase())).map(nameOf)
  return { operator: ends, person: new Map([...ends].filter(([name]) => mine.includes(name))) }
}

/** Runs one more collector until all notices have arrived, or the time is over. */
async function settle(store: Store, { world, promises, readings, environment }: Run): Promise<void> {
  // Leases of killed collectors expire after a minute, which this test does not cover.
  await store.db.deleteFrom('leases').execute()
  await world.tenant.clock({ step: 48 * 60 * minute })
  const { process, ended } = startCollector({ environment, promises, ahead: await aheadOf(world) })
  const expected = expectedOf(world, promises)
  const deadline = Date.now() + settleMilliseconds
  for (;;) {
    await wait(500)
    const received = await world.tenant.webhooks()
    const open = (['operator', 'person'] as const).flatMap(
      (name) => judgePosts(received, name, { expected: expected[name], kills: Number.POSITIVE_INFINITY }).wrong,
    )
    if (open.length === 0 || Date.now() > deadline) break
  }
  process.kill('SIGTERM')
  await ended
  await wait(500)
  await readings.take()
}

/** Twenty kills, or the given number, on one database; then checks everything that was acknowledged. */
export async function killRounds(order: Order, world: World): Promise<Outcome> {
  const promises = new Promises()
  const readings = new Readings(world.tenant)
  const running = { world, promises, readings, environment: environmentOf(world, order.database, order.folder) }
  const { answers, lines } = await killThem(order, running)
  const store = await opened(order.database)
  try {
    await settle(store, running)
    const lost = await checkKept(store, { tenant: world.tenant, promises, readings })
    const received = await world.tenant.webhooks()
    const expected = expectedOf(world, promises)
    const judge = (name: keyof typeof webhooks) =>
      judgePosts(received, name, { expected: expected[name], kills: order.kills / 2 })
    const [operator, person] = [judge('operator'), judge('person')]
    return {
      name: order.name,
      seed: world.seed,
      kills: order.kills,
      answers,
      lines,
      byServer: [...promises.kept.values()].reduce((sum, count) => sum + count, 0),
      byCollector: promises.batches.reduce((sum, { read }) => sum + read, 0),
      watches: promises.watches.size,
      notices: promises.notices.size,
      posts: operator.delivered + person.delivered,
      repeated: operator.repeated + person.repeated,
      wrong: [...lost, ...operator.wrong, ...person.wrong],
    }
  } finally {
    await store.close()
  }
}
