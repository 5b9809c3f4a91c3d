import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { WebhookConfig, WebhookTarget } from '@/lib/config/webhook-config'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { notificationsOf } from '@/lib/store/watches/inbox'
import { noteProofs } from '@/lib/store/watches/proofs'
import type { Watch } from '@/lib/store/watches/types'
import { changeWatches, putWatch } from '@/lib/store/watches/watches'
import { readSubscription } from '@/lib/usecases/collect/read-subscription'
import { collectOnce } from '@/lib/usecases/collect/run'
import { deliverDue } from '@/lib/usecases/watches/deliver'
import { syncOperatorWatches } from '@/lib/usecases/watches/operator-watches'
import { testCollector, type TestCollector } from '@/lib/usecases/collect/testing/test-collector'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorEnvironment } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterEach(() => {
  globalThis.sealwatchTelemetry = undefined
})
afterAll(() => stack.stop())

const never = new AbortController().signal
const polling = { movingMs: 30_000, quietMs: 900_000 }
const minute = 60_000
const secret = Buffer.alloc(32, 1)

function config(tenant: TenantClient, names: readonly string[], more: Partial<WebhookTarget> = {}): WebhookConfig {
  return {
    address: 'https://sealwatch.example',
    proofHours: 72,
    timeoutMs: 5000,
    localReceiver: new URL(stack.server).host,
    networks: [],
    targets: names.map((name) => ({
      name,
      kind: 'json',
      url: `${stack.server}/_webhooks/${tenant.tenantId}/${name}`,
      secret,
      people: 'everyone',
      ...more,
    })),
    watches: [
      {
        name: 'All',
        targets: ['ops'],
        kinds: ['needs-person', 'finished', 'failed', 'stuck'],
        language: 'en',
        view: { subscriptions: [], groups: ['rg-timeline'], os: [], states: [] },
      },
    ],
  }
}

interface World extends TestCollector {
  readonly tenant: TenantClient
  readonly store: Store
  readonly vm: { readonly id: string; readonly vmId: string }
  /** Reads the inventory and what is due, and sends notifications. */
  readonly survey: () => Promise<void>
  /** Advances the clock, reads what is due, and sends notifications. */
  readonly step: (milliseconds: number) => Promise<void>
  readonly follow: (more?: Partial<Watch>) => Promise<string>
}

async function world(
  store: Store,
  name: string,
  names: readonly string[],
  more?: Partial<WebhookTarget>,
): Promise<World> {
  const tenant = await stack.tenant({ scenario: 'timeline', seed: 1 })
  let now = await tenant.clock({ freeze: true })
  const webhooks = config(tenant, names, more)
  const { certificate: ca } = stack.certificate
  const made = testCollector(collectorEnvironment(tenant), store, { polling, now: () => now, webhooks, ca })
  const vm = (await tenant.vms()).find((each) => each.name === name)
  if (vm === undefined) throw new Error('no VM')
  const subscription = (await tenant.summary()).subscriptions[0]?.id ?? ''
  const place = { cloud: 'public', tenantId: tenant.tenantId }
  await syncOperatorWatches(store, place, names.includes('ops') ? webhooks.watches : [], now)
  return {
    ...made,
    tenant,
    store,
    vm,
    survey: async () => {
      forgetLimits()
      now = await tenant.clock({ step: minute })
      expect(await collectOnce(made.collector, never)).toBe(true)
    },
    step: async (milliseconds) => {
      forgetLimits()
      now = await tenant.clock({ step: milliseconds })
      await readSubscription(made.collector, subscription, never)
      await deliverDue(made.collector.sender, never)
    },
    follow: async (watch = {}) => {
      const put = await putWatch(store, {
        id: randomUUID(),
        follower: { ...place, personId: randomUUID() },
        target: { kind: 'vm', id: vm.id },
        kinds: ['needs-person', 'finished', 'failed', 'stuck'],
        channels: [],
        mutedUntil: null,
        language: 'en',
        notifyCurrent: false,
        createdAt: now,
        ...watch,
      })
      if (!put.ok || put.value === null) throw new Error('not followed')
      return put.value
    },
  }
}

const prove = ({ store, vm, collector }: World, ids: readonly string[]) =>
  noteProofs(store, ids, { readable: [vm.id.toLowerCase()], hidden: [] }, collector.now())

