import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TenantClient } from '../simulator/control/client'
import { type TestSimulator, startTestSimulator } from '../simulator/server/testing/harness'
import { stories } from './expected'
import { observeReading, remembered, type ReadPage } from './testing/read-page'

// The view of a first-time user: there are no earlier observations.
vi.stubEnv('SEALWATCH_HISTORY', 'off')

let simulator: TestSimulator
let tenant: TenantClient
let observation: ReadPage
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'troubleshooting' })
  await tenant.clock({ freeze: true })
  observation = remembered(await observeReading(simulator, tenant, 'Chiara Rossi'))
})
afterAll(() => simulator.stop())

describe('from the facts in and around a VM to its remedy', () => {
  it.each(stories)('%s', async (story, problem, cause, support, step) => {
    const { problems } = await observation(story)
    const [mostSevere] = problems
    const [first] = mostSevere?.causes ?? []
    expect([mostSevere?.kind, first?.kind, first?.support, first?.steps[0]]).toEqual([problem, cause, support, step])
  })
})

describe('whether encryption would work now', () => {
  it.each(stories)('%s: never ready beside a failure that the same reading shows', async (story) => {
    const { problems, readiness } = await observation(story)
    if (problems.some(({ severity }) => severity === 'error')) expect(readiness).not.toMatch(/^ready/)
  })
})

describe('a copy that has been stalled for thirty hours', () => {
  it('shows since when, by whose record, and what not to do', async () => {
    const { workProgress, verdict, problems, steps: shown } = await observation('os-copy-30h')
    const hours = ((await tenant.clock()) - Date.parse(workProgress.requested?.at ?? '')) / 3_600_000
    expect(hours).toBeCloseTo(30.13, 1)
    expect(workProgress.requested?.actor.kind).not.toBe('unknown')
    expect(workProgress.documented).toMatchObject({ high: 16 * 3_600_000 })
    const [sign] = workProgress.work?.stuck ?? []
    expect(sign?.rule).toBe('no-disk-traffic')
    expect(verdict.flags.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['possibly-stuck', 'longer-than-documented']),
    )
    // Steps that read and that save the evidence; none stops the VM, because the copy may still continue.
    expect(problems[0]?.causes[0]?.steps).toEqual([
      'show-disk-traffic',
      'save-boot-log',
      'show-snapshots',
      'keep-vm-running',
      'ask-support',
      'build-vm-from-snapshot',
      'read-status-again',
    ])
    const stopping = ['restart', 'stops-vm'] as const
    expect(shown.filter(({ risks }) => stopping.some((risk) => risks.includes(risk)))).toEqual([])
  })

  it('does not call a running copy stuck', async () => {
    const { workProgress, verdict } = await observation('os-copy')
    expect(workProgress.work?.stuck).toEqual([])
    expect(verdict.flags.map(({ code }) => code)).not.toContain('possibly-stuck')
  })
})
