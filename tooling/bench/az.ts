import { azureCli, azureCliInstalled } from '@/e2e/simulator/server/testing/azure-cli'
import type { World } from './options'
import type { BenchTenant, Stage } from './stage'

const measuredVms = 20

export interface AzureCliReading {
  readonly command: 'az vm encryption show'
  readonly measuredVms: number
  /** Measured. */
  readonly seconds: number
  /** Not measured: extrapolated to every VM of the fleet, one after the other. */
  readonly extrapolatedSeconds: number
  readonly extrapolated: true
}

/** Times `az vm encryption show` for some VMs in sequence; null if azure-cli is not installed. */
export async function measureAzureCli(
  stage: Stage,
  tenant: BenchTenant,
  world: World,
): Promise<AzureCliReading | null> {
  if (!azureCliInstalled) return null
  const cli = await azureCli({ origins: { server: stage.armEndpoint }, certificate: { caFile: stage.caFile } })
  try {
    await cli.signIn(tenant)
    const vms = (await tenant.vms()).slice(0, measuredVms)
    if (vms.length === 0) return null
    const since = performance.now()
    // The output does not matter: for VMs without encryption it prints an error and takes equally long.
    for (const { id } of vms) await cli.run('vm', 'encryption', 'show', '--ids', id, '-o', 'json')
    const seconds = (performance.now() - since) / 1000
    return {
      command: 'az vm encryption show',
      measuredVms: vms.length,
      seconds: Number(seconds.toFixed(1)),
      extrapolatedSeconds: Math.round((seconds / vms.length) * world.vms),
      extrapolated: true,
    }
  } finally {
    await cli.remove()
  }
}
