import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorProcessEnvironment, runCollector } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-wrong-start-'))
beforeAll(async () => {
  writeFileSync(file('empty.pem'), '')
  writeFileSync(file('text.pem'), canary)
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'fleet', seed: 3, vms: 10, subscriptions: 1, ade: 1, still: true })
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const canary = 'canary-of-a-secret'
const file = (name: string): string => join(folder, name)
const noSuchId = '00000000-0000-4000-8000-000000000123'
/** A port of this machine on which no server listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function run(change: Readonly<Record<string, string>>, args: readonly string[] = ['--once']) {
  const base = { SEALWATCH_DATA_DIR: mkdtempSync(file('data-')), DATABASE_URL: '' }
  const env = { ...collectorProcessEnvironment(stack, tenant), ...base, ...change }
  const ended = await runCollector(env, args)
  expect(ended.written).not.toContain(canary)
  const failed = ended.lines.filter(({ event }) => event === 'failed')
  return { ...ended, failed: failed.map(({ level, what, code }) => [level, what, code]) }
}

describe('a collector that cannot do its work', () => {
  it.each<[string, string, Record<string, string>, string[]?]>([
    ['an unknown argument', '--onc: is no argument of collect', {}, ['--onc']],
    ['no tenant', 'SEALWATCH_TENANT: is missing', { SEALWATCH_TENANT: '' }],
    ['a misspelt variable', 'did you mean SEALWATCH_TENANT?', { SEALWATCH_TENNANT: noSuchId }],
    [
      'a secret without an identity',
      'SEALWATCH_COLLECTOR_CLIENT_ID: is missing',
      { SEALWATCH_COLLECTOR_CLIENT_ID: '' },
    ],
    [
      'a certificate that is no file',
      `SEALWATCH_COLLECTOR_CERTIFICATE_PATH: names ${file('none.pem')}, a file that cannot be read (ENOENT)`,
      { SEALWATCH_COLLECTOR_CLIENT_SECRET: '', SEALWATCH_COLLECTOR_CERTIFICATE_PATH: file('none.pem') },
    ],
    [
      'a certificate in an empty file',
      `SEALWATCH_COLLECTOR_CERTIFICATE_PATH: names ${file('empty.pem')}, a file that is empty`,
      { SEALWATCH_COLLECTOR_CLIENT_SECRET: '', SEALWATCH_COLLECTOR_CERTIFICATE_PATH: file('empty.pem') },
    ],
    [
      'a certificate in a file without PEM',
      `SEALWATCH_COLLECTOR_CERTIFICATE_PATH: names ${file('text.pem')}, a file without a certificate in PEM`,
      { SEALWATCH_COLLECTOR_CLIENT_SECRET: '', SEALWATCH_COLLECTOR_CERTIFICATE_PATH: file('text.pem') },
    ],
    [
      'a token that is no file',
      `SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: names ${file('none.jwt')}, a file that cannot be read (ENOENT)`,
      { SEALWATCH_COLLECTOR_CLIENT_SECRET: '', SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: file('none.jwt') },
    ],
    ['no file of webhooks', 'SEALWATCH_WEBHOOKS_FILE', { SEALWATCH_WEBHOOKS_FILE: file('none.json') }],
    ['no folder for reports', 'SEALWATCH_REPORTS_DIR', { SEALWATCH_REPORTS_DIR: file('none/at/all') }],
  ])('ends with 2 and names the culprit: %s', async (_what, complaint, change, args) => {
    const ended = await run(change, args)
    expect([ended.code, ended.lines]).toEqual([2, []])
    expect(ended.complaint).toContain(complaint)
    expect(ended.complaint).not.toMatch(/^ +at /m)
  })

  it.each<[string, string, Record<string, string>]>([
    ['a wrong tenant', 'configuration-invalid', { SEALWATCH_TENANT: noSuchId }],
    ['a wrong secret', 'configuration-invalid', { SEALWATCH_COLLECTOR_CLIENT_SECRET: canary }],
    ['an identity that does not exist', 'configuration-invalid', { SEALWATCH_COLLECTOR_CLIENT_ID: noSuchId }],
  ])('ends with 1 after `--once`, with the reason in the log: %s', async (_what, code, change) => {
    const ended = await run(change)
    expect([ended.code, ended.failed]).toEqual([1, [['warn', 'survey', code]]])
  })

  it('ends with 1 and says that Entra is down, which is no wrong configuration, where it does not answer', async () => {
    const origin = `https://localhost:${await closedPort()}`
    const ended = await run({ SEALWATCH_AUTHORITY_HOST: origin })
    expect([ended.code, ended.failed]).toEqual([1, [['warn', 'survey', 'entra-down']]])
  })

  it.each([
    ['are refused', { kind: 'deny', routes: ['subscriptions-list'] }],
    ['show no subscription', { kind: 'empty-page', routes: ['subscriptions-list'] }],
  ] as const)('ends with 1 where its rights %s, and no fleet is taken for an empty one', async (_what, fault) => {
    await tenant.addFault({ ...fault, routes: [...fault.routes] })
    const ended = await run({})
    await tenant.removeFaults()
    expect([ended.code, ended.failed]).toEqual([1, [['warn', 'survey', 'arm-denied']]])
    expect(ended.lines.filter(({ event }) => event === 'surveyed')).toEqual([])
  })

  it('ends with 0 where single VMs cannot be read, and says how many', async () => {
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    const ended = await run({})
    await tenant.removeFaults()
    expect([ended.code, ended.lines.find(({ event }) => event === 'read')]).toEqual([
      0,
      expect.objectContaining({ read: 0, failed: 10 }),
    ])
    // One line for all of them.
    expect(ended.lines.filter(({ event }) => event === 'failed')).toEqual([
      expect.objectContaining({ level: 'warn', what: 'read', code: 'arm-denied', vms: 10 }),
    ])
  })

  it('ends with 1 before it asks Azure where its database cannot be used at the start', async () => {
    const asked = async () => Object.keys((await tenant.traffic({ limit: 0 })).counts)
    await tenant.clearTraffic()
    writeFileSync(file('occupied'), '')
    for (const [change, code] of [
      [
        { DATABASE_URL: `postgres://sealwatch:${canary}@127.0.0.1:${await closedPort()}/sealwatch` },
        'unreachable ECONNREFUSED',
      ],
      [{ SEALWATCH_DATA_DIR: file('occupied') }, 'unreachable EEXIST'],
      [{ SEALWATCH_HISTORY: 'off' }, 'off null'],
    ] as const) {
      const ended = await run(change, ['--once'])
      const lines = ended.lines.map(({ level, event, what, code: kind, database }) => [
        level,
        event,
        what,
        `${String(kind)} ${String(database)}`,
      ])
      expect([ended.code, lines]).toEqual([1, [['warn', 'failed', 'plan', code]]])
    }
    expect(await asked()).toEqual([])
  })
})
