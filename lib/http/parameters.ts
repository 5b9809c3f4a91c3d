import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { FleetOptions } from '@/lib/usecases/fleet/load-fleet'
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

/** Next hands on path parameters as they stand in the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The VM that a path names, or the name of the part that is none. */
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

/** The instance of a uniform scale set that a path names, or the name of the part that is none. */
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

/**
 * `?subscription=…`, any number of times: the only subscriptions wanted. None means all.
 * `?fresh=true`: read every VM anew, however young its last reading.
 */
export function parseFleetQuery(url: URL): Result<FleetOptions, Wrong> {
  const fresh = url.searchParams.get('fresh') ?? 'false'
  if (fresh !== 'true' && fresh !== 'false') return fail({ parameter: 'fresh' })
  const given = url.searchParams.getAll('subscription')
  if (given.length === 0) return ok({ subscriptions: null, fresh: fresh === 'true' })
  const parsed = subscriptionList.safeParse(given)
  return parsed.success
    ? ok({ subscriptions: parsed.data, fresh: fresh === 'true' })
    : fail({ parameter: 'subscription' })
}

const hours = z.coerce.number().int().min(1).max(87_600)

/** `?hours=…`: how far back, a day where nothing is said. */
export function parseHistoryQuery(url: URL): Result<{ readonly hours: number }, Wrong> {
  const given = url.searchParams.get('hours') ?? '24'
  const parsed = /^\d{1,5}$/.test(given) ? hours.safeParse(given) : null
  return parsed?.success === true ? ok({ hours: parsed.data }) : fail({ parameter: 'hours' })
}
