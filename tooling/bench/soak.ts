import { parseArgs } from 'node:util'
import { benchPorts } from '../launch/options'
import { startAnother } from '../launch/servers'
import { setStage, type BenchTenant } from './stage'
import { countTraffic } from './traffic'
import { usageNow } from './usage'
import { newVisits, visit, type Visits } from './visit'

/** The duration, the number of users and servers, and the size of the tenant. */
interface SoakOrder {
  readonly minutes: number
  readonly users: number
  readonly servers: number
  readonly vms: number
}

const options = {
  minutes: { type: 'string', default: '30' },
  users: { type: 'string', default: '50' },
  servers: { type: 'string', default: '2' },
  vms: { type: 'string', default: '2000' },
} as const

/** Parses the command line; an error names the problem. */
export function parseSoak(args: readonly string[]): SoakOrder {
  const { values } = parseArgs({ args: [...args], options })
  const number = (name: keyof typeof options): number => {
    const value = Number(values[name])
    if (Number.isFinite(value) && value > 0) return value
    throw new Error(`--${name} ${values[name]}: not a number above 0`)
  }
  return { minutes: number('minutes'), users: number('users'), servers: number('servers'), vms: number('vms') }
}

/** Samples of one process's memory, megabytes, in the order in which they were taken. */
export type Samples = readonly number[]

const median = (list: Samples): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

/**
 * How much memory grew after the warm-up, as a share: the last fifth of the samples against the fifth that follows the
 * first third.
 */
export function growthOf(samples: Samples): number {
  const fifth = Math.ceil(samples.length / 5)
  const from = Math.floor(samples.length / 3)
  const before = median(samples.slice(from, from + fifth))
  return before === 0 ? 0 : median(samples.slice(-fifth)) / before - 1
}

const mostGrowth = 0.05
/** Shorter runs end before memory has settled: for them only errors count. */
const fewestMinutesForMemory = 20
const sampleMilliseconds = 2000

interface Watched {
  readonly samples: number[]
  readonly stop: () => void
}

function watch(pid: number): Watched {
  const samples: number[] = []
  const timer = setInterval(() => {
    void usageNow(pid).then(({ rssMb }) => samples.push(rssMb))
  }, sampleMilliseconds)
  return { samples, stop: () => clearInterval(timer) }
}

function makeTenant(azure: Awaited<ReturnType<typeof setStage>>['azure'], order: SoakOrder): Promise<BenchTenant> {
  const { vms, users } = order
  return azure.createTenant({
    scenario: 'fleet',
    seed: 1,
    vms,
    subscriptions: 10,
    ade: 0.05,
    latencyMs: 20,
    readers: users,
  })
}

/**
 * The number of fleets that a valid run must have read at least. Compute allows one VM to be read 36 times at
 * once and 12 times a minute by all callers together, so that in two minutes at most 60 users can have read the
 * same fleet; half of that is required.
 */
const fleetsFor = ({ minutes, users }: SoakOrder): number => Math.min(users, (36 + 12 * minutes) / 2)

function describe(order: SoakOrder, visits: Visits, memory: readonly Samples[], http429: number): string {
  const errors = [...visits.errors].map(([error, count]) => `${error} × ${count}`)
  const grown = memory.map((samples) => {
    const [least, most] = [Math.min(...samples), Math.max(...samples)].map((mb) => mb.toFixed(0))
    return `${least} to ${most} MB, ${(growthOf(samples) * 100).toFixed(1)} % after the warm-up`
  })
  return `${order.users} users on ${order.servers} servers, ${order.vms} VMs, ${order.minutes} minutes

  fleets read to the end  ${visits.fleets}
  fleets left half-way    ${visits.left}
  VM pages                ${visits.pages}
  errors                  ${errors.length === 0 ? 'none' : errors.join(', ')}
  HTTP 429                ${http429}
  memory of each server   ${grown.join('; ')}
`
}

/**
 * Many users at once on one or more server processes that share only their configuration. Returns whether
 * there was no error and, in a long run, whether memory stayed flat.
 */
export async function measureSoak(args: readonly string[], say: (text: string) => void): Promise<boolean> {
  const order = parseSoak(args)
  // Each process uses its share of the limits that Azure counts for all callers together.
  process.env['SEALWATCH_AZURE_SHARE'] = String(1 / order.servers)
  process.env['SEALWATCH_LOG_LEVEL'] = 'error'
  const stage = await setStage()
  const others = await Promise.all(
    Array.from({ length: order.servers - 1 }, (_, index) => startAnother(benchPorts, benchPorts.product + 10 + index)),
  )
  const addresses = [stage.address, ...others.map(({ address }) => address)]
  const watched = [stage.productPid, ...others.map(({ product }) => product.process.pid ?? 0)].map(watch)
  const tenant = await makeTenant(stage.azure, order)
  const ids = (await tenant.vms()).map(({ id }) => id)
  const signal = AbortSignal.timeout(order.minutes * 60_000)
  const visits = newVisits()
  await Promise.all(
    Array.from({ length: order.users }, async (_, index) => {
      const token = await tenant.token({ person: `Reader ${index + 1}`, expiresIn: order.minutes * 60 + 3600 })
      const home = addresses[index % addresses.length] ?? stage.address
      await visit({ home, addresses, token, ids, signal }, visits)
    }),
  )
  for (const { stop } of watched) stop()
  const { http429 } = await countTraffic(tenant)
  const memory = watched.map(({ samples }) => samples)
  say(describe(order, visits, memory, http429))
  const isFlat = order.minutes < fewestMinutesForMemory || memory.every((samples) => growthOf(samples) < mostGrowth)
  return visits.errors.size === 0 && visits.fleets > fleetsFor(order) && isFlat
}
