import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { reporterOf } from '@/lib/cli/reports/reporter'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { reportIfDue } from '@/lib/usecases/collect/report'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorApplication } from '../simulator/names'
import { reportAccount } from '../simulator/related-resources/storage'
import { collectorEnvironment } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const never = new AbortController().signal
const hour = 3_600_000
const polling = { movingMs: 30_000, quietMs: 900_000 }
const sqlite = useDatabases().find(({ name }) => name === 'SQLite')!
const start = Date.parse('2026-03-01T10:00:00Z')

const containerOf = ({ tenantId }: TenantClient, name = 'reports'): string =>
  `${process.env['SEALWATCH_STORAGE_ORIGIN']}/storage/${reportAccount(tenantId)}/${name}`

/** A collector that reports into a container of the tenant's account. */
async function reporting(tenant: TenantClient, address = containerOf(tenant)) {
  const environment = collectorEnvironment(tenant)
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const place = { kind: 'container', address } as const
  const reporter = reporterOf({ place, everyMs: 24 * hour, keep: 2, language: 'en' }, 'the-collector')
  const store: Store = await sqlite.open()
  let now = start
  const { collector, events } = testCollector(environment, store, { polling, now: () => now })
  return {
    /** Reports where a report is due after so many hours more. */
    after: (hours: number) => {
      now += hours * hour
      return reportIfDue({ ...collector, reporter }, never)
    },
    events,
  }
}

describe('reports in a container of blob storage', () => {
  it('are the four files, each with its type, written with the collector’s own token', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    const { after, events } = await reporting(tenant)
    expect(await after(0)).toBe(true)
    const blobs = await tenant.blobs()
    expect(blobs.map(({ name, type }) => [name, type])).toEqual([
      ['sealwatch-fleet-2026-03-011000.csv', 'text/csv;charset=utf-8'],
      ['sealwatch-fleet-2026-03-011000.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['sealwatch-fleet-2026-03-011000.jsonl', 'application/x-ndjson'],
      ['sealwatch-fleet-2026-03-011000.html', 'text/html;charset=utf-8'],
    ])
    const page = Buffer.from(blobs.at(-1)?.base64 ?? '', 'base64').toString('utf8')
    expect(page).toContain('<td>the-collector</td>')
    expect(page.trimEnd().endsWith('</html>')).toBe(true)
    expect(events.at(-1)).toMatchObject({ event: 'reported', files: 4 })
    const { counts, refusedChanges } = await tenant.traffic()
    expect(counts).toMatchObject({ 'blob-put': { 201: 4 }, 'blob-list': { 200: 1 } })
    expect(refusedChanges).toBe(0)
  })

  it('are deleted from the oldest on, across the pages of the list, and nothing else is', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    await tenant.changeBlobs({ pageSize: 3 })
    const { after } = await reporting(tenant)
    for (const hours of [0, 25, 25, 25]) expect(await after(hours)).toBe(true)
    const days = (await tenant.blobs()).map(({ name }) => name.slice(16, 26))
    expect([days.length, [...new Set(days)]]).toEqual([8, ['2026-03-03', '2026-03-04']])
    expect((await tenant.traffic()).counts['blob-delete']).toEqual({ 202: 8 })
  })

  it('that the storage refuses fail with its code, and are tried again', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    const code = async (address?: string) => {
      const { after, events } = await reporting(tenant, address)
      expect(await after(0)).toBe(false)
      return events.at(-1)
    }
    const failed = (text: string) => ({ event: 'failed', what: 'report', code: text })
    expect(await code(containerOf(tenant, 'not-there'))).toEqual(failed('ContainerNotFound'))
    await tenant.changeBlobs({ access: 'read' })
    expect(await code()).toEqual(failed('AuthorizationPermissionMismatch'))
    await tenant.changeBlobs({ access: 'write' })
    await tenant.addFault({ kind: 'server-error', status: 503, routes: ['blob-put'], times: 1 })
    const { after, events } = await reporting(tenant)
    const counted: string[] = []
    globalThis.sealwatchTelemetry = {
      add: (name, by, { outcome }) => {
        if (name === 'sealwatch.reports') counted.push(`${by} ${outcome}`)
      },
      record: () => undefined,
      levels: () => undefined,
      begin: () => ({ handle: null, end: () => undefined }),
      end: () => Promise.resolve(),
    }
    expect([await after(0), events.at(-1)]).toEqual([false, failed('http-503')])
    expect([await after(0.3), (await tenant.blobs()).length]).toEqual([true, 4])
    globalThis.sealwatchTelemetry = undefined
    expect(counted).toEqual(['1 failed', '1 written'])
    await tenant.addFault({ kind: 'drop', routes: ['blob-put'] })
    expect(await code()).toEqual(failed('ECONNRESET'))
  })
})

describe('the fake storage', () => {
  it('takes only requests that Azure would take', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    const token = (audience: string) => tenant.token({ person: collectorApplication.clientId, audience })
    const storage = await token('https://storage.azure.com')
    const put = async (over: Readonly<Record<string, string | undefined>>) => {
      const headers: Record<string, string | undefined> = {
        authorization: `Bearer ${storage}`,
        'x-ms-version': '2021-12-02',
        'x-ms-date': new Date().toUTCString(),
        'x-ms-blob-type': 'BlockBlob',
        ...over,
      }
      const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
      const { status, headers: said } = await fetch(`${containerOf(tenant)}/a`, {
        method: 'PUT',
        headers: Object.fromEntries(given),
        body: 'x',
      })
      return [status, said.get('x-ms-error-code')]
    }
    expect(await put({})).toEqual([201, null])
    expect(await put({ 'x-ms-version': undefined })).toEqual([403, 'AuthenticationFailed'])
    expect(await put({ 'x-ms-date': undefined })).toEqual([400, 'MissingRequiredHeader'])
    expect(await put({ 'x-ms-blob-type': undefined })).toEqual([400, 'MissingRequiredHeader'])
    expect(await put({ 'x-ms-blob-type': 'Scroll' })).toEqual([400, 'InvalidHeaderValue'])
    expect(await put({ authorization: undefined })).toEqual([404, 'ResourceNotFound'])
    const arm = `Bearer ${await token('arm')}`
    expect(await put({ authorization: arm })).toEqual([401, 'InvalidAuthenticationInfo'])
  })
})
