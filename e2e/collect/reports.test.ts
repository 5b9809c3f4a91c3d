import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { reporterOf } from '@/lib/cli/reports/reporter'
import { vmStates } from '@/lib/contract/codes'
import { messages } from '@/lib/i18n/messages'
import { useDatabases } from '@/lib/store/testing/databases'
import { overview } from '@/lib/store/overview'
import type { Store } from '@/lib/store/store'
import { leaseOf } from '@/lib/usecases/admin/status'
import type { Reporter } from '@/lib/usecases/collect/collector'
import { reportIfDue } from '@/lib/usecases/collect/report'
import { collectOnce } from '@/lib/usecases/collect/run'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import { smallDisk } from '../faults/testing/small-disk'
import { ask, readFleet, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorEnvironment } from './support'

let stack: Stack
let folder: string
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwatch-reports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const never = new AbortController().signal
const hour = 3_600_000
const polling = { movingMs: 30_000, quietMs: 900_000 }

function reporting(tenant: TenantClient, store: Store, now: () => number, reporter: Reporter) {
  const { collector, events } = testCollector(collectorEnvironment(tenant), store, { polling, now })
  return { collector: { ...collector, reporter }, events }
}
const reporter = (over: Partial<Parameters<typeof reporterOf>[0]> = {}): Reporter =>
  reporterOf(
    { place: { kind: 'folder', folder }, everyMs: 24 * hour, keep: 2, language: 'en', ...over },
    'the-collector',
  )

