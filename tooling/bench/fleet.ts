import { cpus } from 'node:os'
import { outputOf } from '../launch/processes'
import { runner } from '../launch/servers'
import { measureAzureCli, type AzureCliReading } from './az'
import { floorOf, processorFloor, type Floor } from './floor'
import { naiveReading, type NaiveOrder } from './naive-shapes'
import type { World } from './options'
import { prepareRows } from './prepare-rows'
import { readFleet } from './read-fleet'
import { fleetTenant, readers, type BenchTenant, type Stage } from './stage'
import { countTraffic } from './traffic'
import { untilIdle, watchUsage } from './usage'

/** One way of reading the fleet. Requests, refusals and losses come from the fake Azure's log. */
export interface Measured {
  readonly requests: number
  readonly seconds: number
  readonly firstRowMs: number
  readonly http429: number
  /** VMs that are missing, or that have ADE and were never read individually. */
  readonly lost: number
  readonly rssMb: number
  readonly cpuSeconds: number
}

export interface ProductMeasured extends Measured {
  /** Milliseconds from the first Resource Graph page to the first row at the client. */
  readonly firstRowAfterPageMs: number | null
  readonly complete: boolean
  /** CPU time of the fake Azure and of the client during the load, seconds. */
  readonly othersCpuSeconds: number
}

export interface FleetReport {
  readonly world: World
  readonly product: ProductMeasured
  readonly naive: Measured | null
  readonly floor: Floor
  /** What the processors need at least, seconds; null where the naive loop was not measured. */
  readonly processorSeconds: number | null
  readonly azureCli: AzureCliReading | null
}

async function measureProduct(stage: Stage, tenant: BenchTenant, world: World): Promise<ProductMeasured> {
  const token = await tenant.token({ person: readers.product })
  await prepareRows(stage, tenant, readers.product)
  await untilIdle(stage.productPid)
  await tenant.clearTraffic()
  const watches = await Promise.all([stage.productPid, stage.azurePid, process.pid].map(watchUsage))
  const reading = await readFleet(stage.address, token)
  const [usage, azure, client] = await Promise.all(watches.map((watch) => watch.stop()))
  const { requests, http429, firstPageAt } = await countTraffic(tenant)
  const census = await tenant.census()
  return {
    requests,
    seconds: Number(reading.seconds.toFixed(3)),
    firstRowMs: reading.firstRowMs,
    firstRowAfterPageMs: firstPageAt === null ? null : reading.firstRowAt - firstPageAt - world.latencyMs,
    http429,
    lost: census.vms - reading.rows + census.unreadWithAde,
    rssMb: usage?.rssMb ?? 0,
    cpuSeconds: usage?.cpuSeconds ?? 0,
    othersCpuSeconds: (azure?.cpuSeconds ?? 0) + (client?.cpuSeconds ?? 0),
    complete: reading.complete,
  }
}

async function measureNaive(stage: Stage, tenant: BenchTenant, world: World): Promise<Measured> {
  await tenant.clearTraffic()
  const order: NaiveOrder = {
    armEndpoint: stage.armEndpoint,
    token: await tenant.token({ person: readers.naive, audience: 'arm', expiresIn: 7200 }),
    subscriptions: tenant.created.subscriptions.map(({ id }) => id),
    scale: world.scale,
  }
  const args = ['--conditions=react-server', runner, 'bench-naive', JSON.stringify(order)]
  const text = await outputOf('naive loop', process.execPath, args, { env: { NODE_EXTRA_CA_CERTS: stage.caFile } })
  const reading = naiveReading.parse(JSON.parse(text))
  const { requests, http429 } = await countTraffic(tenant)
  const { unread } = await tenant.census()
  const { firstRowMs, rssMb, cpuSeconds } = reading
  return { requests, seconds: Number(reading.seconds.toFixed(3)), firstRowMs, http429, lost: unread, rssMb, cpuSeconds }
}

/** Measures one fleet of a new tenant. `skip` omits `naive` or `az`. */
export async function measureFleet(stage: Stage, world: World, skip: readonly string[]): Promise<FleetReport> {
  const tenant = await fleetTenant(stage.azure, world)
  try {
    const product = await measureProduct(stage, tenant, world)
    const naive = skip.includes('naive') ? null : await measureNaive(stage, tenant, world)
    const floor = floorOf(await tenant.census(), world)
    const { requests, othersCpuSeconds } = product
    const processorSeconds = naive === null ? null : processorFloor(requests, naive, othersCpuSeconds, cpus().length)
    const azureCli = skip.includes('az') ? null : await measureAzureCli(stage, tenant, world)
    return { world, product, naive, floor, processorSeconds, azureCli }
  } finally {
    await tenant.remove()
  }
}
