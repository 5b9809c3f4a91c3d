import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getAuditLogFile } from '@/app/api/v1/admin/audit-log/file/route'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { DELETE as endSession, PUT as notThere } from '@/app/api/v1/session/route'
import { GET as getWatches } from '@/app/api/v1/watches/route'
import { AccessToken } from '@/lib/auth/access-token'
import { personKey } from '@/lib/auth/caller'
import { noteEndedToken } from '@/lib/store/ended-tokens'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import { isSessionOver } from '@/lib/usecases/session/end'
import { adminAppRole } from '../simulator/names'
import type { TenantClient } from '../simulator/control/client'
import { startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-sign-out-'))

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 100 })
  Object.assign(process.env, { SEALWATCH_TENANT: tenant.tenantId, SEALWATCH_ADMIN_ROLE: adminAppRole })
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const admin = 'Aiko Tanaka'
let uti = 0
/** Each sign-in gives another token. */
const signedIn = (person: string) => tenant.token({ person, overrides: { uti: `u${(uti += 1)}` } })

const claimsOf = (token: string): { tid: string; oid: string } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { tid: string; oid: string }

async function answerTo(handler: Handler, token: string | null, method = 'GET'): Promise<string> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await handler(new Request('http://localhost/api/v1/test', { method, headers }), {
    params: Promise.resolve({}),
  })
  const text = await response.text()
  return response.ok ? String(response.status) : (JSON.parse(text) as { code: string }).code
}

/** What another server of the deployment, or this one after a restart, knows. */
const anotherServer = (): void => {
  globalThis.sealwatchEndedTokens = undefined
}
beforeEach(anotherServer)

describe('signing out', () => {
  it('revokes that token, and no other', async () => {
    const [token, other, renewed] = [await signedIn(admin), await signedIn('Ben Ortiz'), await signedIn(admin)]
    expect(await answerTo(getWatches, token)).toBe('200')
    expect(await answerTo(endSession, token, 'DELETE')).toBe('204')
    for (const handler of [getWatches, getFleet]) expect(await answerTo(handler, token)).toBe('token-invalid')
    expect(await answerTo(endSession, token, 'DELETE'), 'a second time').toBe('token-invalid')
    for (const good of [other, renewed]) expect(await answerTo(getWatches, good)).toBe('200')
    anotherServer()
    expect(await answerTo(getWatches, token), 'on another server').toBe('token-invalid')
    expect(await answerTo(getWatches, renewed)).toBe('200')
  })

  it('leaves no data of the user in memory, and keeps that of all other users', async () => {
    const [token, other] = [await signedIn('Chiara Rossi'), await signedIn('Ben Ortiz')]
    for (const each of [token, other]) expect(await answerTo(getFleet, each)).toBe('200')
    const people = () => [...(globalThis.sealwatchReadings?.keys() ?? [])]
    const [before, tokens] = [people(), globalThis.sealwatchArmTokens?.size ?? 0]
    expect(await answerTo(endSession, token, 'DELETE')).toBe('204')
    expect(before.filter((person) => !people().includes(person))).toHaveLength(1)
    expect(globalThis.sealwatchArmTokens?.size).toBe(tokens - 1)
    expect(await answerTo(getFleet, other)).toBe('200')
  })

  it('works only for users with a token in the header', async () => {
    expect(await answerTo(endSession, null, 'DELETE')).toBe('sign-in-required')
    expect(await answerTo(() => Promise.resolve(notThere()), await signedIn(admin))).toBe('method-not-allowed')
  })

  it('is in the audit log', async () => {
    const token = await signedIn(admin)
    expect(await answerTo(endSession, token, 'DELETE')).toBe('204')
    const store = await history()
    if (!store.ok) throw new Error('a history')
    const rows = await store.value.db.selectFrom('trail').selectAll().where('kind', '=', 'sign-out').execute()
    expect(rows.at(-1)).toMatchObject({ tenant_id: tenant.tenantId, subject: null, detail: '{}' })
    expect(JSON.stringify(await store.value.db.selectFrom('ended_tokens').selectAll().execute())).not.toContain(token)
  })

  it('does not wait when the database does not answer', async () => {
    // What still waits to be written would wait for this database for ever.
    await remembered()
    const kept = globalThis.sealwatchHistory
    globalThis.sealwatchHistory = { opening: new Promise(() => undefined), retryAt: Number.POSITIVE_INFINITY }
    const caller = { cloud: 'public', tenantId: 't', objectId: 'p', roles: [], expiresAt: 0 } as const
    vi.useFakeTimers()
    const since = performance.now()
    for (let request = 0; request < 5; request += 1) {
      const asked = isSessionOver({ ...caller, accessToken: new AccessToken('a.b.c') }, () => undefined)
      await vi.runAllTimersAsync()
      expect(await asked).toBe(false)
    }
    expect(performance.now() - since).toBeLessThan(5_000)
    vi.useRealTimers()
    globalThis.sealwatchHistory = kept
  })
})