const read = (extension: string): string => {
  const name = readdirSync(folder).find((each) => each.endsWith(`.${extension}`)) ?? ''
  return readFileSync(join(folder, name), 'utf8')
}
interface Line {
  readonly type: string
  readonly key?: string
  readonly state?: string
  readonly completeness?: string
  readonly complete?: boolean
}
const lines = (): Line[] =>
  read('jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
const statesIn = (all: readonly Line[]) =>
  all.flatMap(({ key, state }) => (key === undefined ? [] : [[key, state]])).sort()
const sqlite = useDatabases().find(({ name }) => name === 'SQLite')!

describe('a report without a person', () => {
  it('has in each file the rows, totals and completeness that the page shows to the same rights', async () => {
    const tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 11 })
    const now = await tenant.clock({ freeze: true })
    const { collector, events } = reporting(tenant, await sqlite.open(), () => now, reporter())
    expect(await collectOnce(collector, never)).toBe(true)
    const names = readdirSync(folder)
    expect(names.map((name) => name.split('.')[1]).sort()).toEqual(['csv', 'html', 'jsonl', 'xlsx'])
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)

    const [about, ...vms] = lines()
    const shown = await readFleet(await ask(getFleet, tenant, 'Chiara Rossi'))
    expect(statesIn(vms)).toEqual([...shown.rows].map(([key, { state }]) => [key, state]).sort())
    expect(about).toMatchObject({ type: 'about', completeness: 'whole', complete: true, rows: shown.rows.size })
    expect(events.at(-1)).toEqual({ event: 'reported', files: 4, vms: shown.rows.size, complete: true })

    const { completeness } = messages.en.ui
    expect(read('csv')).toContain(`${completeness.label},${completeness.kind.whole}`)
    expect(read('csv').split('\n').length).toBeGreaterThan(shown.rows.size + vmStates.length)
    const sheets = unzipSync(readFileSync(join(folder, names.find((name) => name.endsWith('xlsx')) ?? '')))
    expect(strFromU8(sheets['xl/worksheets/sheet2.xml']!)).toContain(completeness.kind.whole)
    const page = read('html')
    expect(page).toContain(`<th scope="row">${completeness.label}</th><td>${completeness.kind.whole}</td>`)
    const { collected } = messages.en.report
    expect(page).toContain(collected.lead)
    expect(page).toContain(`<th scope="row">${collected.by}</th><td>the-collector</td>`)
    expect(page).not.toMatch(/<script|http:\/\/|https:\/\/|src=/)
    const total = messages.en.fleet.export.about.total
    expect(page).toContain(`<th scope="row">${total}</th><td class="n">${shown.rows.size}</td>`)
  })

  it('of a fleet that was read in part says so in each file, and has a dash in place of zeros', async () => {
    const tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 11 })
    await tenant.addFault({ kind: 'server-error', status: 500, routes: ['vm-get'] })
    const now = await tenant.clock({ freeze: true })
    const { collector, events } = reporting(tenant, await sqlite.open(), () => now, reporter({ language: 'ja' }))
    expect(await reportIfDue(collector, never)).toBe(true)
    expect(lines()[0]).toMatchObject({ completeness: 'partial', complete: false })
    expect(events.at(-1)).toMatchObject({ event: 'reported', complete: false })
    const { partial } = messages.ja.ui.completeness.kind
    expect([read('csv').includes(partial), read('html').includes(partial)]).toEqual([true, true])
    expect(read('html')).toContain('<td class="n">–</td>')
    expect(read('html')).not.toContain('<td class="n">0</td></tr>\n<tr><th scope="row">')
  })

  it('says why it did not read a VM without calling the identity the account of who opens the file', async () => {
    const tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 11 })
    await tenant.addFault({ kind: 'vanish', routes: ['vm-get'], times: 1 })
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'], skip: 1, times: 1 })
    const now = await tenant.clock({ freeze: true })
    const { collector } = reporting(tenant, await sqlite.open(), () => now, reporter())
    expect(await reportIfDue(collector, never)).toBe(true)
    for (const code of ['arm-not-found', 'arm-denied'] as const)
      expect(read('csv')).toContain(messages.en.errors[code].cause)
    expect(read('csv')).not.toContain('your account')
  })

  it('of a fleet of which nothing can be read is not written, and is tried again after a quarter of an hour', async () => {
    const tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 11 })
    const fault = await tenant.addFault({ kind: 'server-error', status: 500, routes: ['subscriptions-list'] })
    let now = await tenant.clock({ freeze: true })
    const store = await sqlite.open()
    const { collector, events } = reporting(tenant, store, () => now, reporter())
    const lease = async () => {
      const seen = await overview(store, collector.watching, now)
      return seen.ok ? seen.value.leases.map(leaseOf) : seen.failure
    }
    expect(await reportIfDue(collector, never)).toBe(false)
    expect([readdirSync(folder), events.at(-1)]).toEqual([[], { event: 'failed', what: 'report', code: 'arm-down' }])
    // Administrators see why, and until when.
    const tried = { work: 'report', holder: collector.holder, until: new Date(now + 15 * 60_000).toISOString() }
    expect(await lease()).toEqual([{ ...tried, failure: 'arm-down' }])
    await tenant.removeFaults(fault.id)
    now += 14 * 60_000
    expect([await reportIfDue(collector, never), readdirSync(folder)]).toEqual([true, []])
    now += 2 * 60_000
    expect([await reportIfDue(collector, never), readdirSync(folder).length]).toEqual([true, 4])
    expect(await lease()).toMatchObject([{ work: 'report', holder: collector.holder, failure: null }])
  })

  it('is written once for each interval, by one collector, also after a restart; only old reports are deleted', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    const store = await sqlite.open()
    let now = Date.parse('2026-03-01T10:00:00Z')
    const first = reporting(tenant, store, () => now, reporter())
    const second = reporting(tenant, store, () => now, reporter())
    writeFileSync(join(folder, 'mine.csv'), '')
    writeFileSync(join(folder, 'sealwatch-fleet-2020.csv.bak'), '')
    const reports = () => readdirSync(folder).filter((name) => name.endsWith('.jsonl')).length
    await Promise.all([reportIfDue(first.collector, never), reportIfDue(second.collector, never)])
    now += 23 * hour
    await reportIfDue(first.collector, never)
    expect(reports()).toBe(1)
    for (let day = 0; day < 3; day += 1) {
      now += 25 * hour
      await Promise.all([reportIfDue(second.collector, never), reportIfDue(first.collector, never)])
    }
    expect([reports(), readdirSync(folder).length]).toEqual([2, 10])
    expect(readdirSync(folder).filter((name) => !name.includes('2026-03-05') && !name.includes('2026-03-04'))).toEqual([
      'mine.csv',
      'sealwatch-fleet-2020.csv.bak',
    ])
  })

  it('is made once also where an old one cannot be deleted, and the log says why', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    let now = Date.parse('2026-03-01T10:00:00Z')
    const { collector, events } = reporting(tenant, await sqlite.open(), () => now, reporter({ keep: 1 }))
    // As a blob that a policy holds: deletion of its name is refused.
    mkdirSync(join(folder, 'sealwatch-fleet-2020-01-010000.csv'))
    writeFileSync(join(folder, 'sealwatch-fleet-2020-01-020000.csv'), '')
    expect(await reportIfDue(collector, never)).toBe(true)
    expect(events.map((event) => ('what' in event ? event : event.event))).toEqual([
      { event: 'failed', what: 'report-retention', code: 'ERR_FS_EISDIR' },
      'reported',
    ])
    expect(readdirSync(folder).filter((name) => name.includes('2020'))).toEqual(['sealwatch-fleet-2020-01-010000.csv'])
    now += hour
    events.splice(0)
    expect([await reportIfDue(collector, never), events]).toEqual([true, []])
  })

  it('stays beside reports that a clock named which was ahead, and does not delete itself', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    let now = Date.parse('2027-03-01T10:00:00Z')
    const { collector } = reporting(tenant, await sqlite.open(), () => now, reporter({ keep: 1 }))
    const reports = () => readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect(await reportIfDue(collector, never)).toBe(true)
    for (const day of ['01', '02']) {
      now = Date.parse(`2026-03-${day}T12:00:00Z`)
      expect(await reportIfDue(collector, never)).toBe(true)
      expect(reports()).toEqual([`sealwatch-fleet-2026-03-${day}1200.csv`, 'sealwatch-fleet-2027-03-011000.csv'])
    }
  })

  it('that fills the disk leaves no part of a file, and is reported with the system’s code', async (context) => {
    const disk = smallDisk(1)
    if (disk === null) return context.skip('not run: this user may not mount a file system')
    const tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 11 })
    const now = await tenant.clock({ freeze: true })
    disk.fill()
    const { collector, events } = reporting(
      tenant,
      await sqlite.open(),
      () => now,
      reporter({ place: { kind: 'folder', folder: disk.folder } }),
    )
    const done = await reportIfDue(collector, never)
    const names = readdirSync(disk.folder)
    disk.remove()
    expect([done, names]).toEqual([false, ['filler']])
    expect(events.at(-1)).toEqual({ event: 'failed', what: 'report', code: 'ENOSPC' })
  })
})
