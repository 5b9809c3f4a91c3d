import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { fleetIn, runCompare } from '@/lib/local/bundle/compare'
import { differenceOf } from '@/lib/views/fleet-difference'
import { lineHash, openLineFile } from '@/lib/local/bundle/file'
import { redactBundle } from '@/lib/local/bundle/redact'
import { BundleWriter } from '@/lib/setup/bundle/write'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import { people } from '../fixtures/people'
import { callerOf, takeInto } from './testing/take'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-compare-'))
let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  forgetLimits()
  vi.useRealTimers()
})

const pathOf = (name: string): string => join(folder, `${name}.ndjson.gz`)

it('of one subscription names no other, and shows all VMs of that one', async () => {
  const { server: armEndpoint } = stack
  const tenant = await stack.tenant({ scenario: 'fleet', vms: 12, subscriptions: 3, bucketScale: 1000 })
  const caller = await callerOf(tenant, people.aiko)
  const [one, other] = (await tenant.summary()).subscriptions
  const bundle = await takeInto(pathOf('one'), { caller, armEndpoint, subscriptions: [one?.id ?? ''] })
  const { rows, subscriptions } = await fleetIn(bundle)
  expect(subscriptions.map(({ id }) => id)).toEqual([one?.id])
  expect(rows.size).toBe(bundle.manifest.vms)
  expect(rows.size).toBeGreaterThan(0)
  expect(other).toBeDefined()
  expect(JSON.stringify(bundle)).not.toContain(other?.id)
})

it('is not compared where a file is redacted', async () => {
  const caller = await callerOf(await stack.tenant({ scenario: 'empty' }), people.aiko)
  const whole = await takeInto(pathOf('plain'), { caller, armEndpoint: stack.server })
  const file = await openLineFile(pathOf('hidden'))
  await redactBundle(whole, new BundleWriter(lineHash, file.write))
  await file.keep()
  const printed: string[] = []
  const terminal = { print: (text: string) => printed.push(text), complain: (text: string) => printed.push(text) }
  for (const [before, after] of [
    ['plain', 'hidden'],
    ['hidden', 'plain'],
    ['hidden', 'hidden'],
  ] as const) {
    const code = await runCompare([pathOf(before), pathOf(after), '--language', 'ja'], terminal)
    expect(code).toBe(1)
    expect(printed.splice(0)).toEqual([`${messages.ja.local.compare.obstacle.redacted}\n`])
  }
})

// The last test of this file: the process's clock goes back after it, and its tokens are then from the future.
it('is compared with a later one of the same tenant, and with no other', async () => {
  const { server: armEndpoint } = stack
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const tenant = await stack.tenant({ scenario: 'lifecycle', bucketScale: 1000 })
  await tenant.clock({ freeze: true })
  const before = await takeInto(pathOf('before'), { caller: await callerOf(tenant, people.aiko), armEndpoint })
  const [first, second] = [...(await fleetIn(before)).rows.values()].sort((a, b) => a.id.localeCompare(b.id))
  await tenant.changeVm({ id: first?.id ?? '', plan: 'linux-offline-all' })
  await tenant.deleteVm(second?.id ?? '')
  const hours = 12 * 3_600_000
  await tenant.clock({ step: hours, freeze: true })
  vi.setSystemTime(Date.now() + hours)
  forgetLimits()
  const after = await takeInto(pathOf('after'), { caller: await callerOf(tenant, people.aiko), armEndpoint })
  const elsewhere = await callerOf(await stack.tenant({ scenario: 'empty' }), people.aiko)
  await takeInto(pathOf('other'), { caller: elsewhere, armEndpoint })
  const [old, recent] = [await fleetIn(before), await fleetIn(after)]
  const vms = differenceOf(old, recent)
  expect(vms.find(({ id }) => id === first?.id)).toMatchObject({
    change: 'changed',
    after: { state: expect.any(String) },
  })
  expect(vms.find(({ id }) => id === second?.id)).toMatchObject({ change: 'gone', after: null })
  for (const { id, before: was, after: is } of vms) {
    expect(was?.state).toBe(old.rows.get(id.toLowerCase())?.state)
    expect(is?.state).toBe(recent.rows.get(id.toLowerCase())?.state)
  }
  const compare = (...args: readonly string[]) => {
    const files = args.map((name) => (name.startsWith('-') ? name : pathOf(name)))
    return spawnSync(process.execPath, ['tooling/launch/run.mjs', 'compare', ...files], { encoding: 'utf8' })
  }
  expect(JSON.parse(compare('before', 'after', '--json').stdout)).toMatchObject({ vms })
  const text = compare('before', 'after').stdout
  for (const { id, change } of vms) expect(text.includes(id)).toBe(change !== 'same')
  expect(compare('after', 'before')).toMatchObject({ status: 1, stdout: '' })
  expect(compare('before', 'other')).toMatchObject({ status: 1, stdout: '' })
  expect(compare('before', 'nothing')).toMatchObject({ status: 1, stdout: '' })
})
