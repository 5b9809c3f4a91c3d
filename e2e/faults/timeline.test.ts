import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getTimeline } from '@/app/api/v1/vms/[subscription]/[group]/[name]/timeline/route'
import { entriesOf, vmTimelineSchema, type VmTimeline } from '@/lib/contract/timeline'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import { ask, paramsOf, type Stack, startStack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-timeline-'))
const reader = 'Chiara Rossi'
const minute = 60_000

beforeAll(async () => {
  Object.assign(process.env, {
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_DATA_DIR: folder,
    SEALWATCH_POLL_MOVING_SECONDS: '300',
  })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'timeline', seed: 3 })
  await tenant.clock({ freeze: true })
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function idOf(name: string): Promise<string> {
  const found = (await tenant.vms()).find((vm) => vm.name === name)
  if (found === undefined) throw new Error(`no VM ${name}`)
  return found.id
}

function timelineOf(id: string, person = reader): Promise<Response> {
  return ask(getTimeline, tenant, person, { params: paramsOf(id) })
}

async function read(id: string): Promise<VmTimeline> {
  const response = await timelineOf(id)
  expect(response.status).toBe(200)
  return vmTimelineSchema.parse(await response.json())
}

const stateOf = ({ machines }: VmTimeline) => machines.at(-1)?.lanes.vm.intervals.at(-1)?.value

/**
 * Reads every eight minutes of simulated time until the condition holds; no more often than Compute allows for one VM.
 */
async function follow(id: string, until: (timeline: VmTimeline) => boolean): Promise<VmTimeline> {
  for (let observation = 0; observation < 26; observation += 1) {
    await tenant.clock({ step: 8 * minute })
    const timeline = await read(id)
    if (until(timeline)) return timeline
  }
  throw new Error('it did not come so far')
}

const enough = 30_000

describe('the timeline of a VM', () => {
  it(
    'shows a run from observations and from Azure’s records, and the time left',
    async () => {
      const id = await idOf('vm-offline-all')
      await read(id)
      await tenant.clock({ step: minute })
      const pace = { osMiBPerSecond: 8, dataMiBPerSecond: 120, fullness: 0.5 }
      await tenant.changeVm({ id, plan: 'linux-offline-all', by: reader, pace })
      const copying = await follow(id, ({ work }) => work.timeLeft.basis === 'metrics')
      expect(copying.work).toMatchObject({ run: { work: 'os-copy' }, done: { basis: 'metrics' }, stuck: [] })
      const [truth] = await tenant.progress(id)
      const { timeLeft, done } = copying.work
      if (timeLeft.basis !== 'metrics' || done.basis !== 'metrics') throw new Error('no estimate')
      const left = (truth?.endsAt ?? 0) - Date.parse(copying.now)
      expect(timeLeft.range.low).toBeLessThan(left)
      expect(timeLeft.range.high).toBeGreaterThan(left)
      expect(Math.abs(done.done - (truth?.osCopied ?? 0))).toBeLessThan(0.2)

      const over = await follow(id, (timeline) => stateOf(timeline) === 'encrypted')
      const [machine] = over.machines
      expect(machine?.lanes.os.intervals.map(({ value }) => value)).toEqual([
        'not-encrypted',
        'encrypting',
        'encrypted',
      ])
      expect(machine?.lanes.os.gaps).toEqual([])
      const request = over.activity.filter(({ kind }) => kind === 'extension-write')
      expect(request).toMatchObject([
        { actor: { kind: 'person', name: 'chiara.rossi@contoso.example' }, outcome: 'succeeded' },
      ])
      expect(request[0]?.sources).toEqual(['activity-log', 'resource-changes'])
      expect(over.activity.filter(({ stamps }) => stamps.length > 0)).toHaveLength(3)
      expect(JSON.stringify(over)).not.toMatch(/\/secrets\/[^"/]+\/[0-9a-f]{32}/i)
      expect(over.work.quality.map(({ basis }) => basis)).toContain('metrics')
      expect(over.sources.map(({ outcome }) => outcome)).toEqual(['read', 'read', 'read', 'none'])
      const list = entriesOf(over)
      expect(list.some((entry) => entry.kind === 'change' && entry.lane === 'message')).toBe(true)
      expect(list.filter(({ kind }) => kind === 'activity')).toHaveLength(over.activity.length)
    },
    enough,
  )

  it('omits what its user may not read, and names the role', async () => {
    const id = await idOf('vm-windows')
    await tenant.changeVm({ id, plan: 'windows-all' })
    await tenant.clock({ step: 8 * minute })
    await read(id)
    await tenant.addFault({ kind: 'deny', routes: ['activity-log', 'vm-metrics', 'resource-graph'] })
    const { sources, activity, machines } = await read(id)
    await tenant.removeFaults()
    expect(sources.slice(0, 2)).toEqual([
      { source: 'activity-log', outcome: 'denied', role: 'Monitoring Reader', wholeSince: null },
      { source: 'resource-changes', outcome: 'denied', role: 'Reader', wholeSince: null },
    ])
    expect([activity, machines.length]).toEqual([[], 1])
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    const refused = await timelineOf(id)
    await tenant.removeFaults()
    expect([refused.status, await refused.json()]).toMatchObject([404, { code: 'not-found' }])
  })

  it('shows gaps, and keeps working without a history', async () => {
    const id = await idOf('vm-pauses')
    await read(id)
    await tenant.clock({ step: 6 * 60 * minute })
    const gap = (await read(id)).machines[0]?.lanes.power.gaps
    expect(gap).toMatchObject([{ ends: 'seen-again' }])
    const opened = await globalThis.sealwatchHistory?.opening
    if (opened?.ok !== true) throw new Error('no history')
    await sql`drop table observations`.execute(opened.value.db)
    const without = await read(id)
    expect(without.historyFailure).not.toBeNull()
    expect(without.machines[0]?.lanes.vm.intervals).toHaveLength(1)
  })
})
