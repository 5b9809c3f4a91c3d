import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { identity } from '@/lib/auth/identity'
import { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import { collectHere, failureLines } from '@/lib/local/collect'
import { toolToken } from '@/lib/local/testing/tokens'
import { ToolTokens } from '@/lib/local/tokens/tool-tokens'
import { ok } from '@/lib/shared/result'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { startStack, type Stack } from '../faults/support'
import { people } from '../fixtures/people'
import type { TenantClient } from '../simulator/control/client'

const texts = messages.en.local.terminal
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-here-'))
let stack: Stack
beforeAll(async () => {
  stack = await startStack()
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
})
afterEach(async () => {
  globalThis.sealwatchIdentity = undefined
  await closeHistory()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The person as the program knows them: the token of their tool is one on behalf of them. */
async function personOf(tenant: TenantClient) {
  const onBehalfOf = identity()
  const headers = { authorization: `Bearer ${await tenant.token({ person: people.aiko })}` }
  const caller = await onBehalfOf.authenticate(new Request('http://localhost/', { headers }), true)
  if (!caller.ok) throw new Error(caller.failure.code)
  globalThis.sealwatchIdentity = { ...onBehalfOf, tokenSource: () => onBehalfOf.tokenSource(caller.value) }
  const { tenantId, objectId } = caller.value
  const place = { cloud: 'public', authorityHost: stack.server, armEndpoint: stack.server } as const
  const accounts = { place, tenants: [tenantId], username: null }
  const token = toolToken({ tid: tenantId, oid: objectId })
  const tool = {
    name: 'azure-cli',
    accounts: () => Promise.resolve(ok(accounts)),
    token: () => Promise.resolve(ok(token)),
    command: () => 'az login',
  } as const
  const shown = { tenantId, objectId, name: null, username: null, expiresAt: token.expiresAt }
  return {
    person: { cloud: 'public', tenantId, objectId } as const,
    tokens: new ToolTokens({ tool, accounts, token, person: shown }),
  }
}

async function observed(tenant: TenantClient): Promise<ReadonlySet<string>> {
  const opened = await history()
  if (!opened.ok) throw new Error(opened.failure.kind)
  const rows = await opened.value.db
    .selectFrom('observations')
    .innerJoin('machines', 'machines.id', 'observations.machine_id')
    .where('machines.tenant_id', '=', tenant.tenantId)
    .where('observations.source', '=', 'collector')
    .select('machines.vm_key')
    .execute()
  return new Set(rows.map(({ vm_key }) => vm_key))
}

it('continues the timelines with the person’s own rights, and ends with the program', async () => {
  const tenant = await stack.tenant({ scenario: 'timeline', bucketScale: 1000 })
  const { person, tokens } = await personOf(tenant)
  const said: string[] = []
  const program = new AbortController()
  const complain = (text: string): void => void said.push(text)
  const ended = collectHere({ person, tokens, texts, complain, signal: program.signal })
  await expect.poll(async () => (await observed(tenant)).size).toBeGreaterThan(0)
  const readings = async () => (await tenant.traffic({ route: 'vm-get' })).entries.length
  await expect.poll(readings).toBeGreaterThan(0)
  program.abort()
  await ended
  expect(said).toEqual([])
})

it('says a failure once, with the command that mends it, and that it has ended', async () => {
  const tenant = await stack.tenant({ scenario: 'timeline', bucketScale: 1000 })
  const { person, tokens } = await personOf(tenant)
  const said: string[] = []
  const program = new AbortController()
  const collecting = { person, tokens, texts, complain: (text: string) => void said.push(text), signal: program.signal }
  const say = failureLines(collecting)
  tokens.drop(tenant.tenantId, 'e30=')
  for (const what of ['survey', 'plan', 'survey'] as const) say({ event: 'failed', what, code: 'sign-in-expired' })
  // One VM that cannot be read is no failure of the reading.
  say({ event: 'failed', what: 'read', code: 'forbidden' })
  say({ event: 'surveyed', subscriptions: 1, watched: 1, complete: true })
  say({ event: 'surveyed', subscriptions: 1, watched: 1, complete: true })
  const failed = fill(texts.collectFailedRun, { code: 'sign-in-expired', command: 'az login' })
  expect(said).toEqual([`${failed}\n`, `${texts.collectWorks}\n`])

  said.length = 0
  await tenant.addFault({ kind: 'deny', routes: ['subscriptions-list'] })
  const ended = collectHere(collecting)
  await expect.poll(() => said).toHaveLength(1)
  expect(said[0]).toBe(`${fill(texts.collectFailedRun, { code: 'arm-denied', command: 'az login' })}\n`)
  program.abort()
  await ended
})