interface Received {
  readonly name: string
  readonly id: string
  readonly kind: string
  readonly state: string
}

async function received(tenant: TenantClient): Promise<readonly Received[]> {
  return (await tenant.webhooks()).map(({ name, headers, body }) => {
    const { data } = JSON.parse(body) as { data: { kind: string; state: string } }
    return { name, id: headers['webhook-id'] ?? '', kind: data.kind, state: data.state }
  })
}

async function untilDelivered(at: World, count: number, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await at.step(20 * minute)
    if ((await at.tenant.webhooks()).length >= count) return
  }
}

describe('users who follow a VM', () => {
  const databases = useDatabases()
  for (const database of databases) {
    it(`are notified of a run, each receiver once: ${database.name}`, async () => {
      const at = await world(await database.open(), 'vm-waits-for-restart', ['ops', 'mine', 'muted', 'gone'])
      const { tenant, store, vm, collector } = at
      // Two users and the operator have the same news for one receiver.
      const active = [await at.follow({ channels: ['mine', 'ops'] }), await at.follow({ channels: ['mine'] })]
      const muted = await at.follow({ channels: ['muted'], mutedUntil: collector.now() + 365 * 24 * 60 * minute })
      await at.follow({ channels: ['gone'] })
      await prove(at, [...active, muted])
      await at.survey()
      await tenant.changeVm({ id: vm.id, plan: 'linux-offline-all-waits-for-reboot' })
      await at.survey()
      await untilDelivered(at, 2, 200)
      await tenant.changeVm({ id: vm.id, action: 'restart' })
      await untilDelivered(at, 4, 60)
      for (let round = 0; round < 3; round += 1) await at.step(20 * minute)
      const delivered = await received(tenant)
      const expected = [
        { kind: 'needs-person', state: 'restart-pending' },
        { kind: 'finished', state: 'encrypted' },
      ]
      for (const name of ['ops', 'mine'])
        expect(delivered.filter((one) => one.name === name)).toEqual(
          expected.map((one) => expect.objectContaining(one)),
        )
      // The same news has the same id for all receivers, so that a receiver of both can recognise it.
      expect(new Set(delivered.map(({ id }) => id)).size).toBe(2)
      // The muted user, and the one whose permission was never proven.
      expect(delivered.filter(({ name }) => name === 'muted' || name === 'gone')).toEqual([])
      const codes = at.events.flatMap((event) =>
        event.event === 'notified' && event.webhook === 'gone' ? [event.code] : [],
      )
      expect(codes).toEqual(['right-not-seen', 'right-not-seen'])
      const { left } = await store.db
        .selectFrom('deliveries')
        .where('state', '=', 'waiting')
        .select((row) => row.fn.countAll<number | string>().as('left'))
        .executeTakeFirstOrThrow()
      expect(Number(left)).toBe(0)
    })

    it(`are notified again after a failed post, and see when a receiver never accepts: ${database.name}`, async () => {
      const counted: string[] = []
      globalThis.sealwatchTelemetry = {
        add: (name, by, { webhook, outcome }) => {
          if (name === 'sealwatch.webhook.deliveries') counted.push(`${by} ${webhook} ${outcome}`)
        },
        record: () => undefined,
        levels: () => undefined,
        begin: () => ({ handle: undefined, end: () => undefined }),
        end: () => Promise.resolve(),
      }
      const at = await world(await database.open(), 'vm-failure', ['mine'])
      const { tenant, vm, store } = at
      const person = { cloud: 'public', tenantId: tenant.tenantId, personId: randomUUID() }
      const id = await at.follow({ channels: ['mine'], follower: person })
      await prove(at, [id])
      await at.survey()
      await tenant.changeWebhooks({ failures: 2, status: 503 })
      await tenant.changeVm({ id: vm.id, plan: 'linux-fail-check-memory' })
      await at.survey()
      await untilDelivered(at, 3, 60)
      const delivered = await received(tenant)
      expect(delivered.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed'])
      expect(new Set(delivered.map((one) => one.id)).size).toBe(1)
      const outcomes = at.events.flatMap((event) => (event.event === 'notified' ? [[event.outcome, event.code]] : []))
      expect(outcomes).toEqual([
        ['waiting', 'http-503'],
        ['waiting', 'http-503'],
        ['sent', null],
      ])
      expect(counted).toEqual(['1 mine waiting', '1 mine waiting', '1 mine sent'])
      await tenant.changeWebhooks({ failures: 1, status: 410 })
      await tenant.changeVm({ id: vm.id, plan: 'linux-offline-all-waits-for-reboot' })
      await at.survey()
      await untilDelivered(at, 4, 200)
      await at.step(24 * 60 * minute)
      expect((await tenant.webhooks()).length).toBe(4)
      const inbox = await notificationsOf(store, person, 10)
      expect(inbox.ok && inbox.value.map(({ undelivered }) => undelivered)).toEqual([['mine'], []])
    })
  }

  it('are notified once that work may be stuck, by which rule, soon after it stalled and not before', async () => {
    const [sqlite] = databases
    const step = 5 * minute
    const store = await sqlite!.open(undefined, { polling: { movingMs: step, quietMs: step } })
    const at = await world(store, 'vm-stall', ['ops', 'mine'])
    const person = { cloud: 'public', tenantId: at.tenant.tenantId, personId: randomUUID() }
    const id = await at.follow({ channels: ['mine'], follower: person })
    await prove(at, [id])
    await at.survey()
    const pace = { osMiBPerSecond: 10, dataMiBPerSecond: 300, stallAt: 0.45 }
    await at.tenant.changeVm({ id: at.vm.id, plan: 'linux-offline-all', pace })
    await at.survey()
    let stalledAt: number | null = null
    let copied = 0
    for (let round = 0; round < 60; round += 1) {
      await at.step(step)
      const [run] = await at.tenant.progress(at.vm.id)
      if (stalledAt === null && copied > 0 && run?.osCopied === copied) stalledAt = at.collector.now()
      copied = run?.osCopied ?? 0
      if (stalledAt !== null && at.collector.now() > stalledAt + 60 * minute) break
    }
    expect(copied).toBeGreaterThan(0.4)
    const delivered = (await at.tenant.webhooks()).map(({ name, body }) => {
      const { data } = JSON.parse(body) as { data: { kind: string; state: string; rule: string; seenAt: string } }
      return { name, ...data }
    })
    const stuck = { kind: 'stuck', state: 'encrypting', rule: 'no-disk-traffic' }
    expect(delivered.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      expect.objectContaining({ name: 'mine', ...stuck }),
      expect.objectContaining({ name: 'ops', ...stuck }),
    ])
    // The stall lasted for up to one step before it was observed.
    const after = Date.parse(delivered[0]?.seenAt ?? '') - (stalledAt ?? 0)
    expect(after).toBeGreaterThan(0)
    expect(after).toBeLessThanOrEqual(30 * minute)
    const inbox = await notificationsOf(store, person, 10)
    expect(inbox.ok && inbox.value.map(({ notice }) => [notice.kind, notice.rule])).toEqual([
      ['stuck', 'no-disk-traffic'],
    ])
  })

  it('are not notified after a mute, without a right to the receiver, or when not seen for too long', async () => {
    const [sqlite] = databases
    const at = await world(await sqlite!.open(), 'vm-failure', ['mine'], { people: [] })
    const person = { cloud: 'public', tenantId: at.tenant.tenantId, personId: randomUUID() }
    const id = await at.follow({ channels: ['mine'], follower: person })
    await prove(at, [id])
    await at.survey()
    await at.tenant.changeVm({ id: at.vm.id, plan: 'linux-fail-check-memory' })
    await at.survey()
    for (let round = 0; round < 6; round += 1) await at.step(20 * minute)
    const delivered = (): readonly unknown[] =>
      at.events.flatMap((event) => (event.event === 'notified' ? [[event.outcome, event.code]] : []))
    expect(delivered()).toEqual([['failed', 'not-allowed']])
    await changeWatches(at.store, person, id, { mutedUntil: Number.MAX_SAFE_INTEGER })
    await at.tenant.changeVm({ id: at.vm.id, plan: 'linux-offline-all-waits-for-reboot' })
    await at.survey()
    for (let round = 0; round < 20; round += 1) await at.step(20 * minute)
    const { memory } = await at.store.db
      .selectFrom('watch_memories')
      .where('watch_id', '=', id)
      .select('memory')
      .executeTakeFirstOrThrow()
    expect(memory).toContain('restart-pending')
    expect(delivered()).toHaveLength(1)
    expect(await at.tenant.webhooks()).toEqual([])
  })
})
