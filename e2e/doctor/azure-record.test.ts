import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { recordingOf } from '@/lib/cli/doctor/azure'
import { runDoctor } from '@/lib/cli/doctor/program'
import { judge } from '@/lib/encryption/judge'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { exerciseAzure } from '@/lib/usecases/azure-check/exercise'
import type { WorldSpec } from '../simulator/model/world'
import { parseCommand } from '../simulator/server/options'
import { startTestSimulator } from '../simulator/server/testing/harness'
import { createWorld } from '../simulator/worlds/create'
import { readRecordings } from '../simulator/worlds/recorded'
import { startAzureStage, who, type AzureStage } from './azure-stage'

let stage: AzureStage
beforeAll(async () => {
  stage = await startAzureStage({ runDoctor, exerciseAzure })
})
afterAll(() => stage.stop())

describe('the command', () => {
  it('reports that everything is as expected, in both languages and as JSON', async () => {
    const { code, text } = await stage.doctor(stage.tenant.tenantId, ['--json'])
    expect(code).toBe(0)
    expect(z.object({ different: z.number() }).parse(JSON.parse(text)).different).toBe(0)
  })

  it('names an older cloud, and still reads it', async () => {
    const { tenantId } = await stage.simulator.control.createTenant({ scenario: 'mixed' })
    await stage.simulator.control.tenant(tenantId).settings({ apiVersions: { 'Microsoft.KeyVault': ['2022-07-01'] } })
    const { code, text } = await stage.doctor(tenantId, [])
    expect(text).toContain('Api-version 2023-07-01 of Microsoft.KeyVault is not offered here; offered: 2022-07-01')
    expect(code).toBe(0)
  })

  it('finds nothing right in a subscription that does not answer', async () => {
    const { code, text } = await stage.doctor(stage.tenant.tenantId, [
      '--subscription',
      '00000000-0000-4000-8000-000000000000',
    ])
    expect(code).toBe(1)
    expect(text).toContain('The inventory returned no result')
    expect(text).not.toContain('nothing that was read required it')
  })

  it('refuses to overwrite a file, and arguments that do not belong together', async () => {
    const file = join(stage.folder, 'taken.json')
    const first = await stage.doctor(stage.tenant.tenantId, ['--report', file])
    expect(first.code, first.text).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const report = readFileSync(file, 'utf8')
    expect(report).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|localhost|rg-|contoso/i)
    expect((await stage.doctor(stage.tenant.tenantId, ['--report', file])).code).toBe(2)
    expect((await stage.doctor(stage.tenant.tenantId, ['https://localhost'])).code).toBe(2)
    expect((await stage.doctor(stage.tenant.tenantId, ['--subscription', 'x'])).code).toBe(2)
  })
})

/** The verdict on each VM in the exchanges. */
function verdicts(exchanges: readonly Exchange[]): readonly unknown[] {
  return exchanges
    .filter((exchange) => exchange.status === 200 && /\/virtualMachines\/[^/?]+\?.*instanceView/i.test(exchange.url))
    .map(({ body }) => {
      const { pass, state, os, data, volumes, progress } = judge(readVmFacts(body))
      return { pass, state, os: os.state, data: data.state, volumes: volumes.map((each) => each.state), progress }
    })
}

async function replayed(
  place: string,
): Promise<{ readonly bodies: readonly unknown[]; readonly stop: () => Promise<void> }> {
  const command = parseCommand(['--replay', place])
  if (command.kind !== 'run') throw new Error('not understood')
  expect(command.options.worlds).toEqual(['recorded'])
  const recordings = command.options.recordings ?? ''
  const at = await startTestSimulator((spec: WorldSpec) => createWorld({ ...spec, recordings }))
  const { tenantId } = await at.control.createTenant({ scenario: 'recorded' })
  const token = await at.control.tenant(tenantId).token({ person: who, audience: 'arm' })
  const list = await at.arm('/subscriptions?api-version=2022-12-01', token)
  const subscriptions = z
    .object({ value: z.array(z.object({ subscriptionId: z.string() })) })
    .parse(JSON.parse(list.text))
  const bodies: unknown[] = []
  for (const { subscriptionId } of subscriptions.value) {
    const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/virtualMachines?api-version=2024-11-01`
    const vms = z
      .object({ value: z.array(z.object({ id: z.string() })) })
      .parse(JSON.parse((await at.arm(path, token)).text))
    for (const { id } of vms.value) {
      const one = await at.arm(`${id}?api-version=2024-11-01&$expand=instanceView`, token)
      bodies.push(JSON.parse(one.text))
    }
  }
  return { bodies, stop: at.stop }
}

describe('a recording', () => {
  it('replays as a tenant with the same verdicts, and contains no name of the recorded tenant', async () => {
    const file = join(stage.folder, 'recording.json')
    expect((await stage.doctor(stage.tenant.tenantId, ['--record', file])).code).toBe(0)
    const text = readFileSync(file, 'utf8')
    const { subscriptions, people } = await stage.tenant.summary()
    for (const name of [
      stage.tenant.tenantId,
      ...subscriptions.map(({ id }) => id),
      ...people.map((each) => each.displayName),
    ])
      expect(text).not.toContain(name)
    for (const { url } of stage.faithful)
      for (const part of new URL(url).pathname
        .split('/')
        .filter((each) => /^(?:vm|rg|kv|disk|nic|vnet|nsg)-/.test(each)))
        expect(text.toLowerCase()).not.toContain(part.toLowerCase())
    const replay = await replayed(file)
    await replay.stop()
    const said = replay.bodies.map((body) => judge(readVmFacts(body)).state)
    const original = verdicts(stage.faithful).map((each) => z.object({ state: z.string() }).parse(each).state)
    expect([...said].sort()).toEqual([...original].sort())
    expect(original.length).toBeGreaterThanOrEqual(2)
  })

  it.each<[what: string, name: string, text: string | null, reason: RegExp]>([
    ['a file that does not exist', 'nothere.json', null, /nothere\.json: no such file or folder/],
    ['a report', 'azure-report.json', '{"cloud":"public","calls":[]}', /azure-report\.json: holds no recorded VM/],
    ['a text', 'README.md', '# Sealwatch', /README\.md: is not JSON/],
    ['a recording without a VM', 'bare.json', '{"interactions":[]}', /bare\.json: holds no recorded VM/],
  ])('is refused by name where it is %s', async (_what, name, text, reason) => {
    const file = join(stage.folder, name)
    if (text !== null) writeFileSync(file, text)
    expect(() => readRecordings(file)).toThrow(reason)
    await expect(replayed(file)).rejects.toThrow()
  })

  it('is refused by name where it is an empty folder', () => {
    const folder = join(stage.folder, 'empty')
    mkdirSync(folder)
    expect(() => readRecordings(folder)).toThrow(/empty: holds no recorded VM/)
  })

  it('of an unknown format is refused', async () => {
    const file = join(stage.folder, 'other.json')
    const other = { ...recordingOf(stage.faithful), version: 2 }
    writeFileSync(file, JSON.stringify(other))
    await expect(replayed(file)).rejects.toThrow()
  })

  const shared = resolve(import.meta.dirname, '../../../shared/recordings')
  it.skipIf(!existsSync(shared))('made by others replays in the same way', async () => {
    const replay = await replayed(shared)
    await replay.stop()
    expect(replay.bodies.length).toBeGreaterThan(20)
  })
})
