import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getAdmin } from '@/app/api/v1/admin/route'
import { GET as getNotices } from '@/app/api/v1/notices/route'
import { adminStatusSchema } from '@/lib/contract/admin'
import { noticeListSchema } from '@/lib/contract/notices'
import { useDatabases } from '@/lib/store/testing/databases'
import { changeNumber, follow, watchOfVm } from '@/lib/store/testing/watches'
import { writeMemories } from '@/lib/store/watches/memories'
import { noteProofs } from '@/lib/store/watches/proofs'
import { closeHistory } from '@/lib/usecases/history/handle'
import { ask, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { adminAppRole } from '../simulator/names'
import { collectorProcessEnvironment, runCollector } from './support'

let stack: Stack
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-webhook-failures-'))
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const sqlite = useDatabases().find(({ name }) => name === 'SQLite')!
const [maker, admin, other] = ['Chiara Rossi', 'Aiko Tanaka', 'Emi Sato']
/** Receivers often have their credential in the address: the log must not have it. */
const canary = 'canary-in-the-address'
const secret = Buffer.alloc(32, 7).toString('base64')

function webhooksFile(tenant: TenantClient, names: readonly string[]): string {
  const file = join(folder, 'webhooks.json')
  const targets = names.map((name) => [
    name,
    {
      kind: 'json',
      url: `${stack.server}/_webhooks/${tenant.tenantId}/${name}/${canary}?sig=${canary}`,
      secret: `whsec_${secret}`,
      people: 'everyone',
    },
  ])
  writeFileSync(file, JSON.stringify({ address: 'https://sealwatch.example', targets: Object.fromEntries(targets) }))
  return file
}

async function personOf(tenant: TenantClient, person: string): Promise<string> {
  const { people } = await tenant.summary()
  return people.find(({ displayName }) => displayName === person)?.objectId ?? ''
}

it('a webhook that fails is a warning in the log, and the watch\u2019s maker and the admin page see it', async () => {
  const tenant = await stack.tenant({ scenario: 'timeline', seed: 8 })
  const place = await sqlite.fresh()
  if (place.kind !== 'sqlite') throw new Error('no SQLite')
  const store = await sqlite.open(place)
  const follower = { cloud: 'public', tenantId: tenant.tenantId, personId: await personOf(tenant, maker) }
  const environment = {
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_DATA_DIR: dirname(place.file),
    DATABASE_URL: '',
    SEALWATCH_WEBHOOKS_FILE: webhooksFile(tenant, ['gone', 'busy']),
    SEALWATCH_WEBHOOK_LOCAL_RECEIVER: new URL(stack.server).host,
  }
  const env = { ...collectorProcessEnvironment(stack, tenant), ...environment }
  const names = ['vm-failure', 'vm-stall']
  const vms = (await tenant.vms()).filter(({ name }) => names.includes(name))
  const fails = async (at: number, webhook: string, status: number) => {
    const vmId = vms[at]?.id ?? ''
    const target = { kind: 'vm', id: vmId } as const
    const id = await follow(store, watchOfVm('any', { follower, target, channels: [webhook] }))
    await noteProofs(store, [id], { readable: [vmId.toLowerCase()], hidden: [] }, Date.now())
    const written = await writeMemories(store, [{ ...changeNumber(id, 'any', 1, [webhook]), vmId }], Date.now())
    expect(written).toMatchObject({ ok: true })
    await tenant.changeWebhooks({ failures: 1, status })
    return runCollector(env, ['--once'])
  }
  // One receiver is gone for good, the other cannot take posts now.
  const runs = [await fails(0, 'gone', 410), await fails(1, 'busy', 503)]

  expect(runs.map(({ code }) => code)).toEqual([0, 0])
  const warnings = runs.flatMap(({ lines }) => lines.filter(({ level }) => level !== 'info'))
  expect(warnings).toEqual([
    expect.objectContaining({ level: 'warn', event: 'notified', webhook: 'gone', outcome: 'failed', code: 'http-410' }),
    expect.objectContaining({
      level: 'warn',
      event: 'notified',
      webhook: 'busy',
      outcome: 'waiting',
      code: 'http-503',
    }),
  ])
  expect((await tenant.webhooks()).map(({ status }) => status)).toEqual([410, 503])
  for (const { written } of runs) {
    for (const word of [canary, secret, '/_webhooks/', ...names]) expect(written).not.toContain(word)
  }

  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  vi.stubEnv('SEALWATCH_TENANT', tenant.tenantId)
  vi.stubEnv('SEALWATCH_ADMIN_ROLE', adminAppRole)
  const noticesOf = async (person: string) => {
    const answer = await ask(getNotices, tenant, person, { query: '?after=0' })
    return noticeListSchema.parse(await answer.json()).notices.map(({ undelivered }) => undelivered)
  }
  // The notice that is posted again later is not given up yet.
  expect(await noticesOf(maker)).toEqual([[], ['gone']])
  expect(await noticesOf(other)).toEqual([])
  const answer = await ask(getAdmin, tenant, admin)
  const text = await answer.text()
  expect(adminStatusSchema.parse(JSON.parse(text)).webhooks).toEqual([
    { name: 'busy', sent: 0, retrying: 1, failed: 0, code: 'http-503' },
    { name: 'gone', sent: 0, retrying: 0, failed: 1, code: 'http-410' },
  ])
  for (const word of [canary, secret]) expect(text).not.toContain(word)
})