/** An answer read chunk by chunk, as a client does that needs all of it. */
async function begun(handler: Handler, token: string, query = '') {
  const request = new Request(`http://localhost/api/v1/test${query}`, { headers: { authorization: `Bearer ${token}` } })
  const response = await handler(request, { params: Promise.resolve({}) })
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  /** Reads the rest; a dropped connection counts as an end as well. */
  const rest = async (): Promise<{ text: string; isWhole: boolean }> => {
    let text = ''
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read())
        text += decoder.decode(piece.value)
      return { text, isWhole: true }
    } catch {
      return { text, isWhole: false }
    }
  }
  return { status: response.status, reader, rest }
}

describe('an answer in flight', () => {
  const load = '?load=22222222-2222-4222-8222-222222222222'
  const answers = [
    { name: 'a fleet without a name', handler: getFleet, query: '?fresh=true' },
    { name: 'a fleet with a name', handler: getFleet, query: load },
    { name: 'the file of the audit log', handler: getAuditLogFile, query: '?format=csv' },
  ] as const

  for (const { name, handler, query } of answers) {
    it(`sends ${name} completely while the user stays signed in`, async () => {
      const { status, rest } = await begun(handler, await signedIn(admin), query)
      expect(status).toBe(200)
      const { text, isWhole } = await rest()
      expect(isWhole).toBe(true)
      if (handler === getFleet) expect(text).toContain('"type":"end"')
      expect(globalThis.sealwatchSending?.size).toBe(0)
    })

    it(`sends nothing more of ${name} once the user has signed out`, async () => {
      const [token, other] = [await signedIn(admin), await signedIn('Ben Ortiz')]
      const { status, reader, rest } = await begun(handler, token, query)
      const others = await begun(getFleet, other)
      expect(status).toBe(200)
      expect((await reader.read()).done).toBe(false)
      expect(await answerTo(endSession, token, 'DELETE')).toBe('204')
      expect(await rest()).toEqual({ text: '', isWhole: false })
      expect(await others.rest(), 'somebody else').toMatchObject({ isWhole: true })
      expect(globalThis.sealwatchSending?.size).toBe(0)
    })

    it(`ends ${name} after a sign-out at another server, without any further request`, async () => {
      const token = await signedIn(admin)
      const { reader, rest } = await begun(handler, token, query)
      expect((await reader.read()).done).toBe(false)
      const store = await history()
      if (!store.ok) throw new Error('a history')
      const [now, who] = [Date.now(), claimsOf(token)]
      const person = personKey({ cloud: 'public', tenantId: who.tid, objectId: who.oid })
      const fingerprint = new AccessToken(token).fingerprint()
      await noteEndedToken(store.value, { fingerprint, person, endedAt: now, expiresAt: now + 3_600_000 })
      await expect.poll(() => globalThis.sealwatchSending?.size).toBe(0)
      expect(await rest()).toEqual({ text: '', isWhole: false })
    })

    it(`sends nothing of ${name} to a request that arrived at the same time as the sign-out`, async () => {
      const token = await signedIn(admin)
      const asked = begun(handler, token, query)
      const left = answerTo(endSession, token, 'DELETE')
      const { status, rest } = await asked
      expect(await left).toBe('204')
      if (status === 200) expect(await rest()).toEqual({ text: '', isWhole: false })
      else expect(status).toBe(401)
    })
  }
})
