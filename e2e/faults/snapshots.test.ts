import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POST as openShared } from '@/app/api/v1/shared/route'
import { DELETE as endSnapshot } from '@/app/api/v1/snapshots/[id]/route'
import { POST as preview } from '@/app/api/v1/snapshots/preview/route'
import { GET as listSnapshots, POST as publish } from '@/app/api/v1/snapshots/route'
import { apiErrorSchema } from '@/lib/contract/errors'
import {
  sharedSchema,
  snapshotListSchema,
  snapshotPreviewSchema,
  snapshotPublishedSchema,
  type SnapshotPart,
} from '@/lib/contract/snapshots'
import { peerHeader } from '@/lib/http/peer'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import type { VmSummary } from '../simulator/control/shapes'
import { startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let vm: VmSummary
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-snapshots-'))
const [admin, reader] = ['Aiko Tanaka', 'Ben Ortiz']

beforeAll(async () => {
  Object.assign(process.env, {
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_DATA_DIR: folder,
    SEALWATCH_SNAPSHOTS: 'on',
    SEALWATCH_PROXIES: '10.0.0.1',
    SEALWATCH_SNAPSHOT_MAX_HOURS: '48',
  })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 5 })
  const found = (await tenant.vms()).find(({ name }) => name === 'vm-odd-conflict')
  if (found === undefined) throw new Error('no such VM')
  vm = found
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  globalThis.sealwatchAddressLimit = undefined
})

interface Call {
  readonly method?: string
  readonly body?: unknown
  readonly params?: unknown
  readonly address?: string
}

