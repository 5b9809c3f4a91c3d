import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Caller } from '@/lib/auth/caller'
import { recordingsPresent } from '@/lib/encryption/testing/recordings'
import type { FleetRow, Gap, Subscription } from '@/lib/contract/fleet'
import type { TimelineSource } from '@/lib/contract/timeline'
import { lineHash, openLineFile, readBundleFile } from '@/lib/local/bundle/file'
import { redactBundle } from '@/lib/local/bundle/redact'
import { replayTransport } from '@/lib/local/bundle/replay'
import type { AlsoPart } from '@/lib/local/bundle/take'
import type { Bundle } from '@/lib/setup/bundle/read'
import { BundleWriter } from '@/lib/setup/bundle/write'
import { loadFleet } from '@/lib/usecases/fleet/load-fleet'
import { placesOf } from '@/lib/retirement/plan'
import type * as OpenSession from '@/lib/usecases/open-session'
import { loadVm } from '@/lib/usecases/load-vm'
import { loadRetirement } from '@/lib/usecases/retirement/load-retirement'
import { loadVmTimeline } from '@/lib/usecases/timeline/load-vm-timeline'
import { loadTroubleshoot } from '@/lib/usecases/troubleshoot/load-troubleshoot'
import { parseVmId } from '@/lib/usecases/vm-name'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import { people } from '../fixtures/people'
import { ofTier } from '../fixtures/tier'
import type { ScenarioName } from '../simulator/model/world'
import { callerOf, takeInto } from './testing/take'

// A page waits for some parts only for seconds: what it has must not depend on how busy this machine is.
vi.mock('@/lib/usecases/open-session', async (original) => {
  const { openSession } = await original<typeof OpenSession>()
  const patient: typeof openSession = (caller, signal, _deadline, ready) =>
    ready === undefined ? openSession(caller, signal, 600_000) : openSession(caller, signal, 600_000, ready)
  return { openSession: patient }
})

const recordings = resolve(
  process.env['SEALWATCH_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'),
  'recordings',
)
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-bundle-'))

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  globalThis.sealwatchTransport = undefined
  globalThis.sealwatchMoment = undefined
  forgetLimits()
  vi.useRealTimers()
})

const signal = new AbortController().signal

interface Fleet {
  readonly rows: readonly FleetRow[]
  readonly gaps: readonly Gap[]
  readonly subscriptions: readonly Subscription[]
}

async function fleetOf(caller: Caller): Promise<Fleet> {
  const rows = new Map<string, FleetRow>()
  const gaps: Gap[] = []
  let subscriptions: readonly Subscription[] = []
  for await (const event of loadFleet(caller, { subscriptions: null, fresh: true }, signal)) {
    if (event.type === 'rows') for (const row of event.rows) rows.set(row.key, row)
    if (event.type === 'gap') gaps.push(event.gap)
    if (event.type === 'subscriptions') ({ subscriptions } = event)
    if (event.type === 'failure') throw new Error(event.error.code)
  }
  const byKey =
    <T>(of: (one: T) => string) =>
    (a: T, b: T) =>
      of(a).localeCompare(of(b))
  return {
    rows: [...rows.values()].sort(byKey(({ key }) => key)),
    gaps: gaps.sort(byKey((gap) => JSON.stringify(gap))),
    subscriptions,
  }
}

const pageOf = async (caller: Caller, id: string) => {
  const vm = parseVmId(id)
  return vm === null ? null : loadVm(caller, vm, signal)
}

async function eachPage(caller: Caller, ids: readonly string[]): Promise<readonly unknown[]> {
  const pages: unknown[] = []
  for (const id of ids) pages.push(await pageOf(caller, id))
  return pages
}

const bundleOf = (caller: Caller, name: string, also: readonly AlsoPart[] = []): Promise<Bundle> =>
  takeInto(join(folder, `${name}.ndjson.gz`), { caller, armEndpoint: stack.server, also })

function show(bundle: Bundle): void {
  globalThis.sealwatchTransport = replayTransport(bundle)
  globalThis.sealwatchMoment = Date.parse(bundle.header.takenAt)
}

/** The same as text; that the serial console log was not read has another reason in a file. */
function withoutBootLog(answers: unknown): string {
  const isBootLog = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.values(value)[0] === 'boot-log'
  return JSON.stringify(answers, (_, value: unknown) => (isBootLog(value) ? 'boot-log' : value), 1)
}

