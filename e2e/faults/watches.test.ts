import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getNotices } from '@/app/api/v1/notices/route'
import { DELETE as endWatch, PATCH as changeWatch } from '@/app/api/v1/watches/[id]/route'
import { GET as getWatches, PATCH as changeAll, PUT as putWatch } from '@/app/api/v1/watches/route'
import { noticeListSchema } from '@/lib/contract/notices'
import { watchChangedSchema, watchListSchema } from '@/lib/contract/watches'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import type { VmSummary } from '../simulator/control/shapes'
import { forgetLimits, startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-watches-'))
const [chiara, aiko, dmitri] = ['Chiara Rossi', 'Aiko Tanaka', 'Dmitri Volkov']
const hour = 3_600_000

beforeAll(async () => {
  const file = join(folder, 'webhooks.json')
  const target = { kind: 'slack', url: 'https://hooks.example.com/very-secret' }
  const targets = { everyone: { ...target, people: 'everyone' }, none: target }
  writeFileSync(file, JSON.stringify({ address: 'https://sealwatch.example', targets }))
  const environment = { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder, SEALWATCH_WEBHOOKS_FILE: file }
  Object.assign(process.env, environment)
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'timeline', seed: 8 })
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Call {
  readonly method?: string
  readonly body?: unknown
  readonly params?: unknown
  readonly query?: string
}

async function call(handler: Handler, person: string, { method = 'GET', body, params = {}, query = '' }: Call = {}) {
  const headers = { authorization: `Bearer ${await tenant.token({ person })}`, 'content-type': 'application/json' }
  const request = new Request(`http://localhost/api/v1/test${query}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return handler(request, { params: Promise.resolve(params) })
}

function referenceOf(id: string) {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = id.split('/')
  return { subscriptionId, resourceGroup, name }
}

async function vmNamed(name: string): Promise<VmSummary> {
  const vm = (await tenant.vms()).find((each) => each.name === name)
  if (vm === undefined) throw new Error('no VM')
  return vm
}

const wanted = (id: string, more: object = {}) => ({
  target: { kind: 'vm', vm: referenceOf(id) },
  kinds: ['needs-person', 'finished', 'failed', 'stuck'],
  channels: [],
  language: 'en',
  ...more,
})

async function follow(person: string, body: unknown) {
  const response = await call(putWatch, person, { method: 'PUT', body })
  expect(response.status).toBe(200)
  return watchChangedSchema.parse(await response.json())
}

const noticesOf = async (person: string, after = 0) =>
  noticeListSchema.parse(await (await call(getNotices, person, { query: `?after=${after}` })).json())
const watchesOf = async (person: string) => watchListSchema.parse(await (await call(getWatches, person)).json())

describe('watches', () => {
  it('are private to one user, and contain no address', async () => {
    const vm = await vmNamed('vm-online-all')
    const done = await follow(chiara, wanted(vm.id, { channels: ['everyone'] }))
    expect(done).toMatchObject({ failure: null, changed: 1 })
    const list = await watchesOf(chiara)
    expect(list.watches).toMatchObject([{ id: done.id, channels: ['everyone'], mutedUntil: null }])
    expect(list.webhooks).toEqual([{ name: 'everyone', kind: 'slack' }])
    expect(JSON.stringify(list)).not.toContain('secret')
    expect((await watchesOf(aiko)).watches).toEqual([])
    const params = { id: done.id }
    const mute = { method: 'PATCH', body: { mutedUntil: '2030-01-01T00:00:00.000Z' } }
    const byOther = await call(changeWatch, aiko, { ...mute, params })
    expect(watchChangedSchema.parse(await byOther.json()).changed).toBe(0)
    const ended = await call(endWatch, aiko, { method: 'DELETE', params })
    expect(watchChangedSchema.parse(await ended.json()).changed).toBe(0)
    await call(changeAll, chiara, mute)
    expect((await watchesOf(chiara)).watches[0]?.mutedUntil).toBe('2030-01-01T00:00:00.000Z')
    await call(endWatch, chiara, { method: 'DELETE', params })
    expect((await watchesOf(chiara)).watches).toEqual([])
  })

  it('refuse invalid input, and VMs that the user cannot read', async () => {
    const { id } = await vmNamed('vm-online-all')
    const answers = async (person: string, body: unknown) => {
      const response = await call(putWatch, person, { method: 'PUT', body })
      const { code, parameter } = (await response.json()) as { code: string; parameter: string | null }
      return [response.status, code, parameter]
    }
    expect(await answers(dmitri, wanted(id))).toEqual([404, 'not-found', null])
    expect(await answers(chiara, wanted(`${id}x`))).toEqual([404, 'not-found', null])
    expect(await answers(chiara, wanted(id, { channels: ['unknown-channel'] }))).toEqual([
      400,
      'request-invalid',
      'channels',
    ])
    expect(await answers(chiara, wanted(id, { kinds: [] }))).toEqual([400, 'request-invalid', 'kinds'])
    expect(await answers(chiara, wanted(id, { more: 1 }))).toEqual([400, 'request-invalid', 'body'])
    const climbing = { kind: 'vm', vm: { ...referenceOf(id), name: '..' } }
    expect(await answers(chiara, wanted(id, { target: climbing }))).toEqual([400, 'request-invalid', 'target'])
    expect((await call(changeWatch, chiara, { method: 'PATCH', body: {}, params: { id: '../x' } })).status).toBe(400)
    expect((await call(getNotices, chiara, { query: '?after=-1' })).status).toBe(400)
    expect((await watchesOf(chiara)).watches).toEqual([])
  })

  it('notify the follower, once, of what they can read at that time', async () => {
    const vm = await vmNamed('vm-failure')
    await follow(chiara, wanted(vm.id, { channels: ['everyone'] }))
    const all = { subscriptions: [], groups: ['RG-Timeline'], os: [], states: [] }
    await follow(chiara, wanted(vm.id, { target: { kind: 'view', name: 'All', view: all } }))
    expect(await noticesOf(chiara)).toMatchObject({ failure: null, following: true, notices: [] })
    await tenant.changeVm({ id: vm.id, plan: 'linux-fail-check-memory' })
    await tenant.clock({ step: hour })
    // Another user reads; the reading is old enough that no further one is due.
    await follow(aiko, wanted(vm.id))
    const delivered = await noticesOf(chiara)
    expect(delivered.notices).toMatchObject([
      { vm: { name: 'vm-failure' }, notice: { kind: 'failed', state: 'failed' } },
    ])
    expect((await noticesOf(chiara, delivered.newest)).notices).toEqual([])
    expect(await noticesOf(aiko)).toMatchObject({ notices: [] })
    const store = await globalThis.sealwatchHistory?.opening
    if (store?.ok !== true) throw new Error('no history')
    const proofs = async () => (await store.value.db.selectFrom('watch_proofs').selectAll().execute()).length
    const before = await proofs()
    // The permission is withdrawn: earlier notifications are closed, and webhooks get no further ones.
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    expect(await noticesOf(chiara)).toMatchObject({ following: true, notices: [] })
    // For the VM itself, and for the view that contains it.
    expect(await proofs()).toBe(before - 2)
    await tenant.removeFaults()
    expect((await noticesOf(chiara)).notices).toHaveLength(1)
    // What cannot be read now is kept for the next time.
    await tenant.addFault({ kind: 'drop', routes: ['vm-get'] })
    const unsure = await noticesOf(chiara)
    expect([unsure.notices, unsure.newest < delivered.newest]).toEqual([[], true])
    await tenant.removeFaults()
  })

  it('keep followed VMs read, also when Azure’s clock is ahead of this machine’s', async () => {
    const { id } = await vmNamed('vm-waits-for-restart')
    await follow(aiko, wanted(id))
    await tenant.changeVm({ id, plan: 'linux-offline-all-waits-for-reboot' })
    await tenant.clock({ step: 10 * 60_000 })
    forgetLimits()
    // One user reads once while work is running; from then on only the follower's browser does.
    await follow(chiara, wanted(id))
    await tenant.clock({ step: 12 * hour })
    forgetLimits()
    const { notices } = await noticesOf(aiko)
    expect(notices.filter(({ vm }) => vm.name === 'vm-waits-for-restart')).toMatchObject([
      { notice: { kind: 'needs-person' } },
    ])
  })
})
