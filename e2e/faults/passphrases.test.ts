import { lookup } from 'node:dns/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as openShared } from '@/app/api/v1/shared/route'
import { POST as preview } from '@/app/api/v1/snapshots/preview/route'
import { POST as publish } from '@/app/api/v1/snapshots/route'
import { apiErrorSchema } from '@/lib/contract/errors'
import { snapshotPreviewSchema, snapshotPublishedSchema } from '@/lib/contract/snapshots'
import { peerHeader } from '@/lib/http/peer'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import { paramsOf, startStack, type Handler, type Stack } from './support'

/** Key derivations: how many began, ended, and ran at the same time at most. */
const derived = vi.hoisted(() => ({ begun: 0, ended: 0, most: 0 }))

vi.mock(import('node:crypto'), async (importOriginal) => {
  const crypto = await importOriginal()
  const counted = (...[words, salt, bytes, options, done]: Parameters<typeof crypto.scrypt>) => {
    derived.begun += 1
    derived.most = Math.max(derived.most, derived.begun - derived.ended)
    // A sixteenth of the cost: the test is not about the time of forty derivations.
    crypto.scrypt(words, salt, bytes, { ...options, N: 2 ** 11 }, (error, key) => {
      derived.ended += 1
      done(error, key)
    })
  }
  return { ...crypto, scrypt: counted as typeof crypto.scrypt }
})

let stack: Stack
let tenant: TenantClient
let subject: unknown
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-passphrases-'))
const admin = 'Aiko Tanaka'

beforeAll(async () => {
  Object.assign(process.env, {
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_DATA_DIR: folder,
    SEALWATCH_SNAPSHOTS: 'on',
    SEALWATCH_PROXIES: '10.0.0.1',
  })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 5 })
  const [vm] = await tenant.vms()
  if (vm === undefined) throw new Error('no VM')
  const { subscription, group, name } = paramsOf(vm.id)
  subject = { kind: 'vm', vm: { subscriptionId: subscription, resourceGroup: group, name } }
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  globalThis.sealwatchAddressLimit = undefined
  globalThis.sealwatchLinkLimit = undefined
  Object.assign(derived, { begun: 0, ended: 0, most: 0 })
})

async function call(handler: Handler, person: string | null, body: unknown, address = '198.51.100.7') {
  const headers = new Headers({
    'content-type': 'application/json',
    [peerHeader()]: '10.0.0.1',
    'x-forwarded-for': address,
  })
  if (person !== null) headers.set('authorization', `Bearer ${await tenant.token({ person })}`)
  const request = new Request('http://localhost/api/v1/test', { method: 'POST', headers, body: JSON.stringify(body) })
  return handler(request, { params: Promise.resolve({}) })
}

async function draft(): Promise<string> {
  const { draft } = snapshotPreviewSchema.parse(await (await call(preview, admin, { subject, reveal: [] })).json())
  return draft ?? ''
}

const publishing = (id: string, passphrase: string | null, person = admin) =>
  call(publish, person, { draft: id, hours: 1, passphrase })

async function linkTo(passphrase: string): Promise<string> {
  const { token } = snapshotPublishedSchema.parse(await (await publishing(await draft(), passphrase)).json())
  return token ?? ''
}

const open = (token: string, passphrase: string, address?: string) =>
  call(openShared, null, { token, passphrase }, address)

const fresh = (): void => void Object.assign(derived, { begun: 0, ended: 0, most: 0 })

describe('passphrases', () => {
  it('cost nothing for a draft that does not exist, belongs to another user, or was published', async () => {
    const [mine, used] = [await draft(), await draft()]
    await publishing(used, null)
    for (const [id, person] of [
      ['00000000-0000-4000-8000-000000000000', admin],
      [mine, 'Ben Ortiz'],
      [used, admin],
    ] as const)
      expect(await (await publishing(id, 'correct horse', person)).json()).toMatchObject({ token: null, failure: null })
    expect(derived.begun).toBe(0)
  })

  it('are derived once for one draft, however often it is published at once', async () => {
    const id = await draft()
    const answers = await Promise.all(Array.from({ length: 30 }, () => publishing(id, 'correct horse')))
    const tokens = await Promise.all(
      answers
        .filter(({ status }) => status === 200)
        .map(async (one) => snapshotPublishedSchema.parse(await one.json())),
    )
    expect(tokens.filter(({ token }) => token !== null)).toHaveLength(1)
    expect(derived.begun).toBeLessThanOrEqual(2)
  })

  it('of unauthenticated clients with four links leave threads for other work, and at most ten wait', async () => {
    const links = await Promise.all([1, 2, 3, 4].map(() => linkTo('correct horse')))
    fresh()
    const asked = Array.from({ length: 40 }, (_one, index) =>
      open(links[index % 4] ?? '', 'correct horse', `203.0.113.${index}`),
    )
    await vi.waitUntil(() => derived.begun > 0, { interval: 1 })
    const ended = await Promise.all([
      promisify(gzip)(Buffer.alloc(64)).then(() => derived.ended),
      lookup('localhost').then(() => derived.ended),
    ])
    const answers = await Promise.all(asked)
    expect(derived.most).toBeLessThanOrEqual(2)
    expect(Math.max(...ended), 'derivations that compression and DNS waited for').toBeLessThanOrEqual(2)
    expect(derived.begun).toBeLessThanOrEqual(10)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBe(40 - derived.begun)
    const { code, retryAfterSeconds } = apiErrorSchema.parse(await refused[0]?.json())
    expect({ code, retryAfterSeconds }).toEqual({ code: 'too-many-tries', retryAfterSeconds: 1 })
  })

  it('of one client address leave capacity for other addresses', async () => {
    const links = await Promise.all([1, 2, 3, 4].map(() => linkTo('correct horse')))
    const other = await linkTo('battery staple')
    const flood = Array.from({ length: 40 }, (_one, index) => open(links[index % 4] ?? '', 'correct horse'))
    await vi.waitUntil(() => derived.most > 0, { interval: 1 })
    expect((await open(other, 'battery staple', '198.51.100.8')).status).toBe(200)
    await Promise.all(flood)
  })

  it('are limited even when they are right, by link', async () => {
    const token = await linkTo('correct horse')
    fresh()
    const statuses: number[] = []
    for (let count = 0; count < 40; count += 1)
      statuses.push((await open(token, 'correct horse', `203.0.113.${count}`)).status)
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(32)
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(statuses.at(-1)).toBe(429)
    expect(derived.begun).toBeLessThanOrEqual(32)
  })
})
