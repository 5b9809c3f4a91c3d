import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judge } from '@/lib/encryption/judge'
import { explain } from '@/lib/diagnosis/explain'
import type { Verdict } from '@/lib/encryption/types'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { TenantClient } from '../simulator/control/client'
import { azureCli, azureCliInstalled, type AzResult, type AzureCli } from '../simulator/server/testing/azure-cli'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'

let simulator: TestSimulator
let tenant: TenantClient
let cli: AzureCli
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed', seed: 3 })
  await tenant.removeFaults()
  await tenant.clock({ freeze: true })
  cli = await azureCli(simulator)
  if (azureCliInstalled) await cli.signIn(tenant)
})
afterAll(async () => {
  await simulator.stop()
  await cli.remove()
})

interface Subject {
  readonly id: string
  readonly verdict: Verdict
  readonly disks: readonly unknown[]
}

/** One VM for each combination of azure-cli's output and the verdict. */
async function subjects(): Promise<readonly Subject[]> {
  const token = await tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
  const found = new Map<string, Subject>()
  for (const { id } of await tenant.vms()) {
    const { json } = await simulator.arm(`${id}?$expand=instanceView&api-version=2024-11-01`, token)
    const verdict = judge(readVmFacts(json))
    const kind = [verdict.pass, verdict.state, verdict.otherTools.azCli.outcome].join(' ')
    if (!found.has(kind)) found.set(kind, { id, verdict, disks: json.properties.instanceView.disks })
  }
  return [...found.values()]
}

function outcomeOf({ code, stdout }: AzResult): Verdict['otherTools']['azCli']['outcome'] {
  if (code !== 0) return 'error'
  return stdout.trim() === '' ? 'nothing' : 'printed'
}

const verdictOf = (text: string) => {
  const explained = explain(text)
  return explained.ok ? explained.value : null
}

describe('the azure-cli output that Sealwatch predicts', () => {
  it('is the output of the real azure-cli, for every kind of VM', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const all = await subjects()
    const outcomes = new Set<string>()
    for (const { id, verdict, disks } of all) {
      const shown = await cli.run('vm', 'encryption', 'show', '--ids', id, '-o', 'json')
      expect({ id, outcome: outcomeOf(shown) }).toEqual({ id, outcome: verdict.otherTools.azCli.outcome })
      outcomes.add(verdict.otherTools.azCli.outcome)
      if (outcomeOf(shown) === 'printed') {
        expect(JSON.parse(shown.stdout).disks).toHaveLength(disks.length)
        if (verdict.pass === 'single') expect(verdictOf(shown.stdout)?.os.stamp, id).toBe(verdict.os.stamp)
      }
    }
    expect([...outcomes].sort()).toEqual(['error', 'nothing', 'printed'])
    expect(all.filter(({ verdict }) => verdict.pass === 'single').length).toBeGreaterThan(8)
  })

  it('gives the same verdict from az vm get-instance-view as from ARM', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const all = await subjects()
    // All in one call, because each start of azure-cli takes seconds. It returns them in no particular order.
    const text = await cli.az('vm', 'get-instance-view', '--ids', ...all.map(({ id }) => id), '-o', 'json')
    const shown: readonly { readonly id: string }[] = JSON.parse(text)
    expect(shown).toHaveLength(all.length)
    for (const { id, verdict } of all) {
      const vm = shown.find((one) => one.id.toLowerCase() === id.toLowerCase())
      const { state, pass, os, data } = verdictOf(JSON.stringify(vm)) ?? {}
      expect({ id, state, pass, os, data }).toEqual({
        id,
        state: verdict.state,
        pass: verdict.pass,
        os: verdict.os,
        data: verdict.data,
      })
    }
  })
})
