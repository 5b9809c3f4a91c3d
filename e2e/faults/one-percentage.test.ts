import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { POST as preview } from '@/app/api/v1/snapshots/preview/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import { GET as getTimeline } from '@/app/api/v1/vms/[subscription]/[group]/[name]/timeline/route'
import type { FleetRow } from '@/lib/contract/fleet'
import { snapshotPreviewSchema, type SnapshotRow } from '@/lib/contract/snapshots'
import { vmTimelineSchema, type VmTimeline } from '@/lib/contract/timeline'
import { vmDetailSchema } from '@/lib/contract/vm'
import { exportColumns, fleetTable, type ExportColumn, type ExportWords } from '@/lib/export/fleet-table'
import { formatRange } from '@/lib/i18n/format'
import { closeHistory } from '@/lib/usecases/history/handle'
import { progressRowOf } from '@/lib/views/fleet-reading'
import { runningProgress } from '@/lib/views/progress-kind'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, paramsOf, readFleet, type Stack, startStack } from './support'

const reader = 'Chiara Rossi'
const minute = 60_000
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-percentage-'))
let stack: Stack

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder, SEALWATCH_SNAPSHOTS: 'on' })
  stack = await startStack()
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const plain = (): string => ''
const words: ExportWords = {
  state: plain,
  power: plain,
  pass: plain,
  readiness: plain,
  reading: plain,
  otherEncryption: plain,
  flag: plain,
  subscription: plain,
}
const header = Object.fromEntries(exportColumns.map((column) => [column, column])) as Record<ExportColumn, string>

/** The cell of the exported table. */
function exported(row: FleetRow): unknown {
  const [, cells = []] = [...fleetTable([{ ...row, kept: null }], header, words, 0)]
  return cells[exportColumns.indexOf('percent')]
}

async function readRows(tenant: TenantClient): Promise<readonly FleetRow[]> {
  forgetLimits()
  const { rows } = await readFleet(await ask(getFleet, tenant, reader))
  return [...rows.values()]
}

async function snapshotRows(tenant: TenantClient): Promise<readonly SnapshotRow[]> {
  forgetLimits()
  const body = { subject: { kind: 'view', query: '' }, reveal: ['resource-group'] }
  const { content } = snapshotPreviewSchema.parse(await (await ask(preview, tenant, reader, { body })).json())
  if (content?.kind !== 'view') throw new Error('no snapshot of the view')
  return content.rows
}

/** The time left as it is shown: the readings are milliseconds apart, and each counts from its own moment. */
const shownLeft = (left: { readonly low: number; readonly high: number } | null) =>
  left && formatRange('en', left.low, left.high)
const range = ({ timeLeft }: Pick<VmTimeline['work'], 'timeLeft'>) => ('range' in timeLeft ? timeLeft.range : null)

/** Compares every place that shows this run; returns its percentage, null where none is known. */
async function comparePlaces(tenant: TenantClient, row: FleetRow, snapshot: SnapshotRow): Promise<number | null> {
  forgetLimits()
  const params = paramsOf(row.id)
  const vm = vmDetailSchema.parse(await (await ask(getVm, tenant, reader, { params })).json())
  forgetLimits()
  const { work } = vmTimelineSchema.parse(await (await ask(getTimeline, tenant, reader, { params })).json())
  const [inFleet, inHeader] = [runningProgress(row), runningProgress(progressRowOf(vm))]
  const known = inFleet.kind === 'known' ? inFleet.percent : null
  const where = `${row.name}: ${row.progress.message}`
  expect(snapshot.percent, where).toBe(known)
  expect(exported(row), where).toBe(known)
  if (known !== null) {
    expect(inHeader, where).toMatchObject({ kind: 'known', percent: known })
    expect(work.done, where).toMatchObject({ basis: 'percent', percent: known })
    expect(row.history?.work?.done, where).toMatchObject({ basis: 'percent', percent: known })
  }
  // The header and the timeline also read the metrics of the disks: both show the same estimate.
  expect('percent' in inHeader ? inHeader.percent : null, where).toBe(
    work.done.basis === 'none' ? null : work.done.percent,
  )
  if (inHeader.kind !== 'none') {
    expect(shownLeft(inHeader.left), where).toBe(shownLeft(range(work)))
  }
  return known
}

const isMoving = ({ state, reading }: FleetRow): boolean =>
  reading === 'read' && (state === 'encrypting' || state === 'decrypting')

/** Reads everything once and compares the places of every run; returns the percentages that were shown. */
async function compareAll(tenant: TenantClient): Promise<readonly number[]> {
  // The second load has the history that the first one wrote.
  await readRows(tenant)
  const [rows, snapshots] = [await readRows(tenant), await snapshotRows(tenant)]
  const percentages: number[] = []
  for (const row of rows.filter(isMoving)) {
    const same = snapshots.find(({ name, resourceGroup }) => name === row.name && resourceGroup === row.resourceGroup)
    if (same === undefined) throw new Error(`${row.name} is missing in the snapshot`)
    const percent = await comparePlaces(tenant, row, same)
    if (percent !== null) percentages.push(percent)
  }
  return percentages
}

const plans = {
  'vm-offline-all': 'linux-offline-all',
  'vm-online-all': 'linux-online-all',
  'vm-decryption': 'linux-disable-data',
  'vm-windows': 'windows-all',
} as const

describe('one percentage and one estimate of a run on every screen, in the snapshot and in the files', () => {
  it('from the first to the last volume of runs in the timeline world', async () => {
    const tenant = await stack.tenant({ scenario: 'timeline', seed: 7 })
    await tenant.clock({ freeze: true })
    const pace = { osMiBPerSecond: 100, dataMiBPerSecond: 40, fullness: 0.5 }
    for (const { id, name } of await tenant.vms()) {
      const plan = Object.entries(plans).find(([of]) => of === name)?.[1]
      if (plan !== undefined) await tenant.changeVm({ id, plan, by: reader, pace })
    }
    const seen: number[] = []
    for (let round = 0; round < 4; round += 1) {
      await tenant.clock({ step: 12 * minute })
      seen.push(...(await compareAll(tenant)))
    }
    expect(new Set(seen).size).toBeGreaterThan(4)
  })

  it('for every run of the mixed tenant', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', seed: 7 })
    await tenant.clock({ freeze: true })
    const seen = await compareAll(tenant)
    expect(seen.length).toBeGreaterThan(0)
  })
})
