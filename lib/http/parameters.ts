import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { FleetOptions } from '@/lib/usecases/fleet/load-fleet'
import type { PageStart } from '@/lib/usecases/load-timeline'
import { wrongPart, type VmName } from '@/lib/usecases/vm-name'

type Wrong = { readonly parameter: string }

const vmPath = z.object({ subscription: z.string(), group: z.string(), name: z.string() })
const pathNames = {
  subscriptionId: 'subscription',
  resourceGroup: 'group',
  name: 'name',
  scaleSet: 'scaleSet',
} as const

const instancePath = z.object({
  subscription: z.string(),
  group: z.string(),
  scaleSet: z.string(),
  instance: z.string(),
})

/** Next.js passes path parameters on without decoding them. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The VM that a path names, or the name of the invalid part. */
export function parseVmPath(parameters: unknown): Result<VmName, Wrong> {
  const path = vmPath.safeParse(parameters)
  if (!path.success) return fail({ parameter: 'path' })
  const vm: VmName = {
    subscriptionId: decoded(path.data.subscription),
    resourceGroup: decoded(path.data.group),
    name: decoded(path.data.name),
  }
  const wrong = wrongPart(vm)
  return wrong === null ? ok(vm) : fail({ parameter: pathNames[wrong] })
}

const pageStart = /^(\d{1,15})\.(\d{1,9})$/

/** The VM that a path names, and `?before=…`: the `next` of the page before; null for the newest. */
export function parseHistoryPath(
  parameters: unknown,
  url: URL,
): Result<{ readonly vm: VmName; readonly page: PageStart | null }, Wrong> {
  const vm = parseVmPath(parameters)
  if (!vm.ok) return vm
  const before = url.searchParams.get('before')
  if (before === null) return ok({ vm: vm.value, page: null })
  const [, firstSeen, skip] = pageStart.exec(before) ?? []
  if (firstSeen === undefined || skip === undefined) return fail({ parameter: 'before' })
  return ok({ vm: vm.value, page: { firstSeen: Number(firstSeen), skip: Number(skip) } })
}

/** The instance of a uniform scale set that a path names, or the name of the invalid part. */
export function parseInstancePath(parameters: unknown): Result<VmName, Wrong> {
  const path = instancePath.safeParse(parameters)
  if (!path.success) return fail({ parameter: 'path' })
  const vm: VmName = {
    subscriptionId: decoded(path.data.subscription),
    resourceGroup: decoded(path.data.group),
    scaleSet: decoded(path.data.scaleSet),
    name: decoded(path.data.instance),
  }
  const wrong = wrongPart(vm)
  return wrong === null ? ok(vm) : fail({ parameter: wrong === 'name' ? 'instance' : pathNames[wrong] })
}

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)
  .toLowerCase()
const subscriptionList = z.array(guid).max(1000)

export interface FleetQuery extends FleetOptions {
  /**
   * The load to start or to resume, how many of its lines have arrived, and how many more to send at most; null for a
   * load without a name.
   */
  readonly load: { readonly id: string; readonly after: number; readonly limit: number | null } | null
}

const lineCount = z.coerce.number().int().min(0).max(10_000_000)
const lineLimit = z.coerce.number().int().min(1).max(10_000).nullable()

/** `?load=…&after=…&limit=…`: a name that the caller chose, the number of lines received, and how many more to send. */
function parseLoad(url: URL): Result<FleetQuery['load'], Wrong> {
  const given = url.searchParams.get('load')
  const limit = lineLimit.safeParse(url.searchParams.get('limit'))
  // Only a load with a name can be read in pieces.
  if (!limit.success || (given === null && limit.data !== null)) return fail({ parameter: 'limit' })
  if (given === null) return ok(null)
  const id = guid.safeParse(given)
  if (!id.success) return fail({ parameter: 'load' })
  const after = lineCount.safeParse(url.searchParams.get('after') ?? '0')
  return after.success ? ok({ id: id.data, after: after.data, limit: limit.data }) : fail({ parameter: 'after' })
}

/**
 * `?subscription=…`, any number of times: the only subscriptions to read. Without it, all are read. `?fresh=true`: read
 * every VM again, however recent its last reading is.
 */
export function parseFleetQuery(url: URL): Result<FleetQuery, Wrong> {
  const load = parseLoad(url)
  if (!load.ok) return load
  const fresh = url.searchParams.get('fresh') ?? 'false'
  if (fresh !== 'true' && fresh !== 'false') return fail({ parameter: 'fresh' })
  const given = url.searchParams.getAll('subscription')
  if (given.length === 0) return ok({ subscriptions: null, fresh: fresh === 'true', load: load.value })
  const parsed = subscriptionList.safeParse(given)
  return parsed.success
    ? ok({ subscriptions: parsed.data, fresh: fresh === 'true', load: load.value })
    : fail({ parameter: 'subscription' })
}

const hours = z.coerce.number().int().min(1).max(87_600)

/** `?hours=…`: how far back; a day by default. */
export function parseHistoryQuery(url: URL): Result<{ readonly hours: number }, Wrong> {
  const given = url.searchParams.get('hours') ?? '24'
  const parsed = /^\d{1,5}$/.test(given) ? hours.safeParse(given) : null
  return parsed?.success === true ? ok({ hours: parsed.data }) : fail({ parameter: 'hours' })
}