async function call(handler: Handler, person: string | null, { method = 'POST', body, params = {}, address }: Call) {
  const headers = new Headers({
    'content-type': 'application/json',
    [peerHeader()]: '10.0.0.1',
    'x-forwarded-for': address ?? '198.51.100.7',
  })
  if (person !== null) headers.set('authorization', `Bearer ${await tenant.token({ person })}`)
  const request = new Request('http://localhost/api/v1/test', {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return handler(request, { params: Promise.resolve(params) })
}

function referenceOf(id: string) {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = id.split('/')
  return { subscriptionId, resourceGroup, name }
}

const ofVm = () => ({ kind: 'vm', vm: referenceOf(vm.id) })

async function previewed(subject: unknown, reveal: readonly SnapshotPart[] = [], person = admin) {
  const response = await call(preview, person, { body: { subject, reveal } })
  expect(response.status).toBe(200)
  return snapshotPreviewSchema.parse(await response.json())
}

async function linkTo(subject: unknown, more: { reveal?: SnapshotPart[]; hours?: number; passphrase?: string } = {}) {
  const { draft, content } = await previewed(subject, more.reveal)
  const body = { draft, hours: more.hours ?? 1, passphrase: more.passphrase ?? null }
  const answer = snapshotPublishedSchema.parse(await (await call(publish, admin, { body })).json())
  return { token: answer.token ?? '', content }
}

const open = (token: string, passphrase: string | null = null, address?: string) =>
  call(openShared, null, { body: { token, passphrase }, ...(address !== undefined && { address }) })

async function errorOf(response: Response) {
  const { code, retryAfterSeconds } = apiErrorSchema.parse(await response.json())
  return { status: response.status, code, retryAfterSeconds }
}

/** Everything in an answer that could distinguish it from another. */
async function whole(response: Response) {
  const { requestId, ...body } = apiErrorSchema.parse(await response.json())
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
  expect(requestId).not.toBeNull()
  return { status: response.status, headers, body }
}

const nothing = { status: 404, code: 'not-found', retryAfterSeconds: null }

describe('a link to a VM', () => {
  it('shows to every reader exactly what was previewed, and nothing newer', async () => {
    const { token, content } = await linkTo(ofVm())
    expect(token).toMatch(/^[\w-]{22}$/)
    await tenant.changeVm({ id: vm.id, power: 'deallocated' })
    const response = await open(token)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(sharedSchema.parse(await response.json()).content).toEqual(content)
    expect(content).toMatchObject({ kind: 'vm', name: 'vm-odd-conflict', state: 'conflict', subscription: null })
  })

  it('contains no id of subscription or tenant, no resource group, vault or tag unless selected', async () => {
    const { subscriptionId, resourceGroup } = referenceOf(vm.id)
    const { token, content } = await linkTo(ofVm())
    const text = JSON.stringify([content, await (await open(token)).json()]).toLowerCase()
    for (const secret of [subscriptionId, tenant.tenantId, resourceGroup, '.vault.azure.net', vm.vmId])
      expect(text).not.toContain(secret.toLowerCase())
    const shown = await linkTo(ofVm(), { reveal: ['subscription', 'resource-group'] })
    expect(shown.content).toMatchObject({ subscription: subscriptionId, resourceGroup, tenant: null })
  })

  it('is refused to a user who cannot read the VM, with the answer for a missing VM', async () => {
    const denied = await stack.tenant({ scenario: 'denied', seed: 1 })
    const [other] = await denied.vms()
    const response = await call(preview, admin, {
      body: { subject: { kind: 'vm', vm: referenceOf(other?.id ?? vm.id.replace(vm.name, 'nothing')) }, reveal: [] },
    })
    expect([403, 404]).toContain(response.status)
  })

  it("ends when its creator revokes it, and for no other user's request", async () => {
    const { token } = await linkTo(ofVm())
    const list = snapshotListSchema.parse(await (await call(listSnapshots, admin, { method: 'GET' })).json())
    const id = list.snapshots[0]?.id
    expect(
      snapshotListSchema.parse(await (await call(listSnapshots, reader, { method: 'GET' })).json()).snapshots,
    ).toEqual([])
    await call(endSnapshot, reader, { method: 'DELETE', params: { id } })
    expect((await open(token)).status).toBe(200)
    await call(endSnapshot, admin, { method: 'DELETE', params: { id } })
    expect(await errorOf(await open(token))).toEqual(nothing)
  })

  it('gives the same answer when it has expired, was revoked, never existed, or is malformed', async () => {
    const { token } = await linkTo(ofVm())
    const list = snapshotListSchema.parse(await (await call(listSnapshots, admin, { method: 'GET' })).json())
    await call(endSnapshot, admin, { method: 'DELETE', params: { id: list.snapshots[0]?.id } })
    const expired = await linkTo(ofVm())
    const [now] = [Date.now]
    Date.now = () => now() + 3_600_001
    const answers = [await whole(await open(expired.token))]
    Date.now = now
    answers.push(await whole(await open(token)), await whole(await open('A'.repeat(22))))
    for (const answer of answers) expect(answer).toEqual(answers[2])
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  it('lasts no longer than the operator allows', async () => {
    const { draft } = await previewed(ofVm())
    for (const hours of [0, 49, 721, 1.5]) {
      const response = await call(publish, admin, { body: { draft, hours, passphrase: null } })
      expect(await errorOf(response)).toMatchObject({ status: 400, code: 'request-invalid' })
    }
  })
})

describe('a passphrase', () => {
  it('is required, and its attempts are limited for any client address', async () => {
    const { token } = await linkTo(ofVm(), { passphrase: 'correct horse' })
    expect(await errorOf(await open(token))).toMatchObject({ status: 403, code: 'passphrase-needed' })
    expect((await open(token, 'correct horse')).status).toBe(200)
    for (let wrong = 0; wrong < 10; wrong += 1)
      expect(await errorOf(await open(token, `wrong ${wrong}`, `203.0.113.${wrong}`))).toMatchObject({
        status: 403,
        code: 'passphrase-wrong',
      })
    const refused = await errorOf(await open(token, 'correct horse', '203.0.113.99'))
    expect(refused).toMatchObject({ status: 429, code: 'too-many-tries' })
    expect(refused.retryAfterSeconds).toBeGreaterThan(800)
  })

  it('must not be short', async () => {
    const { draft } = await previewed(ofVm())
    const response = await call(publish, admin, { body: { draft, hours: 1, passphrase: 'short' } })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'request-invalid' })
  })
})

describe('guesses', () => {
  it('are limited by client address, while a valid link is never counted', async () => {
    const { token } = await linkTo(ofVm())
    for (let observation = 0; observation < 40; observation += 1) expect((await open(token)).status).toBe(200)
    for (let guess = 0; guess < 30; guess += 1)
      expect(await errorOf(await open(`guess${guess}`.padEnd(22, 'x')))).toEqual(nothing)
    expect(await errorOf(await open('y'.repeat(22)))).toMatchObject({ status: 429, code: 'too-many-tries' })
    expect((await open(token, null, '198.51.100.8')).status).toBe(200)
  })

  it('of others at the same address lock out no reader with a link, with a passphrase or without', async () => {
    const [{ token }, locked] = [await linkTo(ofVm()), await linkTo(ofVm(), { passphrase: 'correct horse' })]
    for (let guess = 0; guess < 40; guess += 1) await open(`guess${guess}`.padEnd(22, 'x'))
    expect(await errorOf(await open('y'.repeat(22)))).toMatchObject({ status: 429, code: 'too-many-tries' })
    expect((await open(token)).status).toBe(200)
    expect(await errorOf(await open(locked.token))).toMatchObject({ status: 403, code: 'passphrase-needed' })
    expect((await open(locked.token, 'correct horse')).status).toBe(200)
    expect((await errorOf(await open('y'.repeat(22)))).status, 'who guesses').toBe(429)
  })

  it("cannot be caused by a page of another site in a reader's browser", async () => {
    for (let post = 0; post < 40; post += 1) {
      const headers = {
        'content-type': 'text/plain',
        'sec-fetch-site': 'cross-site',
        [peerHeader()]: '10.0.0.1',
        'x-forwarded-for': '198.51.100.7',
      }
      const body = JSON.stringify({ token: `guess${post}`.padEnd(22, 'x'), passphrase: null })
      const request = new Request('http://localhost/api/v1/shared', { method: 'POST', headers, body })
      expect(await errorOf(await openShared(request, { params: Promise.resolve({}) }))).toEqual(nothing)
    }
    expect(await errorOf(await open('y'.repeat(22))), 'a first guess from there').toEqual(nothing)
  })

  it.each(['', '{', '[]', '{"token":1}', '{"token":"../../x","passphrase":null}', `{"token":"${'x'.repeat(40_000)}"}`])(
    'that are malformed get a code: %s',
    async (body) => {
      expect((await call(openShared, null, { body })).status).toBeGreaterThanOrEqual(400)
    },
  )
})

describe('a link to a view', () => {
  it('shows the matching rows with their totals, Unknown included, and hides names in filters', async () => {
    const { subscriptionId } = referenceOf(vm.id)
    const { content } = await previewed({
      kind: 'view',
      query: `state=conflict&state=unknown&subscription=${subscriptionId}`,
    })
    if (content?.kind !== 'view') throw new Error('no view')
    expect(content.filters).toEqual({ state: ['conflict', 'unknown'], os: [], hidden: 1 })
    expect(content.rows.length).toBe(content.total)
    expect(content.byState.conflict + content.byState.unknown).toBe(content.total)
    expect(content.total).toBeGreaterThan(0)
    expect(JSON.stringify(content)).not.toContain(subscriptionId)
  })
})
