import { expect, it } from 'vitest'
import { personKey } from '@/lib/auth/caller'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken } from '@/lib/shared/token-source'
import { localIdentity } from '../identity'
import { LocalSessions } from '../sessions'
import { tenantA, tenantB, toolToken } from '../testing/tokens'
import { azureCliTool } from './azure-cli'
import { personOf } from './token-claims'
import type { ToolFailure } from './tool'
import { ToolTokens } from './tool-tokens'

const start = Date.parse('2026-11-28T12:00:00Z')

/** Tokens of a tool that gives what `next` holds. */
function stage() {
  const state = { now: start, asked: 0, next: ok(toolToken({}, start)) as Result<ArmToken, ToolFailure> }
  const first = toolToken({}, start)
  const person = personOf(first.token)
  if (person === null) throw new Error('no person')
  const place = { cloud: 'public', authorityHost: 'https://login.test', armEndpoint: 'https://arm.test' } as const
  const tool = {
    ...azureCliTool(() => Promise.reject(new Error('not started here'))),
    token: () => {
      state.asked += 1
      return Promise.resolve(state.next)
    },
  }
  const accounts = { place, tenants: [tenantA, tenantB], username: null }
  return { state, first, tokens: new ToolTokens({ tool, accounts, token: first, person }, () => state.now) }
}

it('starts the tool only when a token is about to expire, once for many requests', async () => {
  const { state, tokens } = stage()
  await tokens.get(tenantA)
  expect(state.asked).toBe(0)
  state.now += 3_400_000
  state.next = ok(toolToken({}, state.now))
  const answers = await Promise.all(Array.from({ length: 20 }, () => tokens.get(tenantA)))
  expect([state.asked, answers.every(({ ok: isOk }) => isOk)]).toEqual([1, true])
})

it('says the command after an expired sign-in, and nothing once the person has signed in again', async () => {
  const { state, tokens } = stage()
  expect(tokens.command(tenantA)).toBe(null)
  tokens.drop(tenantA, null)
  state.next = fail({ code: 'signed-out', entraCode: 'AADSTS700082' })
  expect(await tokens.get(tenantA)).toEqual(fail({ code: 'sign-in-expired', claims: null }))
  await tokens.get(tenantA)
  expect(state.asked).toBe(1)
  expect(tokens.command(tenantA)).toBe(`az login --tenant ${tenantA} --scope https://arm.test/.default`)
  expect(tokens.command(tenantB)).toBe(null)
  state.now += 3000
  state.next = ok(toolToken({}, state.now))
  expect((await tokens.get(tenantA)).ok).toBe(true)
  expect(tokens.command(tenantA)).toBe(null)
})

it('passes on what ARM requires until the tool gives another token', async () => {
  const { state, first, tokens } = stage()
  tokens.drop(tenantA, 'eyJjbGFpbXMi')
  tokens.drop(tenantA, 'eyJjbGFpbXMi')
  state.next = ok(first)
  await tokens.get(tenantA)
  expect(tokens.command(tenantA)).toContain('--claims-challenge "eyJjbGFpbXMi"')
  tokens.drop(tenantA, 'eyJjbGFpbXMi')
  state.next = ok(toolToken({ amr: 'mfa' }, start))
  await tokens.get(tenantA)
  expect(tokens.command(tenantA)).toBe(null)
})

it('says no command where Entra is only unreachable', async () => {
  const { state, tokens } = stage()
  tokens.drop(tenantA, null)
  state.next = fail({ code: 'unreachable', entraCode: null })
  expect(await tokens.get(tenantA)).toEqual(fail({ code: 'entra-down', claims: null }))
  expect(tokens.command(tenantA)).toBe(null)
})

it('takes no token of another tenant', async () => {
  const { tokens } = stage()
  expect(await tokens.get(tenantB)).toEqual(fail({ code: 'sign-in-expired', claims: null }))
})

function signedIn(tokens: ToolTokens) {
  const sessions = new LocalSessions()
  const opened = sessions.redeem(sessions.newKey())
  if (typeof opened === 'string') throw new Error(opened)
  const identity = localIdentity('public', sessions, tokens)
  const ask = (authorization: string | null, cookie = '') =>
    identity.authenticate(
      new Request('http://127.0.0.1/', { headers: { ...(authorization === null ? {} : { authorization }), cookie } }),
      true,
    )
  return { identity, ask, ...opened }
}

it('knows the person by the secret of the page alone, never by a cookie', async () => {
  const { ask, secret, cookie } = signedIn(stage().tokens)
  const caller = await ask(`Bearer ${tenantA}.${secret}`)
  expect(caller.ok && personKey(caller.value)).toBe(`public|${tenantA}|33333333-3333-4333-8333-333333333333`)
  expect(await ask(null, `sealwatch-local-1=${cookie}`)).toEqual(fail({ code: 'sign-in-required' }))
  for (const wrong of [`Bearer ${secret}`, `Bearer ${tenantA}.${cookie}`, `Bearer ${tenantA}.${secret}x`, 'Bearer'])
    expect(await ask(wrong)).toEqual(fail({ code: 'token-invalid' }))
  const elsewhere = '99999999-9999-4999-8999-999999999999'
  expect(await ask(`Bearer ${elsewhere}.${secret}`)).toEqual(fail({ code: 'tenant-not-allowed' }))
})

it('reads nothing for the person before, once the tool is signed in as another', async () => {
  const { state, tokens } = stage()
  const { identity, ask, secret } = signedIn(tokens)
  const caller = await ask(`Bearer ${tenantA}.${secret}`)
  if (!caller.ok) throw new Error(caller.failure.code)
  const source = identity.tokenSource(caller.value)
  const { signal } = new AbortController()
  expect((await source.get(signal)).ok).toBe(true)
  source.drop()
  state.next = ok(toolToken({ oid: '44444444-4444-4444-8444-444444444444', upn: 'ben@example.com' }, start))
  expect(await source.get(signal)).toEqual(fail({ code: 'token-expired', claims: null }))
  const now = await ask(`Bearer ${tenantA}.${secret}`)
  expect(now.ok && now.value.objectId).toBe('44444444-4444-4444-8444-444444444444')
})
