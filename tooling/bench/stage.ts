import { join } from 'node:path'
import { simulatorClient, type SimulatorClient, type TenantClient } from '@/e2e/simulator/control/client'
import type { TenantSummary } from '@/e2e/simulator/control/shapes'
import { ensureBuild } from '../launch/build'
import { simulatorData } from '../launch/environment'
import { benchPorts } from '../launch/options'
import { startServers } from '../launch/servers'
import type { World } from './options'
import { readFleet } from './read-fleet'

/** The product and the fake Azure, each in its own process, ready to be measured. */
export interface Stage {
  readonly address: string
  readonly armEndpoint: string
  /** The certificate that clients of the fake Azure must trust. */
  readonly caFile: string
  readonly productPid: number
  readonly azurePid: number
  readonly azure: SimulatorClient
}

export type BenchTenant = TenantClient & { readonly created: TenantSummary }

/** Users who may read everything in a fleet; Azure throttles each separately. */
export const readers = { product: 'Aiko Tanaka', naive: 'Chiara Rossi' } as const

/** A tenant of the given size. The seed is fixed, so that every run measures the same fleet. */
export function fleetTenant(azure: SimulatorClient, world: World, still = false): Promise<BenchTenant> {
  const { vms, subscriptions, ade, latencyMs, scale } = world
  return azure.createTenant({
    scenario: 'fleet',
    seed: 1,
    vms,
    subscriptions,
    ade,
    latencyMs,
    bucketScale: scale,
    still,
    // Azure computes rows on machines of its own.
    graph: { keepRows: 600 },
  })
}

/** Loads other, small tenants first: the measurement covers a warm server, not one that has just started. */
async function warmUp({ address, azure }: Stage): Promise<void> {
  for (const vms of [200, 1500]) {
    const tenant = await fleetTenant(azure, { vms, subscriptions: 4, ade: 0.2, latencyMs: 0, scale: 1 })
    await readFleet(address, await tenant.token({ person: readers.product }))
    await tenant.remove()
  }
}

/** Builds, starts both servers and warms the product up. `stopAll` ends them. */
export async function setStage(): Promise<Stage> {
  const built = await ensureBuild({ quiet: true })
  if (built !== 0) throw new Error('The build failed.')
  const servers = await startServers(benchPorts, 'start', { quiet: true })
  const stage: Stage = {
    address: servers.address,
    armEndpoint: `https://localhost:${benchPorts.https}`,
    caFile: join(simulatorData(benchPorts), 'ca.pem'),
    productPid: servers.product.process.pid ?? 0,
    azurePid: servers.simulator.process.pid ?? 0,
    azure: simulatorClient(`http://localhost:${benchPorts.http}`),
  }
  await warmUp(stage)
  return stage
}
