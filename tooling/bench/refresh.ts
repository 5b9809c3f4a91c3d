import type { World } from './options'
import { readFleet } from './read-fleet'
import { fleetTenant, readers, type Stage } from './stage'
import { countTraffic } from './traffic'

export interface RefreshReport {
  readonly world: World
  readonly changed: number
  readonly first: { readonly requests: number; readonly seconds: number }
  readonly refresh: {
    readonly requests: number
    readonly seconds: number
    readonly http429: number
    readonly rows: number
    readonly complete: boolean
  }
}

/** Loads a fleet without running operations, changes some VMs so that Resource Graph shows it, and loads it again. */
export async function measureRefresh(stage: Stage, world: World, changed: number): Promise<RefreshReport> {
  const tenant = await fleetTenant(stage.azure, world, true)
  try {
    const token = await tenant.token({ person: readers.product })
    await tenant.clearTraffic()
    const first = await readFleet(stage.address, token)
    const before = await countTraffic(tenant)
    const vms = await tenant.vms()
    const step = Math.max(1, Math.floor(vms.length / Math.max(1, changed)))
    for (const vm of vms.filter((_, index) => index % step === 0).slice(0, changed)) {
      await tenant.changeVm({ id: vm.id, action: vm.power === 'running' ? 'deallocate' : 'start' })
    }
    // Resource Graph is up to half a minute behind ARM.
    await tenant.clock({ step: 30_000 })
    await tenant.clearTraffic()
    const again = await readFleet(stage.address, token)
    const { requests, http429 } = await countTraffic(tenant)
    return {
      world,
      changed,
      first: { requests: before.requests, seconds: Number(first.seconds.toFixed(3)) },
      refresh: {
        requests,
        seconds: Number(again.seconds.toFixed(3)),
        http429,
        rows: again.rows,
        complete: again.complete,
      },
    }
  } finally {
    await tenant.remove()
  }
}
