import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { recordingsPresent } from '@/lib/encryption/testing/recordings'
import type { FleetRow, Gap } from '@/lib/contract/fleet'
import { lineHash, openLineFile, readBundleFile } from '@/lib/local/bundle/file'
import { redactBundle } from '@/lib/local/bundle/redact'
import { replayTransport } from '@/lib/local/bundle/replay'
import { takeBundle } from '@/lib/local/bundle/take'
import type { Bundle } from '@/lib/setup/bundle/read'
import { BundleWriter } from '@/lib/setup/bundle/write'
import { loadFleet } from '@/lib/usecases/fleet/load-fleet'
import { loadVm } from '@/lib/usecases/load-vm'
import { parseVmId } from '@/lib/usecases/vm-name'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { people } from '../fixtures/people'
import type { ScenarioName } from '../simulator/model/world'

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

async function callerOf(tenant: TenantClient, person: string): Promise<Caller> {
  const headers = { authorization: `Bearer ${await tenant.token({ person })}` }
  const caller = await identity().authenticate(new Request('http://localhost/', { headers }), true)
  if (!caller.ok) throw new Error(caller.failure.code)
  return caller.value
}

interface Fleet {
  readonly rows: readonly FleetRow[]
  readonly gaps: readonly Gap[]
}

async function fleetOf(caller: Caller): Promise<Fleet> {
  const rows = new Map<string, FleetRow>()
  const gaps: Gap[] = []
  for await (const event of loadFleet(caller, { subscriptions: null, fresh: true }, signal)) {
    if (event.type === 'rows') for (const row of event.rows) rows.set(row.key, row)
    if (event.type === 'gap') gaps.push(event.gap)
    if (event.type === 'failure') throw new Error(event.error.code)
  }
  const byKey =
    <T>(of: (one: T) => string) =>
    (a: T, b: T) =>
      of(a).localeCompare(of(b))
  return {
    rows: [...rows.values()].sort(byKey(({ key }) => key)),
    gaps: gaps.sort(byKey((gap) => JSON.stringify(gap))),
  }
}

const pageOf = async (caller: Caller, id: string) => {
  const vm = parseVmId(id)
  return vm === null ? null : loadVm(caller, vm, signal)
}

/** Takes a bundle of what the person may read. */
async function bundleOf(tenant: TenantClient, caller: Caller, name: string): Promise<Bundle> {
  const path = join(folder, `${name}.ndjson.gz`)
  const file = await openLineFile(path)
  const taking = { caller, armEndpoint: stack.server, who: 'a@example.test', subscriptions: null, signal }
  const taken = await takeBundle(
    { ...taking, pages: 'traced', onPage: () => undefined },
    new BundleWriter(lineHash, file.write),
  )
  expect(taken.kind).toBe('taken')
  await file.keep()
  const read = await readBundleFile(path)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value
}

function show(bundle: Bundle): void {
  globalThis.sealwatchTransport = replayTransport(bundle)
  globalThis.sealwatchMoment = Date.parse(bundle.header.takenAt)
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
      const pages = await Promise.all(traced.map((id) => pageOf(caller, id)))
      const bundle = await bundleOf(tenant, caller, `${scenario}-${person}`)
      show(bundle)
      expect(JSON.stringify(await fleetOf(caller), null, 1)).toBe(JSON.stringify(live, null, 1))
      const again = await Promise.all(traced.map((id) => pageOf(caller, id)))
      expect(JSON.stringify(again, null, 1)).toBe(JSON.stringify(pages, null, 1))
      expect(bundle.manifest).toMatchObject({ vms: live.rows.length })
      // A person without any role has no row, and the gap that says so.
      expect(live.rows.length + live.gaps.length).toBeGreaterThan(0)
    },
  )

  it('holds no token, and its redacted form no name and no claim that the whole one does not make', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 1000 })
    await tenant.clock({ freeze: true })
    const caller = await callerOf(tenant, people.aiko)
    const bundle = await bundleOf(tenant, caller, 'whole')
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
    const bundle = await bundleOf(tenant, caller, 'without')
    show(bundle)
    const { rows } = await fleetOf(caller)
    const untraced = rows.find(({ reading }) => reading === 'inventory')?.id ?? ''
    expect(await pageOf(caller, untraced)).toMatchObject({
      ok: false,
      failure: { code: 'arm-unreadable', azureCodes: ['NotInThisFile'] },
    })
  })

  it('is a world of the fake Azure, whose VMs that were read have the same states', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', bucketScale: 1000 })
    await tenant.clock({ freeze: true })
    const caller = await callerOf(tenant, people.aiko)
    await bundleOf(tenant, caller, 'replayed')
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
