import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getNotices } from '@/app/api/v1/notices/route'
import { PUT as putWatch } from '@/app/api/v1/watches/route'
import { noticeListSchema } from '@/lib/contract/notices'
import { watchChangedSchema, type FollowedView } from '@/lib/contract/watches'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import type { VmSummary } from '../simulator/control/shapes'
import { forgetLimits, startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let canary: VmSummary
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-view-notices-'))
/** Two users who may read the VM, and one without any permission. */
const [reader, other, outsider] = ['Chiara Rossi', 'Aiko Tanaka', 'Dmitri Volkov']
const hour = 3_600_000

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'timeline', seed: 8 })
  const found = (await tenant.vms()).find(({ name }) => name === 'vm-failure')
  if (found === undefined) throw new Error('no VM')
  canary = found
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function call(handler: Handler, person: string, query: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${await tenant.token({ person })}`, 'content-type': 'application/json' }
  const method = body === undefined ? 'GET' : 'PUT'
  const request = new Request(`http://localhost/api/v1/test${query}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return handler(request, { params: Promise.resolve({}) })
}

async function follow(person: string, target: unknown): Promise<string> {
  const wanted = { target, kinds: ['needs-person', 'finished', 'failed', 'stuck'], channels: [], language: 'en' }
  const { id } = watchChangedSchema.parse(await (await call(putWatch, person, '', wanted)).json())
  if (id === null) throw new Error('not followed')
  return id
}

const ofView = (name: string, view: Partial<FollowedView>) => ({
  kind: 'view',
  name,
  view: { subscriptions: [], groups: [], os: [], states: [], ...view },
})

/** Reads the VM as a user who may read it; every watch is evaluated. */
async function observation(): Promise<void> {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = canary.id.split('/')
  forgetLimits()
  await follow(other, { kind: 'vm', vm: { subscriptionId, resourceGroup, name } })
}

const noticesOf = async (person: string, after = 0) => (await call(getNotices, person, `?after=${after}`)).text()

async function rowsOf(watchIds: readonly string[]): Promise<number> {
  const store = await globalThis.sealwatchHistory?.opening
  if (store?.ok !== true) throw new Error('no history')
  const rows = await store.value.db.selectFrom('notifications').where('watch_id', 'in', watchIds).selectAll().execute()
  return rows.length
}

describe('notifications of a view', () => {
  it('contain nothing on VMs that the follower cannot read, for any filter of the view', async () => {
    const [, , subscription = '', , group = ''] = canary.id.toLowerCase().split('/')
    const filters: Readonly<Record<string, Partial<FollowedView>>> = {
      none: {},
      subscription: { subscriptions: [subscription] },
      group: { groups: [group] },
      system: { os: ['Linux'] },
      state: { states: ['failed'] },
      'state before': { states: ['not-encrypted', 'encrypting'] },
      all: { subscriptions: [subscription], groups: [group], os: ['Linux'], states: ['failed'] },
      'a group that is not there': { groups: ['rg-not-there'] },
    }
    const watches: string[] = []
    for (const [name, view] of Object.entries(filters)) watches.push(await follow(outsider, ofView(name, view)))
    // Filters that match the canary, so that no notification means something.
    const seen = await follow(reader, ofView('all', filters['all'] ?? {}))
    await observation()
    const [before, first] = [await noticesOf(outsider), noticeListSchema.parse(JSON.parse(await noticesOf(reader)))]
    expect(first.notices).toEqual([])
    await tenant.changeVm({ id: canary.id, plan: 'linux-fail-check-memory' })
    await tenant.clock({ step: hour })
    await observation()
    const delivered = noticeListSchema.parse(JSON.parse(await noticesOf(reader)))
    expect(delivered.notices).toMatchObject([{ watchId: seen, notice: { kind: 'failed', state: 'failed' } }])
    expect(delivered.newest).toBe(delivered.notices[0]?.id)
    expect(await noticesOf(outsider)).toBe(before)
    globalThis.sealwatchViewProofs = undefined
    expect(await noticesOf(outsider), 'after the permissions were checked again').toBe(before)
    await observation()
    expect(await noticesOf(outsider), 'after one more reading').toBe(before)
    expect(await rowsOf(watches)).toBe(0)
  })

  it('are sent at the next reading when the permission was proven after the change', async () => {
    const late = await follow(reader, ofView('late', { states: ['restart-pending'] }))
    await observation()
    await tenant.changeVm({ id: canary.id, plan: 'linux-offline-all-waits-for-reboot' })
    await tenant.clock({ step: 12 * hour })
    await observation()
    expect(await rowsOf([late])).toBe(0)
    globalThis.sealwatchViewProofs = undefined
    await noticesOf(reader)
    await observation()
    expect(await rowsOf([late])).toBe(1)
  })

  it('begin from the state at the moment of following: the first reading after it can be an ending', async () => {
    await tenant.changeVm({ id: canary.id, plan: 'linux-offline-all' })
    await tenant.clock({ step: hour / 3 })
    await observation()
    const watch = await follow(reader, ofView('running', { groups: [canary.id.toLowerCase().split('/')[4] ?? ''] }))
    await noticesOf(reader)
    await tenant.clock({ step: 48 * hour })
    await observation()
    const { notices } = noticeListSchema.parse(JSON.parse(await noticesOf(reader)))
    expect(notices.filter(({ watchId }) => watchId === watch)).toMatchObject([
      { notice: { kind: 'finished', before: 'encrypting' } },
    ])
  })

  it('do not raise the newest id when the permission was withdrawn', async () => {
    const all = noticeListSchema.parse(JSON.parse(await noticesOf(reader)))
    expect(all.notices.length).toBeGreaterThan(0)
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    const hidden = noticeListSchema.parse(JSON.parse(await noticesOf(reader)))
    expect([hidden.notices, hidden.newest]).toEqual([[], 0])
    await tenant.removeFaults()
  })
})