const worlds: readonly (readonly [ScenarioName, string])[] = [
  ['mixed', people.aiko],
  ['mixed', people.ben],
  ['denied', people.aiko],
  ['lifecycle', people.aiko],
  ['timeline', people.aiko],
  ['troubleshooting', people.aiko],
  ['scale-sets', people.aiko],
  ['recorded', people.aiko],
]

describe('a bundle', () => {
  it.for(worlds)(
    'has the rows and pages that the fleet %s has for %s, byte for byte',
    async ([scenario, person], context) => {
      if (scenario === 'recorded' && !recordingsPresent) context.skip('not run: the recordings are missing here')
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
      const tenant = await stack.tenant({
        scenario,
        bucketScale: 1000,
        ...(scenario === 'recorded' ? { recordings } : {}),
      })
      await tenant.clock({ freeze: true })
      const caller = await callerOf(tenant, person)
      const live = await fleetOf(caller)
      const traced = live.rows.filter(({ reading }) => reading === 'read').map(({ id }) => id)
      const pages = await eachPage(caller, traced)
      const bundle = await bundleOf(caller, `${scenario}-${person}`)
      show(bundle)
      expect(JSON.stringify(await fleetOf(caller), null, 1)).toBe(JSON.stringify(live, null, 1))
      const again = await eachPage(caller, traced)
      expect(JSON.stringify(again, null, 1)).toBe(JSON.stringify(pages, null, 1))
      expect(bundle.manifest).toMatchObject({ vms: live.rows.length })
      // A person without any role has no row, and the gap that says so.
      expect(live.rows.length + live.gaps.length).toBeGreaterThan(0)
    },
  )

  it.for(ofTier<readonly ScenarioName[]>({ part: ['timeline'], whole: ['timeline', 'mixed', 'troubleshooting'] }))(
    'has what Retirement, Timeline and Troubleshoot have in the fleet %s, without serial console logs',
    async (scenario) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
      const tenant = await stack.tenant({ scenario, bucketScale: 1000 })
      await tenant.clock({ freeze: true })
      const caller = await callerOf(tenant, people.aiko)
      const answers = async () => {
        const { rows, subscriptions } = await fleetOf(caller)
        const vms = rows.flatMap(({ id, reading }) => (reading === 'read' ? (parseVmId(id) ?? []) : []))
        const answered = await Promise.all(
          vms.map(async (vm) => {
            const troubleshoot = await loadTroubleshoot(caller, vm, null, signal)
            // A refused request is tried again where Azure was busy.
            const shown = troubleshoot.ok ? { ...troubleshoot.value, armRequests: 0 } : troubleshoot
            return [await loadVmTimeline(caller, vm, signal), shown]
          }),
        )
        const retirement = await loadRetirement(caller, placesOf(rows, subscriptions), signal)
        return { retirement, answered }
      }
      // What grants access by itself is in no file.
      await tenant.addFault({ kind: 'deny', routes: ['boot-diagnostics'] })
      const live = await answers()
      const bundle = await bundleOf(caller, `also-${scenario}`, ['timelines', 'troubleshoot'])
      expect(live.answered.length).toBeGreaterThan(0)
      expect(bundle.exchanges.map(({ url }) => url).filter((url) => /retrieveBootDiagnostics/i.test(url))).toEqual([])
      show(bundle)
      expect(withoutBootLog(await answers())).toBe(withoutBootLog(live))
    },
  )

  it('holds no token, and its redacted form no name and no claim that the whole one does not make', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 1000 })
    await tenant.clock({ freeze: true })
    const caller = await callerOf(tenant, people.aiko)
    const bundle = await bundleOf(caller, 'whole')
    const path = join(folder, 'redacted.ndjson.gz')
    const file = await openLineFile(path)
    await redactBundle(bundle, new BundleWriter(lineHash, file.write))
    await file.keep()
    const redacted = await readBundleFile(path)
    if (!redacted.ok) throw new Error(JSON.stringify(redacted.failure))
    show(bundle)
    const live = await fleetOf(caller)
    show(redacted.value)
    // Another process opens the file: it has read nothing before.
    const shown = await fleetOf({ ...caller, objectId: randomUUID() })
    const text = JSON.stringify(redacted.value)
    expect(JSON.stringify(bundle)).not.toMatch(/eyJ[\w-]{20}|Bearer /)
    for (const { name, resourceGroup, subscriptionId } of live.rows)
      for (const word of [name, resourceGroup, subscriptionId]) expect(text).not.toContain(`"${word}"`)
    expect(shown.rows.length).toBe(live.rows.length)
    // Sums over ids prove that the inventory is complete. Other ids give other sums, so a redacted file claims less.
    for (const claim of ['encrypted', 'not-encrypted'] as const) {
      const countIn = ({ rows }: Fleet) => rows.filter(({ state }) => state === claim).length
      expect(countIn(shown)).toBeLessThanOrEqual(countIn(live))
    }
    const failedIn = ({ rows }: Fleet) => rows.filter(({ state }) => state === 'failed').length
    expect(failedIn(shown)).toBe(failedIn(live))
  })

  it('says that a page which it lacks is not in the file, and claims nothing of it', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 1000 })
    const caller = await callerOf(tenant, people.aiko)
    const bundle = await bundleOf(caller, 'without')
    show(bundle)
    const { rows } = await fleetOf(caller)
    const untraced = rows.find(({ reading }) => reading === 'inventory')?.id ?? ''
    expect(await pageOf(caller, untraced)).toMatchObject({
      ok: false,
      failure: { code: 'arm-unreadable', azureCodes: ['NotInThisFile'] },
    })
  })

  it('says of each source of Timeline and Troubleshoot which it lacks that it is not in the file', async () => {
    const tenant = await stack.tenant({ scenario: 'timeline', bucketScale: 1000 })
    const caller = await callerOf(tenant, people.aiko)
    show(await bundleOf(caller, 'without-sources'))
    const { rows } = await fleetOf(caller)
    const read = rows.filter(({ reading }) => reading === 'read').flatMap(({ id }) => parseVmId(id) ?? [])
    expect(read.length).toBeGreaterThan(0)
    for (const vm of read) {
      const [timeline, troubleshoot] = [
        await loadVmTimeline(caller, vm, signal),
        await loadTroubleshoot(caller, vm, null, signal),
      ]
      if (!timeline.ok || !troubleshoot.ok) throw new Error(vm.name)
      const { sources } = timeline.value
      const outcomeOf = (name: TimelineSource) => sources.find(({ source }) => source === name)?.outcome
      expect([outcomeOf('activity-log'), outcomeOf('resource-changes')]).toEqual(['not-in-file', 'not-in-file'])
      const outcomes: readonly string[] = [...sources, ...troubleshoot.value.reads].map(({ outcome }) => outcome)
      expect(outcomes).not.toContain('failed')
    }
  })

  it('is a world of the fake Azure, whose VMs that were read have the same states', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 1000 })
    await tenant.clock({ freeze: true })
    const caller = await callerOf(tenant, people.aiko)
    await bundleOf(caller, 'replayed')
    const live = await fleetOf(caller)
    const path = join(folder, 'replayed.ndjson.gz')
    const replayed = await stack.tenant({ scenario: 'recorded', recordings: path, bucketScale: 1000 })
    const shown = await fleetOf(await callerOf(replayed, people.aiko))
    const read = new Map(live.rows.filter(({ reading }) => reading === 'read').map(({ key, state }) => [key, state]))
    expect(shown.rows.length).toBeGreaterThan(50)
    const states = shown.rows.filter(({ reading, key }) => reading === 'read' && read.has(key))
    expect(states.length).toBeGreaterThan(50)
    for (const { key, state } of states) {
      // Attestations of guest configuration are not part of a replayed tenant: what one verified is unverified there.
      const isWithoutAttestation = read.get(key) === 'encrypted' && state === 'encrypted-unverified'
      if (!isWithoutAttestation) expect([key, state]).toEqual([key, read.get(key)])
    }
    const bytes = readFileSync(path)
    const cut = join(folder, 'cut.ndjson.gz')
    writeFileSync(cut, bytes.subarray(0, bytes.length - 40))
    await expect(stack.tenant({ scenario: 'recorded', recordings: cut })).rejects.toThrow()
  })

  it('has a compressed file that only its owner can read, and never replaces one', async () => {
    const path = join(folder, 'own.ndjson.gz')
    const file = await openLineFile(path)
    await file.write('{}\n')
    await file.keep()
    const before = readFileSync(path)
    await expect(openLineFile(path)).rejects.toThrow('EEXIST')
    expect(readFileSync(path)).toEqual(before)
    expect(existsSync(`${path}.part`)).toBe(false)
  })
})
