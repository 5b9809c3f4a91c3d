import type { TenantClient } from '../simulator/control/client'
import type { TroubleStory } from '../simulator/names'
import { troubleVm } from '../simulator/names'
import { azureCli, azureCliInstalled, type AzureCli } from '../simulator/server/testing/azure-cli'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'

/** azure-cli signed in to a tenant with one VM for each trouble, and the values that its commands need. */
export interface SignedIn {
  readonly simulator: TestSimulator
  readonly tenant: TenantClient
  readonly cli: AzureCli
  /** The subscription of all VMs; the default of the commands. */
  readonly subscription: string
  /** ARM id of a story's VM. */
  readonly vmId: (story: TroubleStory) => string
  readonly stop: () => Promise<void>
}

/** Starts it. Without azure-cli no sign-in happens, and tests must skip. */
export async function signedInAzureCli(): Promise<SignedIn> {
  const simulator = await startTestSimulator()
  const tenant = await simulator.control.createTenant({ scenario: 'troubleshooting' })
  await tenant.clock({ freeze: true })
  const cli = await azureCli(simulator)
  const [subscription] = tenant.created.subscriptions
  const vms = await tenant.vms()
  if (azureCliInstalled) {
    await cli.signIn(tenant)
    await cli.az('account', 'set', '-s', subscription?.id ?? '')
  }
  return {
    simulator,
    tenant,
    cli,
    subscription: subscription?.id ?? '',
    vmId: (story) => vms.find(({ name }) => name === troubleVm(story))?.id ?? '',
    stop: async () => {
      await simulator.stop()
      await cli.remove()
    },
  }
}
