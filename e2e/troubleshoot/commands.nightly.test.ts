import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { commandText } from '@/lib/diagnosis/commands/build'
import { steps } from '@/lib/diagnosis/steps'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import type { TenantClient } from '../simulator/control/client'
import { azureCli, azureCliInstalled } from '../simulator/server/testing/azure-cli'
import { type TestSimulator, startTestSimulator } from '../simulator/server/testing/harness'
import { stories } from './expected'
import { observeReading, type ReadPage } from './testing/read-page'

vi.stubEnv('SEALWATCH_HISTORY', 'off')

let simulator: TestSimulator
let tenant: TenantClient
let observation: ReadPage
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'troubleshooting' })
  await tenant.clock({ freeze: true })
  observation = await observeReading(simulator, tenant, 'Chiara Rossi')
})
afterAll(() => simulator.stop())

/** Keys and secrets of a vault are not part of ARM, and the fake Azure does not have them. */
const elsewhere: readonly StepKind[] = ['show-key', 'show-secret']

/** A broken azure-cli package reports that, and treats the command as unknown. */
const lacksModule = (stderr: string): boolean =>
  stderr.includes('Error loading command module') && stderr.includes('not recognized by the system')

/** The commands of steps that only read, each once, with the names of the first VM that needs it. */
async function readingCommands(): Promise<ReadonlyMap<StepKind, string>> {
  const commands = new Map<StepKind, string>()
  for (const [story] of stories) {
    for (const { kind, commands: shells } of (await observation(story)).steps) {
      const text = commandText(shells.az ?? [])
      const filled = text !== '' && !text.includes('<')
      if (steps[kind].readOnly && filled && !elsewhere.includes(kind) && !commands.has(kind)) commands.set(kind, text)
    }
  }
  return commands
}

it('the real azure-cli accepts the commands that only read', async (context) => {
  if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
  const cli = await azureCli(simulator)
  try {
    await cli.signIn(tenant)
    const commands = await readingCommands()
    expect(commands.size).toBeGreaterThan(12)
    for (const [kind, text] of commands) {
      const { code, stderr } = await cli.shell(text)
      if (lacksModule(stderr)) console.info(`not run: this azure-cli cannot load what ${kind} needs`)
      else expect({ kind, text, code, stderr }).toEqual({ kind, text, code: 0, stderr: '' })
    }
  } finally {
    await cli.remove()
  }
  expect((await tenant.traffic()).unknownRoutes).toEqual({})
})
