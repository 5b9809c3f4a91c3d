import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { DELETE as endSession, GET as notThere } from '@/app/api/v1/session/route'
import { GET as getWatches } from '@/app/api/v1/watches/route'
import { AccessToken } from '@/lib/auth/access-token'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { isSessionOver } from '@/lib/usecases/session/end'
import type { TenantClient } from '../simulator/control/client'
import { startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-sign-out-'))

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 100 })
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

async function answerTo(handler: Handler, token: string | null, method = 'GET'): Promise<string> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await handler(new Request('http://localhost/api/v1/test', { method, headers }), {
    params: Promise.resolve({}),
  })
  const text = await response.text()
  return response.ok ? String(response.status) : (JSON.parse(text) as { code: string }).code
}

/** What another server of the deployment, or this one after a start, knows. */
const anotherServer = (): void => {
  globalThis.sealwatchEndedTokens = undefined
}
beforeEach(anotherServer)

describe('signing out', () => {
  it('makes that token good for nothing, and no other', async () => {
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

  it('leaves nothing of the person in memory, and all of everybody else', async () => {
    const [token, other] = [await signedIn('Chiara Rossi'), await signedIn('Ben Ortiz')]
    for (const each of [token, other]) expect(await answerTo(getFleet, each)).toBe('200')
    const people = () => [...(globalThis.sealwatchReadings?.keys() ?? [])]
    const [before, tokens] = [people(), globalThis.sealwatchArmTokens?.size ?? 0]
    expect(await answerTo(endSession, token, 'DELETE')).toBe('204')
    expect(before.filter((person) => !people().includes(person))).toHaveLength(1)
    expect(globalThis.sealwatchArmTokens?.size).toBe(tokens - 1)
    expect(await answerTo(getFleet, other)).toBe('200')
  })

  it('is for people with a token in the header alone', async () => {
    expect(await answerTo(endSession, null, 'DELETE')).toBe('sign-in-required')
    expect(await answerTo(() => Promise.resolve(notThere()), await signedIn(admin))).toBe('method-not-allowed')
  })

  it('is in the trail', async () => {
    const token = await signedIn(admin)
    expect(await answerTo(endSession, token, 'DELETE')).toBe('204')
    const store = await history()
    if (!store.ok) throw new Error('a history')
    const rows = await store.value.db.selectFrom('trail').selectAll().where('kind', '=', 'sign-out').execute()
    expect(rows.at(-1)).toMatchObject({ tenant_id: tenant.tenantId, subject: null, detail: '{}' })
    expect(JSON.stringify(await store.value.db.selectFrom('ended_tokens').selectAll().execute())).not.toContain(token)
  })

  it('holds nobody up where the database does not answer', async () => {
    const kept = globalThis.sealwatchHistory
    globalThis.sealwatchHistory = { opening: new Promise(() => undefined), retryAt: Number.POSITIVE_INFINITY }
    const caller = { cloud: 'public', tenantId: 't', objectId: 'p', roles: [], expiresAt: 0 } as const
    const since = performance.now()
    for (let request = 0; request < 5; request += 1) {
      const over = await isSessionOver({ ...caller, accessToken: new AccessToken('a.b.c') }, () => undefined)
      expect(over).toBe(false)
    }
    expect(performance.now() - since).toBeLessThan(5_000)
    globalThis.sealwatchHistory = kept
  })
})
